package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.config.Kpi;
import analysisplatform.kpi.KpiPlaces;
import analysisplatform.kpi.KpiStatements;
import analysisplatform.kpi.NightSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * After a publication, and again whenever the execution is started for a snapshot that is published
 * already: all KPIs in parallel, then their rows into the history and the newest of them to
 * CloudWatch. Nothing here fails the night; a KPI that cannot be computed is reported, and the
 * others appear.
 */
final class KpiStates {

    static final String START = "Note the night for the KPIs";
    private static final String CLEAR = "Clear the way for the KPIs";
    private static final String COMPUTE = "Compute the KPIs";
    private static final String COLLECT = "Collect what became of the KPIs";
    private static final String STATEMENT = "Statement of the KPI history";
    private static final String STORE = "Store the KPIs";
    private static final String FORGET = "Forget the tables of the KPIs";
    private static final String ARE_ALL_COMPUTED = "Is every KPI computed?";
    private static final String NOT_COMPUTED = "Some KPIs are not computed";
    private static final String NOT_STORED = "The KPIs are not stored";
    private static final String REPORT = "Report the KPIs";

    private static final String PROBLEM =
            "The night is published, but not every KPI of it is known; readers see older values, marked as stale";
    private static final String REPORTED = "$.kpiReport";

    /** What {@link NightSql} calls the night's values, and where they are. */
    private static final String NIGHT = "$.kpiNight";

    private final Night night;
    private final List<Kpi> kpis;
    private final KpiStatements statements;
    private final KpiMetricStates metrics;

    KpiStates(Night night) {
        this.night = night;
        this.kpis = night.environment().kpisOf(night.source());
        this.metrics = new KpiMetricStates(night);
        this.statements =
                new KpiStatements(
                        KpiPlaces.of(
                                night.names(),
                                night.source(),
                                night.environment().platform().timeZone()));
    }

    List<State> states(String next) {
        if (kpis.isEmpty()) {
            return List.of();
        }
        List<State> states = new ArrayList<>();
        states.add(noteNight());
        states.add(forget(CLEAR).ignoringErrors(NOT_STORED).next(COMPUTE));
        states.add(compute());
        states.add(collect());
        states.add(Tasks.statement(STATEMENT, statements.store(kpis.size())).next(STORE));
        states.add(store());
        states.addAll(metrics.states(views(), KpiStates::night, this::outcome, FORGET));
        states.addAll(afterwards(next));
        return states;
    }

    private List<State> afterwards(String next) {
        return List.of(
                forget(FORGET).ignoringErrors(ARE_ALL_COMPUTED).next(ARE_ALL_COMPUTED),
                areAllComputed(next),
                problem(NOT_COMPUTED, "KpiFailed", Map.entry("cause.$", "$.computed.text")),
                problem(
                        NOT_STORED,
                        "KpisNotStored",
                        Map.entry("cause.$", "States.JsonMerge($.unknown, $.ignored, false)")),
                Reports.send(night, REPORT, REPORTED).ignoringErrors(next).next(next));
    }

    private State noteNight() {
        String parts = "States.StringSplit(" + Data.SNAPSHOT_TIME + ", '-')";
        return State.pass(START)
                .parameters(
                        ordered(
                                NightSql.RUN + ".$",
                                Data.RUN_ID,
                                NightSql.SNAPSHOT_TIME + ".$",
                                Data.SNAPSHOT_TIME,
                                NightSql.MONTH + ".$",
                                "States.Format('{}-{}', States.ArrayGetItem(%1$s, 0), States.ArrayGetItem(%1$s, 1))"
                                        .formatted(parts),
                                NightSql.STARTED_AT + ".$",
                                "$$.State.EnteredTime",
                                NightSql.ATTEMPT + ".$",
                                "States.Hash(" + Data.EXECUTION + ", 'SHA-1')"))
                .into(NIGHT)
                .next(CLEAR);
    }

    private State compute() {
        return State.parallel(COMPUTE, kpis.stream().map(this::branch).toList())
                .into("$.kpis")
                .ignoringErrors(NOT_STORED)
                .next(COLLECT);
    }

    private Branch branch(Kpi kpi) {
        String statement = kpi.id() + ": statement of the KPI";
        String compute = kpi.id() + ": compute the KPI";
        String computed = kpi.id() + ": KPI computed";
        String failed = kpi.id() + ": KPI failed";
        return Branch.of(
                Tasks.statement(statement, statements.compute(kpi)).next(compute),
                Tasks.query(night, compute, statements.compute(kpi), views(), KpiStates::night)
                        .ignoringErrors(failed)
                        .next(computed),
                State.pass(computed)
                        .parameters(ordered("note", "", "outcome.$", computedOutcome(kpi)))
                        .end(),
                State.pass(failed)
                        .result(
                                ordered(
                                        "note",
                                        "KPI %s could not be computed; why stands with its query in workgroup %s."
                                                .formatted(
                                                        kpi.id(),
                                                        night.names().pipelineWorkgroup()),
                                        "outcome",
                                        statements.failed(kpi)))
                        .end());
    }

    private State collect() {
        return State.pass(COLLECT)
                .parameters(
                        ordered(
                                "kinds.$",
                                "States.ArrayLength(States.ArrayUnique($.kpis[*].note))",
                                "first.$",
                                "$.kpis[0].note",
                                "text.$",
                                "States.JsonToString(States.ArrayUnique($.kpis[*].note))"))
                .into("$.computed")
                .next(STATEMENT);
    }

    private State store() {
        return Tasks.query(night, STORE, statements.store(kpis.size()), views(), this::slot)
                .ignoringErrors(NOT_STORED)
                .next(metrics.orElse(FORGET));
    }

    private State areAllComputed(String next) {
        return State.choice(ARE_ALL_COMPUTED)
                .when(
                        Map.of(
                                "And",
                                List.of(
                                        ordered("Variable", "$.computed.kinds", "NumericEquals", 1),
                                        ordered(
                                                "Variable",
                                                "$.computed.first",
                                                "StringEquals",
                                                ""))),
                        next)
                .otherwise(NOT_COMPUTED);
    }

    private State problem(String name, String error, Map.Entry<String, String> cause) {
        return Reports.problem(night, name, new Reports.Problem(PROBLEM, error, cause))
                .into(REPORTED)
                .next(REPORT);
    }

    private State forget(String name) {
        List<String> tables =
                Stream.concat(
                                kpis.stream().map(KpiStatements::scratch),
                                Stream.of(KpiStatements.storing()))
                        .map(
                                table ->
                                        "States.Format('{}%s', %s)"
                                                .formatted(table, night(NightSql.RUN)))
                        .toList();
        return Tasks.forgetTables(
                name,
                night.names().maskedDatabase(night.source()),
                Map.of("TablesToDelete.$", "States.Array(" + String.join(", ", tables) + ")"));
    }

    private String computedOutcome(Kpi kpi) {
        return "States.Format('%s', %s)"
                .formatted(
                        String.join("{}", statements.computed(kpi).parts()), night(NightSql.RUN));
    }

    private String slot(String name) {
        Map<String, String> outcomes = new HashMap<>();
        for (int index = 0; index < kpis.size(); index++) {
            outcomes.put(KpiStatements.outcomeSlot(index), outcome(kpis.get(index)));
        }
        return outcomes.getOrDefault(name, night(name));
    }

    private String outcome(Kpi kpi) {
        return "$.kpis[" + kpis.indexOf(kpi) + "].outcome";
    }

    /** Database whose views the SQL of a KPI means. */
    private String views() {
        return night.databases().published();
    }

    private static String night(String slot) {
        return NIGHT + "." + slot;
    }
}
