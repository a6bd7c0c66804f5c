package analysisplatform.alarms;

import analysisplatform.alarms.AlarmDefinition.Arming;
import analysisplatform.alarms.AlarmDefinition.Comparison;
import analysisplatform.alarms.AlarmDefinition.Delivery;
import analysisplatform.alarms.AlarmDefinition.EventAlarm;
import analysisplatform.alarms.AlarmDefinition.Limit;
import analysisplatform.alarms.AlarmDefinition.Message;
import analysisplatform.alarms.AlarmDefinition.Metric;
import analysisplatform.alarms.AlarmDefinition.MetricAlarm;
import analysisplatform.alarms.AlarmDefinition.Silence;
import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.ConsoleLink;
import analysisplatform.names.Names;
import java.util.List;
import java.util.Map;

/**
 * The nights of one source: a run that ends badly, one that takes long, and one that is missing.
 */
final class RunAlarms {

    private static final int HOUR = 3600;

    /** A night is due every 24 hours and may take two hours longer than the one before. */
    private static final int HOURS_WITHOUT_PUBLICATION = 26;

    private static final int MILLISECONDS_PER_MINUTE = 60_000;
    private static final String LAST_RUN_STANDS = "Analysts see the run that was published last.";

    private final Environment environment;
    private final Source source;
    private final Names names;
    private final String machine;

    RunAlarms(Environment environment, Source source) {
        this.environment = environment;
        this.source = source;
        this.names = Names.of(environment);
        this.machine = Arns.of(environment).stateMachine(source);
    }

    List<MetricAlarm> onMetrics() {
        return List.of(noPublication(), slow());
    }

    List<AlarmDefinition> onEvents() {
        return List.of(failed(), stopped(), crawlFailed());
    }

    private MetricAlarm noPublication() {
        return new MetricAlarm(
                Publications.livenessAlarm(names, source),
                new Message(
                        Runbook.NO_PUBLICATION,
                        "Source %s has published nothing for %d hours."
                                .formatted(source.name(), HOURS_WITHOUT_PUBLICATION),
                        LAST_RUN_STANDS + " It grows older, and nobody else may have told you."),
                new Metric(
                        names.metricNamespace(source),
                        Publications.METRIC,
                        Map.of(),
                        "Sum",
                        HOUR,
                        Silence.IS_ZERO),
                Limit.inARow(Comparison.LESS_THAN, 1, HOURS_WITHOUT_PUBLICATION),
                Arming.BY_FIRST_PUBLICATION);
    }

    private MetricAlarm slow() {
        int minutes = environment.platform().notifications().slowRunMinutes();
        return new MetricAlarm(
                names.alarm(Runbook.RUN_SLOW.page(), source),
                new Message(
                        Runbook.RUN_SLOW,
                        "A nightly run of source %s took more than %d minutes."
                                .formatted(source.name(), minutes),
                        "It has ended; whether it published, another mail tells if not."),
                new Metric(
                        "AWS/States",
                        "ExecutionTime",
                        Map.of("StateMachineArn", machine),
                        "Maximum",
                        HOUR,
                        Silence.IS_GOOD),
                Limit.inARow(Comparison.AT_LEAST, (long) minutes * MILLISECONDS_PER_MINUTE, 1),
                Arming.AT_ONCE);
    }

    private EventAlarm failed() {
        return run(
                Runbook.RUN_FAILED,
                "The nightly run of source %s failed.",
                LAST_RUN_STANDS + " Raw data was removed.",
                List.of(RunEvents.FAILED),
                Map.of(
                        "status", "$.detail.status",
                        "execution", "$.detail.executionArn",
                        "error", "$.detail.error",
                        "cause", "$.detail.cause"));
    }

    /** Apart from a failure, because it has neither error nor cause. */
    private EventAlarm stopped() {
        return run(
                Runbook.RUN_STOPPED,
                "The nightly run of source %s was stopped, or took longer than it may.",
                LAST_RUN_STANDS
                        + " If it was stopped while it published, some views may show the new run."
                        + " Raw data is being removed.",
                List.of(RunEvents.TIMED_OUT, RunEvents.ABORTED),
                Map.of("status", "$.detail.status", "execution", "$.detail.executionArn"));
    }

    private EventAlarm run(
            Runbook runbook,
            String happened,
            String standing,
            List<String> statuses,
            Map<String, String> parts) {
        return new EventAlarm(
                names.alarm(runbook.page(), source),
                new Message(runbook, happened.formatted(source.name()), standing),
                RunEvents.pattern(statuses, List.of(machine)),
                parts,
                ConsoleLink.executions(names),
                Delivery.USUAL);
    }

    private EventAlarm crawlFailed() {
        return new EventAlarm(
                names.alarm(Runbook.CRAWL_FAILED.page(), source),
                new Message(
                        Runbook.CRAWL_FAILED,
                        "The crawler of source %s failed.".formatted(source.name()),
                        LAST_RUN_STANDS + " If a nightly run needed the crawl, it fails as well."),
                Map.of(
                        "source",
                        List.of("aws.glue"),
                        "detail-type",
                        List.of("Glue Crawler State Change"),
                        "detail",
                        Map.of(
                                "crawlerName",
                                List.of(names.crawler(source)),
                                "state",
                                List.of("Failed"))),
                Map.of("crawler", "$.detail.crawlerName", "time", "$.time"),
                "",
                Delivery.USUAL);
    }
}
