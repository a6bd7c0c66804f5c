package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.config.Kpi;
import analysisplatform.kpi.CustomMetrics;
import analysisplatform.kpi.KpiMetricsSql;
import analysisplatform.kpi.KpiStatements;
import analysisplatform.kpi.NightSql;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the night's KPIs are to CloudWatch: metrics for its dashboard and its alarms. It reads the
 * tables of the KPIs before they go. Nothing here fails the night, but what CloudWatch did not get
 * is reported: there a gap looks like peace.
 */
final class KpiMetricStates {

    private static final String START = "Statement of the metrics";
    private static final String SUM_UP = "Sum up the metrics";
    private static final String READ = "Read the metrics";
    private static final String IS_ANY = "Is there a metric?";
    private static final String PUT = "Put the metrics";
    private static final String NOT_PUT = "The metrics are not put";
    private static final String REPORT = "Report the metrics";

    private static final String PROBLEM =
            "The night is published and its KPIs are known, but CloudWatch did not get them: its dashboard shows a gap and no alarm watches this night";
    private static final String REPORTED = "$.metricsReport";
    private static final String METRICS = "$.metrics.data";

    /** The longest night; beyond it a snapshot that was new at the start is no longer. */
    private static final Duration LONGEST_NIGHT = Duration.ofDays(1);

    private final Night night;
    private final List<Kpi> kpis;

    KpiMetricStates(Night night) {
        this.night = night;
        this.kpis = CustomMetrics.of(night.environment()).of(night.source());
    }

    /** The chapter's first state, or {@code next} when no KPI is a metric. */
    String orElse(String next) {
        return kpis.isEmpty() ? next : START;
    }

    /**
     * @param database that unqualified names mean
     * @param slots where each value of the night is
     * @param outcome where the outcome of a KPI is
     */
    List<State> states(
            String database,
            UnaryOperator<String> slots,
            Function<Kpi, String> outcome,
            String next) {
        if (kpis.isEmpty()) {
            return List.of();
        }
        NightSql sql =
                new KpiMetricsSql(
                                kpis,
                                night.environment().platform().timeZone(),
                                night.source().maxSnapshotAge().plus(LONGEST_NIGHT))
                        .statement();
        Map<String, String> outcomes = outcomes(outcome);
        return List.of(
                Tasks.statement(START, sql).next(SUM_UP),
                Tasks.query(
                                night,
                                SUM_UP,
                                sql,
                                database,
                                slot -> outcomes.getOrDefault(slot, slots.apply(slot)))
                        .ignoringErrors(NOT_PUT)
                        .next(READ),
                Tasks.readResult(
                                READ,
                                Map.of(
                                        "data.$",
                                        "States.StringToJson($.ResultSet.Rows[1].Data[0].VarCharValue)"))
                        .into("$.metrics")
                        .ignoringErrors(NOT_PUT)
                        .next(IS_ANY),
                State.choice(IS_ANY)
                        .when(ordered("Variable", METRICS + "[0]", "IsPresent", true), PUT)
                        .otherwise(next),
                put(next),
                problem(),
                Reports.send(night, REPORT, REPORTED).ignoringErrors(next).next(next));
    }

    private State put(String next) {
        return Tasks.cloudWatch(
                        PUT,
                        "putMetricData",
                        ordered(
                                "Namespace",
                                night.names().metricNamespace(night.source()),
                                "MetricData.$",
                                METRICS))
                .discardResult()
                .ignoringErrors(NOT_PUT)
                .next(next);
    }

    private State problem() {
        return Reports.problem(
                        night,
                        NOT_PUT,
                        new Reports.Problem(
                                PROBLEM,
                                "MetricsNotPut",
                                Map.entry(
                                        "cause.$",
                                        "States.JsonMerge($.unknown, $.ignored, false)")))
                .into(REPORTED)
                .next(REPORT);
    }

    private Map<String, String> outcomes(Function<Kpi, String> outcome) {
        Map<String, String> outcomes = new HashMap<>();
        for (int index = 0; index < kpis.size(); index++) {
            outcomes.put(KpiStatements.outcomeSlot(index), outcome.apply(kpis.get(index)));
        }
        return outcomes;
    }
}
