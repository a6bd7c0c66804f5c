package analysisplatform.constructs;

import analysisplatform.policy.PolicyDocument;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.s3_bucket.S3Bucket;
import com.hashicorp.cdktf.providers.aws.s3_bucket.S3BucketConfig;
import com.hashicorp.cdktf.providers.aws.s3_bucket_ownership_controls.S3BucketOwnershipControls;
import com.hashicorp.cdktf.providers.aws.s3_bucket_ownership_controls.S3BucketOwnershipControlsConfig;
import com.hashicorp.cdktf.providers.aws.s3_bucket_ownership_controls.S3BucketOwnershipControlsRule;
import com.hashicorp.cdktf.providers.aws.s3_bucket_policy.S3BucketPolicy;
import com.hashicorp.cdktf.providers.aws.s3_bucket_policy.S3BucketPolicyConfig;
import com.hashicorp.cdktf.providers.aws.s3_bucket_public_access_block.S3BucketPublicAccessBlock;
import com.hashicorp.cdktf.providers.aws.s3_bucket_public_access_block.S3BucketPublicAccessBlockConfig;
import com.hashicorp.cdktf.providers.aws.s3_bucket_server_side_encryption_configuration.S3BucketServerSideEncryptionConfigurationA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_server_side_encryption_configuration.S3BucketServerSideEncryptionConfigurationAConfig;
import com.hashicorp.cdktf.providers.aws.s3_bucket_server_side_encryption_configuration.S3BucketServerSideEncryptionConfigurationRuleA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_server_side_encryption_configuration.S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningAConfig;
import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningVersioningConfiguration;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Creates a bucket that nobody can make public: access block, owner enforced, versions, default
 * encryption with the given key, the given policy and a lifecycle.
 *
 * <p>Requires the key's policy to let every reader and writer of the bucket use the key.
 */
final class PrivateBucket extends Construct {

    /**
     * @param policy must refuse unencrypted transport
     * @param expiry of objects and their old versions
     * @param lock what holds every object; S3 can add it to a bucket, but never take it away
     */
    record Config(
            String name,
            String keyArn,
            PolicyDocument policy,
            Expiry expiry,
            Keeping keeping,
            Optional<ObjectLock> lock) {

        /** A bucket whose objects can be deleted. */
        Config(String name, String keyArn, PolicyDocument policy, Expiry expiry, Keeping keeping) {
            this(name, keyArn, policy, expiry, keeping, Optional.empty());
        }
    }

    private final Config config;
    private final S3Bucket bucket;

    /** Asked once, since every question goes to the libraries' own process. */
    private final String bucketId;

    PrivateBucket(Construct scope, String id, Config config) {
        super(scope, id);
        this.config = config;
        this.bucket = createBucket();
        this.bucketId = bucket.getId();
        S3BucketPublicAccessBlock block = blockPublicAccess();
        enforceOwner();
        S3BucketVersioningA versioning = keepVersions();
        encrypt();
        config.lock().ifPresent(lock -> lock.apply(this, bucketId, versioning));
        BucketLifecycle.apply(this, bucketId, config.expiry(), versioning);
        attachPolicy(block);
    }

    /** For what can only be put into the bucket once it is there. */
    ITerraformDependable bucket() {
        return bucket;
    }

    private S3Bucket createBucket() {
        return new S3Bucket(
                this,
                "bucket",
                S3BucketConfig.builder()
                        .bucket(config.name())
                        .forceDestroy(config.keeping().isDisposable())
                        .objectLockEnabled(config.lock().isPresent() ? true : null)
                        .lifecycle(config.keeping().lifecycle())
                        .build());
    }

    private S3BucketPublicAccessBlock blockPublicAccess() {
        return new S3BucketPublicAccessBlock(
                this,
                "public-access",
                S3BucketPublicAccessBlockConfig.builder()
                        .bucket(bucketId)
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build());
    }

    /** Makes this account own what RDS writes from the other one. */
    private void enforceOwner() {
        new S3BucketOwnershipControls(
                this,
                "ownership",
                S3BucketOwnershipControlsConfig.builder()
                        .bucket(bucketId)
                        .rule(
                                S3BucketOwnershipControlsRule.builder()
                                        .objectOwnership("BucketOwnerEnforced")
                                        .build())
                        .build());
    }

    private S3BucketVersioningA keepVersions() {
        return new S3BucketVersioningA(
                this,
                "versioning",
                S3BucketVersioningAConfig.builder()
                        .bucket(bucketId)
                        .versioningConfiguration(
                                S3BucketVersioningVersioningConfiguration.builder()
                                        .status("Enabled")
                                        .build())
                        .build());
    }

    /** The bucket key saves one KMS request per object. */
    private void encrypt() {
        var byDefault =
                S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA
                        .builder()
                        .sseAlgorithm("aws:kms")
                        .kmsMasterKeyId(config.keyArn())
                        .build();
        new S3BucketServerSideEncryptionConfigurationA(
                this,
                "encryption",
                S3BucketServerSideEncryptionConfigurationAConfig.builder()
                        .bucket(bucketId)
                        .rule(
                                List.of(
                                        S3BucketServerSideEncryptionConfigurationRuleA.builder()
                                                .applyServerSideEncryptionByDefault(byDefault)
                                                .bucketKeyEnabled(true)
                                                .build()))
                        .build());
    }

    /** After the access block: S3 refuses two changes of a bucket's access at the same time. */
    private void attachPolicy(S3BucketPublicAccessBlock block) {
        new S3BucketPolicy(
                this,
                "policy",
                S3BucketPolicyConfig.builder()
                        .bucket(bucketId)
                        .policy(config.policy().json())
                        .dependsOn(List.of(block))
                        .build());
    }
}
