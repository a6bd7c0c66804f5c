package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.alarms.Publications;
import analysisplatform.alarms.RunEvents;
import analysisplatform.config.Platform.Occasions;
import analysisplatform.cost.NightPrice;
import analysisplatform.masking.NightSummary;
import analysisplatform.masking.RunSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * After a publication: the sign of life that the liveness alarm waits for, and the mails that were
 * asked for. A failure here leaves the publication standing and fails the run, so that it is heard.
 */
final class NewsStates {

    static final String START = "Give a sign of life";

    private static final String SNAPSHOT = "Tell of which snapshot it is";
    private static final String ARM = "Arm the liveness alarm";
    private static final String LOOK_BACK = "Look at the last executions";
    private static final String WAS_ILL = "Did the execution before fail?";
    private static final String STATUSES = "$.executions.statuses";

    private final Night night;
    private final Occasions occasions;

    NewsStates(Night night) {
        this.night = night;
        this.occasions = night.environment().platform().notifications().occasions();
    }

    List<State> states(String next) {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter(START, this::signOfLife));
        chapters.add(new Chapter(SNAPSHOT, this::snapshot));
        if (occasions.failure()) {
            chapters.add(new Chapter(ARM, this::arm));
        }
        if (occasions.recovery()) {
            chapters.add(new Chapter(LOOK_BACK, this::recovery));
        }
        if (occasions.success()) {
            chapters.add(new Chapter(Summary.START, new Summary(night)::states));
        }
        List<State> states = new ArrayList<>();
        for (int i = 0; i < chapters.size(); i++) {
            String following = i + 1 < chapters.size() ? chapters.get(i + 1).start() : next;
            states.addAll(chapters.get(i).states().apply(following));
        }
        return states;
    }

    /**
     * @param states of the chapter, given what comes after it
     */
    private record Chapter(String start, Function<String, List<State>> states) {}

    private List<State> signOfLife(String next) {
        return guarded(
                metric(
                                START,
                                ordered(
                                        "MetricName",
                                        Publications.METRIC,
                                        "Value",
                                        1,
                                        "Unit",
                                        "Count"))
                        .next(next));
    }

    /**
     * CloudWatch refuses a time of more than two weeks ago, and a snapshot that old is asked for by
     * hand; the dashboard then shows data as older than it is, never as newer.
     */
    private List<State> snapshot(String next) {
        return List.of(
                metric(
                                SNAPSHOT,
                                ordered(
                                        "MetricName",
                                        Publications.SNAPSHOT,
                                        "Timestamp.$",
                                        Data.SNAPSHOT_TIME,
                                        "Value.$",
                                        Data.CHECK + ".bytes",
                                        "Unit",
                                        "Bytes"))
                        .ignoringErrors(next)
                        .next(next));
    }

    private State metric(String name, Map<String, Object> datum) {
        return Tasks.cloudWatch(
                        name,
                        "putMetricData",
                        ordered(
                                "Namespace",
                                night.names().metricNamespace(night.source()),
                                "MetricData",
                                List.of(datum)))
                .discardResult();
    }

    private List<State> arm(String next) {
        String alarm = Publications.livenessAlarm(night.names(), night.source());
        return guarded(
                Tasks.cloudWatch(ARM, "enableAlarmActions", Map.of("AlarmNames", List.of(alarm)))
                        .comment("From the first publication on, silence is told.")
                        .discardResult()
                        .next(next));
    }

    /** The newest execution is this one. */
    private List<State> recovery(String next) {
        Notice notice =
                new Notice(
                        "the recovery",
                        "Source %s is well again".formatted(night.source().name()),
                        "Run {} of source %s is published. The execution before ended as {}; nothing is left to do."
                                .formatted(night.source().name()),
                        List.of(Data.RUN_ID, STATUSES + "[1]"));
        List<State> states = new ArrayList<>();
        states.addAll(
                guarded(
                        Tasks.listExecutions(LOOK_BACK, 2)
                                .select(Map.of("statuses.$", "$.Executions[*].Status"))
                                .into("$.executions")
                                .next(WAS_ILL)));
        states.add(
                State.choice(WAS_ILL)
                        .when(
                                Map.of(
                                        "And",
                                        List.of(
                                                ordered(
                                                        "Variable",
                                                        STATUSES + "[1]",
                                                        "IsPresent",
                                                        true),
                                                Map.of("Or", endedBadly()))),
                                notice.start())
                        .otherwise(next));
        states.addAll(notice.states(night, next));
        return states;
    }

    private static List<Map<String, Object>> endedBadly() {
        return List.of(RunEvents.FAILED, RunEvents.TIMED_OUT, RunEvents.ABORTED).stream()
                .map(status -> ordered("Variable", STATUSES + "[1]", "StringEquals", status))
                .toList();
    }

    private static List<State> guarded(State state) {
        return Failures.guarded(state, FailureStates.KEEPING_THE_CANDIDATE);
    }

    /** The daily line: rows, age of the data, yen. */
    private record Summary(Night night) {

        static final String START = "Prepare the summary";

        private static final String SUM_UP = "Sum the night up";
        private static final String READ = "Read the summary";

        List<State> states(String next) {
            RunSql sql =
                    NightSummary.of(
                            night.databases(),
                            night.publishedNames(),
                            NightPrice.of(night.environment()));
            Notice notice =
                    new Notice(
                            "the publication",
                            "Source %s published".formatted(night.source().name()),
                            "Source %s: {} rows in %d tables, data of {}, run {}, about {} JPY for the night."
                                    .formatted(
                                            night.source().name(), night.publishedNames().size()),
                            List.of(
                                    "$.summary.rows",
                                    Data.SNAPSHOT_TIME,
                                    Data.RUN_ID,
                                    "$.summary.yen"));
            List<State> states = new ArrayList<>();
            states.add(Tasks.statement(START, sql).next(SUM_UP));
            states.addAll(
                    guarded(Tasks.query(night, SUM_UP, sql, Data.CHECK + ".bytes").next(READ)));
            states.addAll(
                    guarded(
                            Tasks.readResult(
                                            READ,
                                            ordered(
                                                    "rows.$",
                                                    "$.ResultSet.Rows[1].Data[0].VarCharValue",
                                                    "yen.$",
                                                    "$.ResultSet.Rows[1].Data[1].VarCharValue"))
                                    .into("$.summary")
                                    .next(notice.start())));
            states.addAll(notice.states(night, next));
            return states;
        }
    }
}
