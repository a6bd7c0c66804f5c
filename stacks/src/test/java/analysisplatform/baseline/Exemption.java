package analysisplatform.baseline;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a rule does not hold, and why it need not. One that nothing needs fails a test. */
enum Exemption {
    OBJECTS_OF_A_DEPLOYMENT(
            "object-encryption",
            "aws_s3_object\\.(statements-.*|evidence_policy-.*)",
            "Whoever deploys may not use the masked store's key. These are statements and summaries"
                    + " of the policy, without data, and S3's own key encrypts them."),
    RUNS_TABLE(
            "table-encryption",
            "aws_dynamodb_table\\.runs_table_.*",
            "It holds locks and the names of runs, no data; a key of its own would cost more than"
                    + " the table."),
    EXPORT_OBJECTS(
            "policy-actions",
            "aws_iam_role_policy\\.export_policy_.*#WriteExport"
                    + "|aws_s3_bucket_policy\\.store_quarantine_policy_.*#Write.*",
            "The RDS user guide asks for PutObject*, GetObject* and DeleteObject* and does not say"
                    + " which of them; only below the source's own prefix."),
    EXPORT_KEY(
            "policy-actions",
            "aws_iam_role_policy\\.export_policy_.*#UseKey"
                    + "|aws_kms_key\\.store_quarantine-key_.*#ExportFrom\\d{12}",
            "The RDS user guide asks for ReEncrypt* and GenerateDataKey* and does not say which of"
                    + " them; only with the quarantine's key."),
    PUBLISHERS(
            "policy-actions",
            "aws_kms_key\\.failure-mail_key_.*#Let(EventBridge|CloudWatch|Budgets)Encrypt",
            "The SNS developer guide asks for GenerateDataKey* for services that publish to an"
                    + " encrypted topic; the key encrypts alerts and nothing else."),
    EVENTS_TO_TOPIC(
            "confused-deputy",
            "aws_sns_topic_policy\\.failure-mail_policy_.*#LetEventBridgePublish",
            "EventBridge does not reliably send its rule to SNS; a condition that never matches"
                    + " would silence every alert."),
    EVENTS_TO_KEY(
            "confused-deputy",
            "aws_kms_key\\.failure-mail_key_.*#LetEventBridgeEncrypt",
            "EventBridge sends KMS no source when it publishes to an encrypted topic."),
    LAMBDA(
            "confused-deputy",
            "aws_iam_role\\.export_role_.*#LetLambdaIn",
            "Lambda sends no source when it becomes a function's role; whoever makes a function needs"
                    + " iam:PassRole on the role."),
    GLUE(
            "confused-deputy",
            "aws_iam_role\\.crawler-.*_role_.*#LetGlueIn",
            "Whether Glue sends a source when it becomes a crawler's role is not confirmed, and a"
                    + " condition that never matches would end every night; whoever makes a crawler"
                    + " needs iam:PassRole on the role."),
    CHAT(
            "confused-deputy",
            "aws_iam_role\\.slack_role_.*#LetChatIn",
            "The role has no rights that it could lend."),
    CALLER(
            "pass-role",
            "aws_iam_role_policy\\.caller_policy_.*#LendExportRole",
            "Whether RDS names itself as the service that a role is passed to is not confirmed. The"
                    + " one role that can be lent trusts RDS' export service alone."),
    BUDGET(
            "more-rights",
            "aws_iam_role_policy\\.spending_execution_policy_.*#StopAndLift",
            "AWS Budgets stops queries by attaching a policy; a condition allows only the one that"
                    + " denies, on the analysts' role alone."),
    QUICKSIGHT(
            "rights-in-the-role",
            "aws_iam_role_policy\\.quicksight_policy_.*",
            "QuickSight's service role is made by QuickSight; the stack adds what it may read."),
    DEPLOYMENT_RIGHTS(
            "more-rights",
            "aws_iam_role_policy\\.workflows_deploy_policy_.*#(ChangeRights|MakeRoles|ChangeStopPolicy)"
                    + "|aws_iam_policy\\.workflows_deploy-.*#ChangeFunction",
            "A deployment changes what roles may, and the function's code; only of roles under the"
                    + " boundary, which it cannot change or take off, and never who assumes a role"
                    + " that reads data."),
    DEPLOYMENT_ATTACHED(
            "rights-in-the-role",
            "aws_iam_role_policy_attachment\\.workflows_deploy-.*",
            "A role holds 10,240 characters of policies, and a deployment names more. The attached"
                    + " ones are of the same stack."),
    FUNCTION_FAILURES(
            "function-failures",
            "aws_lambda_function\\.export_function_.*",
            "The state machine waits for it and sees it fail. What the clean-up rule asks for in"
                    + " vain raises the alarm function-errors, and the next run clears it up."),
    PIPELINE_WORKGROUP(
            "athena-settings",
            "aws_athena_workgroup\\.workgroups_pipeline_.*",
            "CREATE TABLE AS with a location of its own is refused in an enforced workgroup; only"
                    + " the state machines' roles may use this one.");

    private final String rule;
    private final Pattern address;
    private final String reason;

    Exemption(String rule, String address, String reason) {
        this.rule = rule;
        this.address = Pattern.compile(address);
        this.reason = reason;
    }

    static Optional<Exemption> of(Rule rule, Finding finding) {
        return Stream.of(values())
                .filter(it -> it.rule.equals(rule.id()))
                .filter(it -> it.address.matcher(finding.address()).matches())
                .findFirst();
    }

    String rule() {
        return rule;
    }

    String address() {
        return address.pattern();
    }

    String reason() {
        return reason;
    }
}
