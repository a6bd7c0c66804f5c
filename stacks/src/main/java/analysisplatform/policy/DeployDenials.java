package analysisplatform.policy;

import analysisplatform.names.GitHubStack;
import java.util.List;
import java.util.stream.Stream;

/**
 * What no deployment does, whatever else is allowed one day: read data, decide who may read it,
 * destroy what holds it, or loosen what holds the deployment itself.
 */
final class DeployDenials {

    private static final List<String> READ_DATA =
            List.of(
                    "athena:GetQueryResults*",
                    "athena:StartQueryExecution",
                    "dynamodb:BatchGetItem",
                    "dynamodb:ExportTableToPointInTime",
                    "dynamodb:GetItem",
                    "dynamodb:PartiQL*",
                    "dynamodb:Query",
                    "dynamodb:Scan",
                    "kms:CreateGrant",
                    "kms:Decrypt",
                    "kms:GenerateDataKey*",
                    "kms:ReEncrypt*",
                    "lambda:InvokeFunction",
                    "logs:FilterLogEvents",
                    "logs:GetLogEvents",
                    "sqs:ReceiveMessage");

    private static final List<String> OPEN_OR_DESTROY =
            List.of(
                    "dynamodb:DeleteTable",
                    "dynamodb:PutResourcePolicy",
                    "glue:DeleteDatabase",
                    "glue:PutResourcePolicy",
                    "iam:CreateAccessKey",
                    "iam:CreateUser",
                    "iam:DeleteRolePermissionsBoundary",
                    "iam:PutRolePermissionsBoundary",
                    "kms:DisableKey",
                    "kms:PutKeyPolicy",
                    "kms:ScheduleKeyDeletion",
                    "s3:BypassGovernanceRetention",
                    "s3:CreateAccessPoint",
                    "s3:DeleteBucket*",
                    "s3:PutBucketAcl",
                    "s3:PutBucketObjectLockConfiguration",
                    "s3:PutBucketOwnershipControls",
                    "s3:PutBucketPolicy",
                    "s3:PutBucketPublicAccessBlock",
                    "s3:PutBucketVersioning",
                    "s3:PutEncryptionConfiguration",
                    "s3:PutReplicationConfiguration");

    private static final List<String> CHANGE_GUARDS =
            List.of(
                    "iam:Add*",
                    "iam:Attach*",
                    "iam:Create*",
                    "iam:Delete*",
                    "iam:Detach*",
                    "iam:PassRole",
                    "iam:Put*",
                    "iam:Remove*",
                    "iam:Set*",
                    "iam:Tag*",
                    "iam:Untag*",
                    "iam:Update*");

    /** Of both, for the reason that lists them. */
    static final List<String> ALL =
            Stream.concat(READ_DATA.stream(), OPEN_OR_DESTROY.stream()).toList();

    private DeployDenials() {}

    static PolicyDocument of(GitHubStack stack) {
        return PolicyDocument.of(
                Statement.deny("NeverReadData", READ_DATA)
                        .onEvery(WildcardReason.DENIED_TO_DEPLOYMENTS, "*"),
                Statement.deny("NeverOpenOrDestroy", OPEN_OR_DESTROY)
                        .onEvery(WildcardReason.DENIED_TO_DEPLOYMENTS, "*"),
                Statement.deny("NeverChangeGuards", CHANGE_GUARDS)
                        .on(
                                stack.plan().arn(),
                                stack.deploy().arn(),
                                stack.boundaryArn(),
                                stack.deployPolicyArn("*"),
                                stack.providerArn()));
    }
}
