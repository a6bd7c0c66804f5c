package analysisplatform.names;

import analysisplatform.config.Source;
import java.util.List;
import java.util.stream.Stream;

/**
 * A name that AWS limits in length and gives only once in an account.
 *
 * @param account in which the name is taken
 * @param owner name of the source that needs it; empty when the whole environment does
 */
public record AwsName(Kind kind, String account, String value, String owner) {

    /** Limits in characters, from the services' own guides. */
    public enum Kind {
        S3_BUCKET("S3 bucket", 63),
        IAM_ROLE("IAM role", 64),
        LAMBDA_FUNCTION("Lambda function", 64),
        STATE_MACHINE("state machine", 80),
        GLUE_DATABASE("Glue database", 128),
        GLUE_CRAWLER("Glue crawler", 255),
        ATHENA_WORKGROUP("Athena workgroup", 128),
        DYNAMODB_TABLE("DynamoDB table", 255),
        SNS_TOPIC("SNS topic", 256),
        SQS_QUEUE("SQS queue", 80),
        EVENT_RULE("EventBridge rule", 64),
        KMS_ALIAS("KMS alias", 256);

        private final String label;
        private final int maximumLength;

        Kind(String label, int maximumLength) {
            this.label = label;
            this.maximumLength = maximumLength;
        }

        public String label() {
            return label;
        }

        public int maximumLength() {
            return maximumLength;
        }
    }

    public boolean isTooLong() {
        return value.length() > kind.maximumLength();
    }

    /** Whether both ask for the same thing of the same account. */
    public boolean clashesWith(AwsName other) {
        return kind == other.kind && account.equals(other.account) && value.equals(other.value);
    }

    /** What an environment takes whatever its sources are. */
    public static List<AwsName> ofEnvironment(Names names) {
        Roles roles = new Roles(names);
        return Stream.of(
                        of(Kind.S3_BUCKET, names.quarantineBucket()),
                        of(Kind.S3_BUCKET, names.maskedBucket()),
                        of(Kind.S3_BUCKET, names.resultsBucket()),
                        of(Kind.S3_BUCKET, names.evidenceBucket()),
                        of(Kind.S3_BUCKET, names.stateBucket(names.account(), names.region())),
                        of(Kind.IAM_ROLE, roles.exportFunction().name()),
                        of(Kind.IAM_ROLE, roles.scheduler().name()),
                        of(Kind.IAM_ROLE, roles.analyst().name()),
                        of(Kind.IAM_ROLE, roles.evidenceReader().name()),
                        of(Kind.IAM_ROLE, roles.quickSightUserManager().name()),
                        of(Kind.LAMBDA_FUNCTION, names.exportFunction()),
                        of(Kind.GLUE_DATABASE, names.pseudonymKeyDatabase()),
                        of(Kind.GLUE_DATABASE, names.kpiDatabase()),
                        of(Kind.ATHENA_WORKGROUP, names.pipelineWorkgroup()),
                        of(Kind.ATHENA_WORKGROUP, names.analystsWorkgroup()),
                        of(Kind.DYNAMODB_TABLE, names.runsTable()),
                        of(Kind.IAM_ROLE, roles.slack().name()),
                        of(Kind.IAM_ROLE, roles.budget().name()),
                        of(Kind.IAM_ROLE, roles.plan().name()),
                        of(Kind.IAM_ROLE, roles.deploy().name()),
                        of(Kind.SNS_TOPIC, names.topic()),
                        of(Kind.SQS_QUEUE, names.deadLetters()),
                        of(Kind.KMS_ALIAS, names.alertsKeyAlias()),
                        of(Kind.KMS_ALIAS, names.quarantineKeyAlias()),
                        of(Kind.KMS_ALIAS, names.maskedKeyAlias()))
                .map(name -> new AwsName(name.kind(), names.account(), name.value(), ""))
                .toList();
    }

    /** What a source takes, in the analysis account and in its own. */
    public static List<AwsName> ofSource(Names names, Source source) {
        String name = source.name();
        Roles roles = new Roles(names);
        Stream<AwsName> here =
                Stream.of(
                                of(Kind.IAM_ROLE, roles.nightly(source).name()),
                                of(Kind.IAM_ROLE, roles.crawler(source).name()),
                                of(Kind.STATE_MACHINE, names.stateMachine(source)),
                                of(Kind.GLUE_DATABASE, names.rawDatabase(source)),
                                of(Kind.GLUE_DATABASE, names.maskedDatabase(source)),
                                of(Kind.GLUE_DATABASE, names.publishedDatabase(source)),
                                of(Kind.GLUE_CRAWLER, names.crawler(source)),
                                of(Kind.EVENT_RULE, names.alarm("crawl-failed", source)))
                        .map(part -> new AwsName(part.kind(), names.account(), part.value(), name));
        Stream<AwsName> there =
                Stream.of(
                                of(Kind.IAM_ROLE, roles.caller(source).name()),
                                of(Kind.IAM_ROLE, roles.export(source).name()),
                                of(Kind.IAM_ROLE, roles.plan(source).name()),
                                of(Kind.IAM_ROLE, roles.deploy(source).name()))
                        .map(
                                part ->
                                        new AwsName(
                                                part.kind(), source.account(), part.value(), name));
        return Stream.concat(here, there).toList();
    }

    private static AwsName of(Kind kind, String value) {
        return new AwsName(kind, "", value, "");
    }
}
