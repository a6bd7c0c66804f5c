package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.config.SourceTable;
import analysisplatform.masking.ProofStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Nothing is published that was not compared with the raw data. All statements run to their end,
 * also beside one that finds something, so that {@code $.proofs} tells all there is to know: a list
 * of {@code name} and {@code output}, the place of the result.
 */
final class ProofStates {

    static final String START = "Lay down what proofs share";

    private static final String PROVE = "Prove";

    private static final String COLLECT = "Collect the proofs";
    private static final String WEIGH = "Weigh the proofs";
    private static final String IS_PROVEN = "Is everything proven?";
    private static final String VIOLATED = "The proof is violated";
    private static final String FAILED = "The proof could not be run";

    /** Of a state's 80 characters. */
    private static final int LONGEST_LABEL = 40;

    private static final int LONGEST_TABLE = 24;

    /** In place of a number of violations. */
    private static final String NOT_RUN = "not run";

    private static final String RESULTS = "$.proving[*]";

    private final Night night;

    ProofStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        List<State> states = new ArrayList<>();
        states.add(ProofTasks.shared(START).next(PROVE));
        states.addAll(
                Failures.guarded(
                        State.parallel(PROVE, night.proofs().stream().map(this::branch).toList())
                                .into("$.proving")
                                .next(COLLECT),
                        FailureStates.AFTER_FAILURE));
        states.add(
                State.pass(COLLECT)
                        .with("InputPath", RESULTS + ".report")
                        .into("$.proofs")
                        .next(WEIGH));
        states.add(weigh());
        states.add(
                State.choice(IS_PROVEN)
                        .when(and(List.of(kinds(1), is("proven"))), next)
                        .when(and(List.of(kinds(1), is("failed"))), FAILED)
                        .when(and(List.of(kinds(2), is("failed"), is("proven"))), FAILED)
                        .otherwise(VIOLATED));
        states.add(found(VIOLATED, "ProofViolated"));
        states.add(found(FAILED, "ProofFailed"));
        return states;
    }

    private static State weigh() {
        String violations = RESULTS + ".violations";
        return State.pass(WEIGH)
                .parameters(
                        ordered(
                                "kinds.$",
                                "States.ArrayLength(States.ArrayUnique(" + violations + "))",
                                "proven.$",
                                "States.ArrayContains(" + violations + ", '0')",
                                "failed.$",
                                "States.ArrayContains(" + violations + ", '" + NOT_RUN + "')",
                                "text.$",
                                "States.JsonToString(States.ArrayUnique("
                                        + RESULTS
                                        + ".findings))"))
                .into("$.proven")
                .next(IS_PROVEN);
    }

    private static State found(String name, String error) {
        return State.pass(name)
                .parameters(
                        ordered(
                                "step",
                                PROVE,
                                "details",
                                ordered("Error", error, "Cause.$", "$.proven.text")))
                .into("$.failure")
                .next(FailureStates.AFTER_FAILURE);
    }

    private Branch branch(ProofStatement proof) {
        String label = TableNight.label(proof.name(), LONGEST_LABEL);
        String statement = label + ": statement";
        String prove = label + ": prove";
        String read = label + ": read the proof";
        String told = label + ": findings";
        String failed = label + ": not run";
        List<State> states = new ArrayList<>(rawParts(label, proof.rawParts(), statement));
        states.add(ProofTasks.statement(statement, proof).next(prove));
        states.add(ProofTasks.query(night, prove, proof).onAnyError(failed).next(read));
        states.add(
                Tasks.readResult(
                                read,
                                ordered(
                                        "violations.$",
                                        "$.ResultSet.Rows[1].Data[0].VarCharValue",
                                        "findings.$",
                                        "$.ResultSet.Rows[1].Data[1].VarCharValue"))
                        .into("$.proof")
                        .onAnyError(failed)
                        .next(told));
        states.add(
                State.pass(told)
                        .parameters(
                                ordered(
                                        "report",
                                        ordered(
                                                "name",
                                                proof.name(),
                                                "output.$",
                                                "$.query.QueryExecution.ResultConfiguration.OutputLocation"),
                                        "violations.$",
                                        "$.proof.violations",
                                        "findings.$",
                                        "$.proof.findings"))
                        .end());
        states.add(
                State.pass(failed)
                        .result(
                                ordered(
                                        "report",
                                        ordered("name", proof.name(), "output", ""),
                                        "violations",
                                        NOT_RUN,
                                        "findings",
                                        "Proof '%s' could not be run; why stands with its query in workgroup %s."
                                                .formatted(
                                                        proof.name(),
                                                        night.names().pipelineWorkgroup())))
                        .end());
        return new Branch(states);
    }

    /** An empty table has no raw table, so what reads it is left out of the statement. */
    private static List<State> rawParts(
            String label, List<ProofStatement.RawPart> parts, String statement) {
        List<State> states = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            SourceTable table = parts.get(i).table();
            String next =
                    i + 1 < parts.size() ? question(label, parts.get(i + 1).table()) : statement;
            String filled = about(label, "rows of", table);
            String empty = about(label, "no", table);
            String path = ProofTasks.rawPart(i + 1);
            states.add(
                    State.choice(question(label, table))
                            .when(TableNight.isEmpty(table), empty)
                            .otherwise(filled));
            states.add(State.pass(filled).result(parts.get(i).sql()).into(path).next(next));
            states.add(State.pass(empty).result("").into(path).next(next));
        }
        return states;
    }

    private static String question(String label, SourceTable table) {
        return about(label, "has rows:", table);
    }

    private static String about(String label, String what, SourceTable table) {
        return label + ": " + what + " " + TableNight.label(table.publishedName(), LONGEST_TABLE);
    }

    private static Map<String, Object> and(List<Map<String, Object>> conditions) {
        return Map.of("And", conditions);
    }

    private static Map<String, Object> kinds(int number) {
        return ordered("Variable", "$.proven.kinds", "NumericEquals", number);
    }

    private static Map<String, Object> is(String what) {
        return ordered("Variable", "$.proven." + what, "BooleanEquals", true);
    }
}
