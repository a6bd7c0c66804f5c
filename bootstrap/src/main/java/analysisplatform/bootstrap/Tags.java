package analysisplatform.bootstrap;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;

/** The tags of the environment. Others stay. */
final class Tags implements Setting {

    private final S3Client s3;
    private final Target target;

    Tags(S3Client s3, Target target) {
        this.s3 = s3;
        this.target = target;
    }

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public boolean isRight() {
        return present().entrySet().containsAll(target.tags().entrySet());
    }

    @Override
    public void put() {
        Map<String, String> tags = present();
        tags.putAll(target.tags());
        s3.putBucketTagging(
                r ->
                        r.bucket(target.bucket())
                                .expectedBucketOwner(target.account())
                                .tagging(
                                        tagging ->
                                                tagging.tagSet(
                                                        tags.entrySet().stream()
                                                                .map(Tags::tag)
                                                                .toList())));
    }

    private Map<String, String> present() {
        Map<String, String> tags = new TreeMap<>();
        Found.in(
                        () ->
                                s3.getBucketTagging(
                                        r ->
                                                r.bucket(target.bucket())
                                                        .expectedBucketOwner(target.account())))
                .ifPresent(
                        answer -> answer.tagSet().forEach(tag -> tags.put(tag.key(), tag.value())));
        return tags;
    }

    private static Tag tag(Map.Entry<String, String> entry) {
        return Tag.builder().key(entry.getKey()).value(entry.getValue()).build();
    }
}
