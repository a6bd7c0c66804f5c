package analysisplatform.cost;

import java.util.Arrays;
import java.util.List;

/** Everything that AWS charges this platform for; each has one price per region. */
public enum Item {
    RDS_EXPORT("rds-snapshot-export", "RDS snapshot export"),
    ATHENA_SCAN("athena-scan", "Athena"),
    GLUE_CRAWLER("glue-crawler", "Glue crawlers"),
    STATE_TRANSITION("step-functions-transition", "Step Functions"),
    LAMBDA_DURATION("lambda-duration", "Lambda, duration"),
    LAMBDA_REQUEST("lambda-request", "Lambda, requests"),
    S3_STORAGE("s3-storage", "S3, storage"),
    S3_REQUEST("s3-request", "S3, writes and lists"),
    S3_TAG("s3-tag", "S3, tags"),
    KMS_KEY("kms-key", "KMS keys"),
    KMS_REQUEST("kms-request", "KMS, requests"),
    DYNAMODB_WRITE("dynamodb-write", "DynamoDB, writes"),
    LOG_INGESTION("log-ingestion", "CloudWatch Logs, new"),
    LOG_STORAGE("log-storage", "CloudWatch Logs, kept"),
    CLOUDWATCH_ALARM("cloudwatch-alarm", "CloudWatch alarms"),
    CLOUDWATCH_METRIC("cloudwatch-metric", "CloudWatch metrics"),
    SNS_MAIL("sns-mail", "SNS mails"),
    QUICKSIGHT_AUTHOR("quicksight-author", "QuickSight authors"),
    QUICKSIGHT_READER("quicksight-reader", "QuickSight readers"),
    QUICKSIGHT_SPICE("quicksight-spice", "QuickSight, SPICE");

    private final String key;
    private final String label;

    Item(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in {@code prices.yaml}. */
    public String key() {
        return key;
    }

    /** The name that people read. */
    public String label() {
        return label;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Item::key).toList();
    }
}
