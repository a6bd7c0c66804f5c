package analysisplatform.baseline;

/** Checks of checkov that the stacks fail on purpose. */
enum Declined {
    ACCESS_LOGS(
            "CKV_AWS_18",
            "aws_s3_bucket_logging",
            "S3 access logs",
            "They come hours late, to a bucket that no key of the platform can encrypt. CloudTrail"
                    + " tells who used the key and who changed a policy."),
    X_RAY(
            "CKV_AWS_50",
            "aws_lambda_function/tracing_config",
            "X-Ray for the function",
            "One function, called by one state machine that records every step with its time and"
                    + " its error; a trace would add a right and nothing to read."),
    STATE_MACHINE_X_RAY(
            "CKV_AWS_284",
            "aws_sfn_state_machine/tracing_configuration",
            "X-Ray for state machines",
            "The execution's history has the same, for ninety days."),
    EXECUTION_DATA(
            "CKV_AWS_285",
            "",
            "Inputs and outputs in the state machine's log",
            "They hold SQL with names of columns. The rule state-machine-log asks for the opposite."),
    CONCURRENCY(
            "CKV_AWS_115",
            "aws_lambda_function/reserved_concurrent_executions",
            "Reserved concurrency of the function",
            "Who may call it are the state machines, once each; a small account has too few"
                    + " executions to reserve some."),
    VPC(
            "CKV_AWS_117",
            "aws_lambda_function/vpc_config",
            "The function in a VPC",
            "It calls APIs of AWS only. A VPC would need endpoints that cost more than the whole"
                    + " platform, or a way to the internet that it now cannot be given."),
    REPLICATION(
            "CKV_AWS_144",
            "aws_s3_bucket_replication_configuration",
            "Copies of buckets in another region",
            "Raw data is deleted the same night and masked data can be made again. Copies of"
                    + " personal data elsewhere are what the platform avoids."),
    LOG_KEY(
            "CKV_AWS_158",
            "aws_cloudwatch_log_group/kms_key_id",
            "A customer's key for log groups",
            "Logs hold events, counts and identifiers of runs, no data; CloudWatch encrypts them"
                    + " with its own key."),
    VARIABLES_KEY(
            "CKV_AWS_173",
            "aws_lambda_function/kms_key_arn",
            "A customer's key for the function's environment",
            "It holds one option of the virtual machine; the rule function-secrets sees to it."),
    CRAWLER_SECURITY(
            "CKV_AWS_195",
            "aws_glue_crawler/security_configuration",
            "A Glue security configuration",
            "It encrypts what a crawler does not write. Its logs name folders, tables and types."),
    CODE_SIGNING(
            "CKV_AWS_272",
            "aws_lambda_function/code_signing_config_arn",
            "Signed code",
            "The jar is built and deployed by one pipeline, and the plan shows its hash; a signer"
                    + " in the same hands would add nothing."),
    SCHEDULE_KEY(
            "CKV_AWS_297",
            "aws_scheduler_schedule/kms_key_arn",
            "A customer's key for schedules",
            "A schedule's input is {}."),
    YEAR_OF_LOGS(
            "CKV_AWS_338",
            "",
            "A year of logs",
            "retention.logDays decides. What must be shown for years is the report of each night,"
                    + " which nobody can delete."),
    NOTIFICATIONS(
            "CKV2_AWS_62",
            "aws_s3_bucket_notification",
            "Event notifications of buckets",
            "Nothing waits for a file; the state machine asks RDS and Athena.");

    private final String checkov;
    private final String absent;
    private final String what;
    private final String reason;

    Declined(String checkov, String absent, String what, String reason) {
        this.checkov = checkov;
        this.absent = absent;
        this.what = what;
        this.reason = reason;
    }

    String checkov() {
        return checkov;
    }

    /** A type, or a type and its property, that is nowhere declared; empty where it is a value. */
    String absent() {
        return absent;
    }

    String what() {
        return what;
    }

    String reason() {
        return reason;
    }
}
