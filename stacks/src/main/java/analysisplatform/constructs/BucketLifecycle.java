package analysisplatform.constructs;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfiguration;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationConfig;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationRule;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationRuleExpiration;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationRuleFilter;
import com.hashicorp.cdktf.providers.aws.s3_bucket_lifecycle_configuration.S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration;
import java.util.List;
import software.constructs.Construct;

/**
 * The lifecycle of a versioned bucket. Old versions and unfinished uploads are removed too;
 * otherwise deleted personal data lives on unseen.
 */
final class BucketLifecycle {

    /** Longer than any upload of the platform takes; S3 counts whole days. */
    private static final int INCOMPLETE_UPLOAD_DAYS = 1;

    private BucketLifecycle() {}

    static void apply(
            Construct scope, String bucketId, Expiry expiry, ITerraformDependable versioning) {
        new S3BucketLifecycleConfiguration(
                scope,
                "lifecycle",
                S3BucketLifecycleConfigurationConfig.builder()
                        .bucket(bucketId)
                        .rule(List.of(expire(expiry), abortIncompleteUploads()))
                        .dependsOn(List.of(versioning))
                        .build());
    }

    private static S3BucketLifecycleConfigurationRule expire(Expiry expiry) {
        return S3BucketLifecycleConfigurationRule.builder()
                .id(expiry.id())
                .status("Enabled")
                .filter(below(expiry.prefix()))
                .expiration(expiration(expiry))
                .noncurrentVersionExpiration(
                        S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration.builder()
                                .noncurrentDays(expiry.noncurrentDays())
                                .build())
                .build();
    }

    /** With days, S3 removes the markers of deleted objects by itself. */
    private static S3BucketLifecycleConfigurationRuleExpiration expiration(Expiry expiry) {
        var expiration = S3BucketLifecycleConfigurationRuleExpiration.builder();
        return expiry.keepsCurrent()
                ? expiration.expiredObjectDeleteMarker(true).build()
                : expiration.days(expiry.currentDays()).build();
    }

    private static S3BucketLifecycleConfigurationRule abortIncompleteUploads() {
        return S3BucketLifecycleConfigurationRule.builder()
                .id("abort-incomplete-uploads")
                .status("Enabled")
                .filter(below(""))
                .abortIncompleteMultipartUpload(
                        S3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload.builder()
                                .daysAfterInitiation(INCOMPLETE_UPLOAD_DAYS)
                                .build())
                .build();
    }

    private static S3BucketLifecycleConfigurationRuleFilter below(String prefix) {
        return S3BucketLifecycleConfigurationRuleFilter.builder().prefix(prefix).build();
    }
}
