package analysisplatform.tools;

import java.util.Map;
import java.util.Optional;

/** Resources that hold what a later deployment cannot bring back. */
final class StatefulResources {

    private static final Map<String, String> LOST =
            Map.ofEntries(
                    Map.entry("aws_s3_bucket", "every object of the bucket"),
                    Map.entry("aws_s3_bucket_versioning", "what tells old versions from new ones"),
                    Map.entry(
                            "aws_s3_bucket_object_lock_configuration",
                            "the lock of reports that are written from now on"),
                    Map.entry("aws_kms_key", "everything that was encrypted with the key"),
                    Map.entry("aws_dynamodb_table", "locks and the record of what is published"),
                    Map.entry("aws_glue_catalog_database", "tables and views in the database"),
                    Map.entry("aws_glue_catalog_table", "what the table's definition points at"),
                    Map.entry("aws_cloudwatch_log_group", "the log"),
                    Map.entry("aws_sns_topic", "subscriptions: every address confirms again"),
                    Map.entry("aws_sns_topic_subscription", "the address confirms again"),
                    Map.entry("aws_sqs_queue", "what could not be delivered"),
                    Map.entry(
                            "aws_quicksight_account_subscription",
                            "QuickSight's users, data sets and dashboards"),
                    Map.entry("aws_quicksight_data_set", "the data that is loaded"),
                    Map.entry(
                            "aws_iam_openid_connect_provider",
                            "the trust of every workflow in this account"));

    private StatefulResources() {}

    /** What is lost with a resource of this type, if anything. */
    static Optional<String> lostWith(String type) {
        return Optional.ofNullable(LOST.get(type));
    }
}
