package analysisplatform.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.alarms.AlarmDefinition.Delivery;
import analysisplatform.alarms.AlarmDefinition.EventAlarm;
import analysisplatform.constructs.TestJson;
import analysisplatform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which event raises which alarm. */
class EventAlarmsTest {

    private static final String KEY = "arn:aws:kms:ap-northeast-1:111111111111:key/";
    private static final String MACHINE =
            "arn:aws:states:ap-northeast-1:111111111111:stateMachine:";

    @ParameterizedTest(name = "{0} of {1} raises {2}")
    @CsvSource({
        "FAILED,    acme-prod-nightly-shop,       acme-prod-run-failed-shop",
        "TIMED_OUT, acme-prod-nightly-shop,       acme-prod-run-stopped-shop",
        "ABORTED,   acme-prod-nightly-shop,       acme-prod-run-stopped-shop",
        "SUCCEEDED, acme-prod-nightly-shop,       ",
        "RUNNING,   acme-prod-nightly-shop,       ",
        "FAILED,    acme-prod-nightly-billing-eu, acme-prod-run-failed-billing-eu",
        "FAILED,    acme-dev-nightly-shop,        ",
        "FAILED,    somebody-elses,               "
    })
    void endOfARun(String status, String machine, String alarm) {
        assertRaises(
                alarm,
                """
                                {"source": "aws.states",
                                 "detail-type": "Step Functions Execution Status Change",
                                 "detail": {"status": "%s", "stateMachineArn": "%s"}}""",
                status,
                MACHINE + machine);
    }

    @ParameterizedTest(name = "{0} of {1} raises {2}")
    @CsvSource({
        "Failed,    acme-prod-raw-shop,       acme-prod-crawl-failed-shop",
        "Succeeded, acme-prod-raw-shop,       ",
        "Started,   acme-prod-raw-shop,       ",
        "Failed,    acme-prod-raw-billing-eu, acme-prod-crawl-failed-billing-eu",
        "Failed,    another,                  "
    })
    void endOfACrawl(String state, String crawler, String alarm) {
        assertRaises(
                alarm,
                """
                                {"source": "aws.glue", "detail-type": "Glue Crawler State Change",
                                 "detail": {"state": "%s", "crawlerName": "%s"}}""",
                state,
                crawler);
    }

    @ParameterizedTest(name = "{0} of {1} raises {2}")
    @CsvSource({
        "ScheduleKeyDeletion, quarantine-id,       acme-prod-key-at-risk",
        "ScheduleKeyDeletion, arn:quarantine-id,   acme-prod-key-at-risk",
        "DisableKey,          masked-id,           acme-prod-key-at-risk",
        "DisableKey,          alerts-id,           acme-prod-key-at-risk",
        "EnableKey,           quarantine-id,       ",
        "CancelKeyDeletion,   quarantine-id,       ",
        "DisableKey,          somebody-elses-id,   ",
        "PutKeyPolicy,        arn:quarantine-id,   acme-prod-quarantine-opened-key",
        "PutKeyPolicy,        masked-id,           ",
        "Decrypt,             arn:quarantine-id,   "
    })
    void callOfKms(String call, String key, String alarm) {
        assertRaises(
                alarm,
                """
                                {"source": "aws.kms", "detail-type": "AWS API Call via CloudTrail",
                                 "detail": {"eventName": "%s",
                                            "requestParameters": {"keyId": "%s"}}}""",
                call,
                key.replace("arn:", KEY));
    }

    @ParameterizedTest(name = "{0} of {1} raises {2}")
    @CsvSource({
        "PutBucketPolicy,               acme-prod-quarantine-111111111111-ap-northeast-1, acme-prod-quarantine-opened-bucket",
        "DeleteBucketPolicy,            acme-prod-quarantine-111111111111-ap-northeast-1, acme-prod-quarantine-opened-bucket",
        "DeleteBucketPublicAccessBlock, acme-prod-quarantine-111111111111-ap-northeast-1, acme-prod-quarantine-opened-bucket",
        "PutBucketReplication,          acme-prod-quarantine-111111111111-ap-northeast-1, acme-prod-quarantine-opened-bucket",
        "GetBucketPolicy,               acme-prod-quarantine-111111111111-ap-northeast-1, ",
        "PutBucketPolicy,               acme-prod-masked-111111111111-ap-northeast-1,     "
    })
    void callOfS3(String call, String bucket, String alarm) {
        assertRaises(
                alarm,
                """
                                {"source": "aws.s3", "detail-type": "AWS API Call via CloudTrail",
                                 "detail": {"eventName": "%s",
                                            "requestParameters": {"bucketName": "%s"}}}""",
                call,
                bucket);
    }

    @Test
    void refusedUseOfTheQuarantinesKeyIsToldWhereverTheRecordNamesTheKey() {
        String record =
                """
                {"source": "aws.kms", "detail-type": "AWS API Call via CloudTrail",
                 "detail": {"eventName": "Decrypt", "requestParameters": null, %s}}""";
        String denied = "acme-prod-quarantine-denied";

        assertThat(
                        raisedBy(
                                record.formatted(
                                        """
                                        "errorCode": "AccessDenied",
                                        "errorMessage": "User: u is not authorized to perform: \
                                        kms:Decrypt on resource: %squarantine-id because"
                                        """
                                                .formatted(KEY))))
                .containsExactly(denied);
        assertThat(
                        raisedBy(
                                record.formatted(
                                        """
                                        "errorCode": "AccessDeniedException",
                                        "resources": [{"ARN": "%squarantine-id"}]"""
                                                .formatted(KEY))))
                .containsExactly(denied);
        assertThat(
                        raisedBy(
                                record.formatted(
                                        """
                                        "errorCode": "AccessDenied",
                                        "resources": [{"ARN": "%smasked-id"}]"""
                                                .formatted(KEY))))
                .isEmpty();
        assertThat(
                        raisedBy(
                                record.formatted(
                                        """
                                        "resources": [{"ARN": "%squarantine-id"}]"""
                                                .formatted(KEY))))
                .as("an allowed use")
                .isEmpty();
    }

    /** Decrypt only reads, and EventBridge keeps such calls back from usual rules. */
    @Test
    void onlyTheRuleOfRefusalsAsksForCallsThatRead() {
        assertThat(AlarmsTest.onEvents())
                .filteredOn(alarm -> alarm.delivery() == Delivery.WITH_READING_CALLS)
                .extracting(EventAlarm::name)
                .containsExactly("acme-prod-quarantine-denied");
    }

    private static List<String> raisedBy(String event) {
        JsonNode parsed = EventPattern.event(event);
        return AlarmsTest.onEvents().stream()
                .filter(
                        alarm ->
                                EventPattern.matches(
                                        TestJson.parse(Json.text(alarm.pattern())), parsed))
                .map(EventAlarm::name)
                .toList();
    }

    /**
     * @param alarm none when null
     */
    private static void assertRaises(String alarm, String event, Object... values) {
        assertThat(raisedBy(event.formatted(values)))
                .isEqualTo(alarm == null ? List.of() : List.of(alarm));
    }
}
