package analysisplatform.policy;

import java.util.List;

/** What roles do with buckets. */
final class BucketActions {

    /** Athena, Glue and RDS look at the whole bucket, whatever folder they work in. */
    static final List<String> LOOK = List.of("s3:ListBucket", "s3:GetBucketLocation");

    /** RDS' export role, as the RDS user guide lists it. */
    static final List<String> EXPORT_OBJECTS =
            List.of("s3:PutObject*", "s3:GetObject*", "s3:DeleteObject*");

    /** Athena writes large results in parts. */
    static final List<String> READ_AND_WRITE =
            List.of(
                    "s3:GetObject",
                    "s3:PutObject",
                    "s3:AbortMultipartUpload",
                    "s3:ListMultipartUploadParts");

    /** All that Terraform reads of a bucket itself; of objects no more than their names. */
    static final List<String> SETTINGS =
            List.of(
                    "s3:GetAccelerateConfiguration",
                    "s3:GetBucketAcl",
                    "s3:GetBucketCORS",
                    "s3:GetBucketLocation",
                    "s3:GetBucketLogging",
                    "s3:GetBucketObjectLockConfiguration",
                    "s3:GetBucketOwnershipControls",
                    "s3:GetBucketPolicy",
                    "s3:GetBucketPublicAccessBlock",
                    "s3:GetBucketRequestPayment",
                    "s3:GetBucketTagging",
                    "s3:GetBucketVersioning",
                    "s3:GetBucketWebsite",
                    "s3:GetEncryptionConfiguration",
                    "s3:GetLifecycleConfiguration",
                    "s3:GetReplicationConfiguration",
                    "s3:ListBucket");

    /** To tag an object, in whatever way. */
    static final List<String> TAG = List.of("s3:PutObjectTagging", "s3:PutObjectVersionTagging");

    /** All that removes a locked object, hides it or shortens its retention. */
    static final List<String> UNDO_LOCKED =
            List.of(
                    "s3:BypassGovernanceRetention",
                    "s3:DeleteObject",
                    "s3:DeleteObjectVersion",
                    "s3:PutObjectRetention");

    private BucketActions() {}
}
