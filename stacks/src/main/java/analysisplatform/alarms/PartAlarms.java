package analysisplatform.alarms;

import analysisplatform.alarms.AlarmDefinition.Arming;
import analysisplatform.alarms.AlarmDefinition.Comparison;
import analysisplatform.alarms.AlarmDefinition.Limit;
import analysisplatform.alarms.AlarmDefinition.Message;
import analysisplatform.alarms.AlarmDefinition.Metric;
import analysisplatform.alarms.AlarmDefinition.MetricAlarm;
import analysisplatform.alarms.AlarmDefinition.Silence;
import analysisplatform.config.Environment;
import analysisplatform.config.Platform.Analysts;
import analysisplatform.names.Names;
import java.util.List;
import java.util.Map;

/**
 * What all sources share: the function, the queue of dead letters, the quarantine, the analysts.
 */
final class PartAlarms {

    private static final int FIVE_MINUTES = 300;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;

    /**
     * One refusal ends a night and is mailed with it, so only what goes on is told here: a call
     * that is repeated in vain, an export that waits for its turn, a clean-up that nobody awaits.
     */
    private static final int ERRORS_THAT_GO_ON = 3;

    /** Far above the pseudonym keys, which stay in the bucket, and below any real export. */
    private static final int BYTES_OF_AN_EXPORT = 100_000;

    /**
     * S3 counts once a day, and a count may fall into a night. Two in a row are more than a day.
     */
    private static final int COUNTS_OF_MORE_THAN_A_DAY = 2;

    private static final long BYTES_PER_MEGABYTE = 1024L * 1024;

    private final Names names;
    private final Analysts analysts;

    PartAlarms(Environment environment) {
        this.names = Names.of(environment);
        this.analysts = environment.platform().analysts();
    }

    List<MetricAlarm> all() {
        return List.of(
                alarm(
                        Runbook.FUNCTION_ERRORS,
                        "The export function failed %d times within an hour."
                                .formatted(ERRORS_THAT_GO_ON),
                        "What is published stands. A nightly run that gives up is told by its own"
                                + " mail; raw data may wait for its removal.",
                        function("Errors", HOUR),
                        atLeast(ERRORS_THAT_GO_ON, 1)),
                alarm(
                        Runbook.FUNCTION_THROTTLED,
                        "AWS refused to run the export function, because too many functions ran.",
                        "What is published stands. Nightly runs try again for about two minutes.",
                        function("Throttles", FIVE_MINUTES),
                        atLeast(1, 1)),
                alarm(
                        Runbook.DEAD_LETTERS,
                        "A start, a mail or a clean-up could not be delivered.",
                        "What is published stands. What was not delivered waits in the queue %s."
                                .formatted(names.deadLetters()),
                        new Metric(
                                "AWS/SQS",
                                "ApproximateNumberOfMessagesVisible",
                                Map.of("QueueName", names.deadLetters()),
                                "Maximum",
                                FIVE_MINUTES,
                                Silence.IS_GOOD),
                        atLeast(1, 1)),
                alarm(
                        Runbook.RAW_DATA_LEFT,
                        "Raw data has been in the quarantine for more than a day.",
                        "Nobody but the pipeline can read it, but it should be gone.",
                        new Metric(
                                "AWS/S3",
                                "BucketSizeBytes",
                                Map.of(
                                        "BucketName",
                                        names.quarantineBucket(),
                                        "StorageType",
                                        "StandardStorage"),
                                "Maximum",
                                DAY,
                                Silence.IS_GOOD),
                        atLeast(BYTES_OF_AN_EXPORT, COUNTS_OF_MORE_THAN_A_DAY)),
                dailyScan());
    }

    private MetricAlarm dailyScan() {
        int megabytes = analysts.dailyScanLimitMegabytes();
        return alarm(
                Runbook.DAILY_SCAN,
                "Analysts' queries read %,d MB or more in a day.".formatted(megabytes),
                "Queries go on; Athena cancels each that reads more than %,d MB by itself."
                        .formatted(analysts.scanLimitMegabytes()),
                new Metric(
                        "AWS/Athena",
                        "ProcessedBytes",
                        Map.of("WorkGroup", names.analystsWorkgroup()),
                        "Sum",
                        DAY,
                        Silence.IS_GOOD),
                atLeast(megabytes * BYTES_PER_MEGABYTE, 1));
    }

    private Metric function(String metric, int periodSeconds) {
        return new Metric(
                "AWS/Lambda",
                metric,
                Map.of("FunctionName", names.exportFunction()),
                "Sum",
                periodSeconds,
                Silence.IS_GOOD);
    }

    private static Limit atLeast(long threshold, int periods) {
        return Limit.inARow(Comparison.AT_LEAST, threshold, periods);
    }

    private MetricAlarm alarm(
            Runbook runbook, String happened, String standing, Metric metric, Limit limit) {
        return new MetricAlarm(
                names.named(runbook.page()),
                new Message(runbook, happened, standing),
                metric,
                limit,
                Arming.AT_ONCE);
    }
}
