package analysisplatform.bootstrap;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;

/** The lifecycle rule for states that were replaced and locks that were freed. Others stay. */
final class OldVersions implements Setting {

    private static final String ID = "old-versions";

    /** Days for which a replaced state can be brought back. */
    private static final int KEEP_DAYS = 90;

    /** Days after which the parts of a broken upload are removed. */
    private static final int BROKEN_UPLOAD_DAYS = 7;

    private static final LifecycleRuleFilter EVERYTHING =
            LifecycleRuleFilter.builder().prefix("").build();

    private final S3Client s3;
    private final Target target;

    OldVersions(S3Client s3, Target target) {
        this.s3 = s3;
        this.target = target;
    }

    @Override
    public String name() {
        return "lifecycle";
    }

    @Override
    public boolean isRight() {
        return rules().stream().anyMatch(OldVersions::isWanted);
    }

    @Override
    public void put() {
        List<LifecycleRule> rules = new ArrayList<>(rules());
        rules.removeIf(rule -> ID.equals(rule.id()));
        rules.add(wanted());
        s3.putBucketLifecycleConfiguration(
                r ->
                        r.bucket(target.bucket())
                                .expectedBucketOwner(target.account())
                                .lifecycleConfiguration(lifecycle -> lifecycle.rules(rules)));
    }

    private List<LifecycleRule> rules() {
        return Found.in(
                        () ->
                                s3.getBucketLifecycleConfiguration(
                                        r ->
                                                r.bucket(target.bucket())
                                                        .expectedBucketOwner(target.account())))
                .map(GetBucketLifecycleConfigurationResponse::rules)
                .orElse(List.of());
    }

    /** S3 may answer "everything" with an empty prefix or with none. */
    private static boolean isWanted(LifecycleRule rule) {
        boolean everything =
                rule.filter() == null
                        || EVERYTHING.equals(rule.filter())
                        || LifecycleRuleFilter.builder().build().equals(rule.filter());
        return everything && rule.toBuilder().filter(EVERYTHING).build().equals(wanted());
    }

    private static LifecycleRule wanted() {
        return LifecycleRule.builder()
                .id(ID)
                .status(ExpirationStatus.ENABLED)
                .filter(EVERYTHING)
                .noncurrentVersionExpiration(old -> old.noncurrentDays(KEEP_DAYS))
                .expiration(current -> current.expiredObjectDeleteMarker(true))
                .abortIncompleteMultipartUpload(
                        upload -> upload.daysAfterInitiation(BROKEN_UPLOAD_DAYS))
                .build();
    }
}
