package analysisplatform.alarms;

import analysisplatform.alarms.AlarmDefinition.Delivery;
import analysisplatform.alarms.AlarmDefinition.EventAlarm;
import analysisplatform.alarms.AlarmDefinition.Message;
import analysisplatform.config.Environment;
import analysisplatform.names.Names;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Calls against keys and quarantine, as CloudTrail reports them. Requires a trail that logs
 * management events in the account and does not exclude those of KMS; without one EventBridge hears
 * nothing.
 */
final class GuardAlarms {

    private static final String KMS = "aws.kms";

    /** Each path stands in every record of CloudTrail; who called does not always. */
    private static final Map<String, String> PARTS =
            Map.of(
                    "call", "$.detail.eventName",
                    "time", "$.detail.eventTime",
                    "record", "$.detail.eventID");

    private final Names names;
    private final WatchedKeys keys;

    GuardAlarms(Environment environment, WatchedKeys keys) {
        this.names = Names.of(environment);
        this.keys = keys;
    }

    List<AlarmDefinition> all() {
        return List.of(keyAtRisk(), denied(), keyOpened(), bucketOpened());
    }

    private EventAlarm keyAtRisk() {
        return call(
                names.named(Runbook.KEY_AT_RISK.page()),
                new Message(
                        Runbook.KEY_AT_RISK,
                        "Somebody disabled a KMS key of the platform or asked for its deletion.",
                        "Nothing is lost yet, but nothing that the key encrypts can be read now."),
                pattern(
                        KMS,
                        Map.of(
                                "eventName",
                                List.of("DisableKey", "ScheduleKeyDeletion"),
                                "requestParameters",
                                Map.of(
                                        "keyId",
                                        Stream.of(keys.quarantine(), keys.masked(), keys.alerts())
                                                .flatMap(key -> key.names().stream())
                                                .toList()))),
                Delivery.USUAL);
    }

    /**
     * A refusal may name the key only in its message. S3 refuses most strangers by the bucket's
     * policy, before it asks KMS, and that shows only in data events, which cost money.
     */
    private EventAlarm denied() {
        String arn = keys.quarantine().arn();
        return call(
                names.named(Runbook.QUARANTINE_DENIED.page()),
                new Message(
                        Runbook.QUARANTINE_DENIED,
                        "Somebody was refused the key of the quarantine.",
                        "Raw data was not read."),
                pattern(
                        KMS,
                        Map.of(
                                "errorCode",
                                List.of(Map.of("prefix", "AccessDenied")),
                                "$or",
                                List.of(
                                        Map.of("resources", Map.of("ARN", List.of(arn))),
                                        Map.of(
                                                "errorMessage",
                                                List.of(Map.of("wildcard", "*" + arn + "*")))))),
                Delivery.WITH_READING_CALLS);
    }

    /** Nobody can read the quarantine without changing its key's policy or its own first. */
    private EventAlarm keyOpened() {
        return call(
                names.named(Runbook.QUARANTINE_OPENED.page() + "-key"),
                opened(),
                pattern(
                        KMS,
                        Map.of(
                                "eventName",
                                List.of("PutKeyPolicy"),
                                "requestParameters",
                                Map.of("keyId", keys.quarantine().names()))),
                Delivery.USUAL);
    }

    private EventAlarm bucketOpened() {
        return call(
                names.named(Runbook.QUARANTINE_OPENED.page() + "-bucket"),
                opened(),
                pattern(
                        "aws.s3",
                        Map.of(
                                "eventName",
                                List.of(
                                        "PutBucketPolicy",
                                        "DeleteBucketPolicy",
                                        "PutBucketPublicAccessBlock",
                                        "DeleteBucketPublicAccessBlock",
                                        "PutBucketReplication"),
                                "requestParameters",
                                Map.of("bucketName", List.of(names.quarantineBucket())))),
                Delivery.USUAL);
    }

    private static Message opened() {
        return new Message(
                Runbook.QUARANTINE_OPENED,
                "Somebody changed who may read the quarantine.",
                "A deployment that was reviewed does so too; compare the time.");
    }

    private static Map<String, Object> pattern(String service, Map<String, Object> detail) {
        return Map.of(
                "source",
                List.of(service),
                "detail-type",
                List.of("AWS API Call via CloudTrail"),
                "detail",
                detail);
    }

    private static EventAlarm call(
            String name, Message message, Map<String, Object> pattern, Delivery delivery) {
        return new EventAlarm(name, message, pattern, PARTS, "", delivery);
    }
}
