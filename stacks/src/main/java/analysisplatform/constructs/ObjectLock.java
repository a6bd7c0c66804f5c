package analysisplatform.constructs;

import analysisplatform.config.Platform.Evidence;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.s3_bucket_object_lock_configuration.S3BucketObjectLockConfigurationA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_object_lock_configuration.S3BucketObjectLockConfigurationAConfig;
import com.hashicorp.cdktf.providers.aws.s3_bucket_object_lock_configuration.S3BucketObjectLockConfigurationRuleA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_object_lock_configuration.S3BucketObjectLockConfigurationRuleDefaultRetentionA;
import java.util.List;
import software.constructs.Construct;

/**
 * How long no version of a bucket's objects can be changed or deleted. Each version keeps what held
 * when it was written.
 */
record ObjectLock(int days, Evidence.Mode mode) {

    void apply(Construct scope, String bucketId, ITerraformDependable versioning) {
        var retention =
                S3BucketObjectLockConfigurationRuleDefaultRetentionA.builder()
                        .mode(mode.name())
                        .days(days)
                        .build();
        new S3BucketObjectLockConfigurationA(
                scope,
                "lock",
                S3BucketObjectLockConfigurationAConfig.builder()
                        .bucket(bucketId)
                        .rule(
                                S3BucketObjectLockConfigurationRuleA.builder()
                                        .defaultRetention(retention)
                                        .build())
                        .dependsOn(List.of(versioning))
                        .build());
    }
}
