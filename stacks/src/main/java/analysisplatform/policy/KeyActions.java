package analysisplatform.policy;

import java.util.List;

/** What a user of a key does with it. */
final class KeyActions {

    static final List<String> READ = List.of("kms:Decrypt");

    static final List<String> READ_AND_WRITE = List.of("kms:Decrypt", "kms:GenerateDataKey");

    /** A service that publishes to an encrypted topic, as the SNS developer guide lists it. */
    static final List<String> PUBLISH = List.of("kms:Decrypt", "kms:GenerateDataKey*");

    /** RDS' export role, as the RDS user guide lists it. */
    static final List<String> EXPORT =
            List.of(
                    "kms:Encrypt",
                    "kms:Decrypt",
                    "kms:ReEncrypt*",
                    "kms:GenerateDataKey*",
                    "kms:CreateGrant",
                    "kms:DescribeKey",
                    "kms:RetireGrant");

    /** Whoever starts an export lets RDS use the key by a grant. */
    static final List<String> START_EXPORT = List.of("kms:DescribeKey", "kms:CreateGrant");

    /** All that Terraform reads of a key. */
    static final List<String> SETTINGS =
            List.of(
                    "kms:DescribeKey",
                    "kms:GetKeyPolicy",
                    "kms:GetKeyRotationStatus",
                    "kms:ListResourceTags");

    /**
     * Everything but using the key. {@code kms:Create*} would include CreateGrant, and with it a
     * way to decrypt.
     */
    static final List<String> ADMINISTER =
            List.of(
                    "kms:CancelKeyDeletion",
                    "kms:CreateAlias",
                    "kms:DeleteAlias",
                    "kms:DescribeKey",
                    "kms:DisableKey",
                    "kms:DisableKeyRotation",
                    "kms:EnableKey",
                    "kms:EnableKeyRotation",
                    "kms:GetKeyPolicy",
                    "kms:GetKeyRotationStatus",
                    "kms:ListAliases",
                    "kms:ListGrants",
                    "kms:ListKeyPolicies",
                    "kms:ListKeyRotations",
                    "kms:ListResourceTags",
                    "kms:PutKeyPolicy",
                    "kms:RevokeGrant",
                    "kms:RotateKeyOnDemand",
                    "kms:ScheduleKeyDeletion",
                    "kms:TagResource",
                    "kms:UntagResource",
                    "kms:UpdateAlias",
                    "kms:UpdateKeyDescription");

    private KeyActions() {}
}
