package analysisplatform.bootstrap;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** All that is wanted of the bucket, in the order in which it is set: closed doors first. */
final class Settings {

    private static final PublicAccessBlockConfiguration ALL_BLOCKED =
            PublicAccessBlockConfiguration.builder()
                    .blockPublicAcls(true)
                    .blockPublicPolicy(true)
                    .ignorePublicAcls(true)
                    .restrictPublicBuckets(true)
                    .build();

    private static final OwnershipControls OWNER_ENFORCED =
            OwnershipControls.builder()
                    .rules(
                            OwnershipControlsRule.builder()
                                    .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                                    .build())
                    .build();

    /**
     * S3's own key. The state holds no secret, and a customer key would have to exist before the
     * state that manages it. A customer key that somebody chose is left as it is.
     */
    private static final ServerSideEncryptionConfiguration S3_KEY =
            ServerSideEncryptionConfiguration.builder()
                    .rules(
                            ServerSideEncryptionRule.builder()
                                    .applyServerSideEncryptionByDefault(
                                            by -> by.sseAlgorithm(ServerSideEncryption.AES256))
                                    .build())
                    .build();

    private static final Set<ServerSideEncryption> STRONG_ENOUGH =
            Set.of(
                    ServerSideEncryption.AES256,
                    ServerSideEncryption.AWS_KMS,
                    ServerSideEncryption.AWS_KMS_DSSE);

    private final S3Client s3;
    private final String bucket;
    private final String owner;

    private Settings(S3Client s3, Target target) {
        this.s3 = s3;
        this.bucket = target.bucket();
        this.owner = target.account();
    }

    static List<Setting> of(S3Client s3, Target target) {
        Settings settings = new Settings(s3, target);
        return List.of(
                new Named(
                        "public access block",
                        settings::publicAccessIsBlocked,
                        settings::blockPublicAccess),
                new Named("ownership", settings::ownershipIsEnforced, settings::enforceOwnership),
                Refusal.ofPlainText(s3, target),
                Refusal.ofDeletion(s3, target),
                new Named("encryption", settings::isEncrypted, settings::encrypt),
                new Named("versioning", settings::isVersioned, settings::version),
                new OldVersions(s3, target),
                new Tags(s3, target));
    }

    private record Named(String name, BooleanSupplier right, Runnable setter) implements Setting {
        @Override
        public boolean isRight() {
            return right.getAsBoolean();
        }

        @Override
        public void put() {
            setter.run();
        }
    }

    private boolean publicAccessIsBlocked() {
        return Found.in(
                        () ->
                                s3.getPublicAccessBlock(
                                        r -> r.bucket(bucket).expectedBucketOwner(owner)))
                .filter(found -> ALL_BLOCKED.equals(found.publicAccessBlockConfiguration()))
                .isPresent();
    }

    private void blockPublicAccess() {
        s3.putPublicAccessBlock(
                r ->
                        r.bucket(bucket)
                                .expectedBucketOwner(owner)
                                .publicAccessBlockConfiguration(ALL_BLOCKED));
    }

    private boolean ownershipIsEnforced() {
        return Found.in(
                        () ->
                                s3.getBucketOwnershipControls(
                                        r -> r.bucket(bucket).expectedBucketOwner(owner)))
                .filter(found -> OWNER_ENFORCED.equals(found.ownershipControls()))
                .isPresent();
    }

    private void enforceOwnership() {
        s3.putBucketOwnershipControls(
                r -> r.bucket(bucket).expectedBucketOwner(owner).ownershipControls(OWNER_ENFORCED));
    }

    private boolean isEncrypted() {
        return Found.in(
                        () ->
                                s3.getBucketEncryption(
                                        r -> r.bucket(bucket).expectedBucketOwner(owner)))
                .map(found -> found.serverSideEncryptionConfiguration().rules())
                .filter(rules -> rules.stream().anyMatch(Settings::isStrongEnough))
                .isPresent();
    }

    private static boolean isStrongEnough(ServerSideEncryptionRule rule) {
        var byDefault = rule.applyServerSideEncryptionByDefault();
        return byDefault != null && STRONG_ENOUGH.contains(byDefault.sseAlgorithm());
    }

    private void encrypt() {
        s3.putBucketEncryption(
                r ->
                        r.bucket(bucket)
                                .expectedBucketOwner(owner)
                                .serverSideEncryptionConfiguration(S3_KEY));
    }

    private boolean isVersioned() {
        return s3.getBucketVersioning(r -> r.bucket(bucket).expectedBucketOwner(owner)).status()
                == BucketVersioningStatus.ENABLED;
    }

    private void version() {
        s3.putBucketVersioning(
                r ->
                        r.bucket(bucket)
                                .expectedBucketOwner(owner)
                                .versioningConfiguration(
                                        v -> v.status(BucketVersioningStatus.ENABLED)));
    }
}
