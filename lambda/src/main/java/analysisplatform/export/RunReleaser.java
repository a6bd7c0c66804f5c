package analysisplatform.export;

import analysisplatform.export.Request.ReleaseRun;
import java.util.List;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/**
 * Marks the files of a run as proven. One call for each file: some tens of thousands fit into the
 * function's time. Whatever stops it half-way, a repetition marks all again.
 */
final class RunReleaser {

    private final Aws aws;

    RunReleaser(Aws aws) {
        this.aws = aws;
    }

    Answer answer(ReleaseRun request) {
        Location run = request.masked().below(request.runId());
        List<S3Object> files = files(run);
        files.forEach(file -> mark(run.bucket(), file.key(), request.tag()));
        return new Answer.Released(files.size());
    }

    private List<S3Object> files(Location run) {
        return Pages.of(
                token -> page(run, token),
                ListObjectsV2Response::contents,
                ListObjectsV2Response::nextContinuationToken);
    }

    private ListObjectsV2Response page(Location run, String token) {
        ListObjectsV2Request request =
                ListObjectsV2Request.builder()
                        .bucket(run.bucket())
                        .prefix(run.folder())
                        .continuationToken(token)
                        .build();
        return AwsCall.attempt("list " + run.uri(), () -> aws.s3().listObjectsV2(request));
    }

    private void mark(String bucket, String key, ObjectTag tag) {
        Tagging tags =
                Tagging.builder()
                        .tagSet(Tag.builder().key(tag.key()).value(tag.value()).build())
                        .build();
        PutObjectTaggingRequest request =
                PutObjectTaggingRequest.builder().bucket(bucket).key(key).tagging(tags).build();
        AwsCall.attempt(
                "mark s3://%s/%s as proven".formatted(bucket, key),
                () -> aws.s3().putObjectTagging(request));
    }
}
