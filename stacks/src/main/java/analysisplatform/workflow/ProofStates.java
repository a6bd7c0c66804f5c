package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Nothing is published that was not compared with the raw data. All statements run to their end,
 * also beside one that finds something, so that {@code $.proofs} tells all there is to know: a list
 * of {@code name} and {@code output}, the place of the result.
 */
final class ProofStates {

    static final String START = "List the proofs";

    private static final String PROVE = "Prove";
    private static final String READ_STATEMENT = "Read the statement of a proof";
    private static final String RUN = "Run a proof";
    private static final String READ = "Read the result of a proof";
    private static final String TOLD = "A proof is run";
    private static final String NOT_DONE = "A proof is not run";
    private static final String UNREADABLE = "The statement of a proof is unreadable";
    private static final String COLLECT = "Collect the proofs";
    private static final String WEIGH = "Weigh the proofs";
    private static final String IS_PROVEN = "Is everything proven?";
    private static final String VIOLATED = "The proof is violated";
    private static final String FAILED = "The proof could not be run";

    /** In place of a number of violations. */
    private static final String NOT_RUN = "not run";

    private static final String RESULTS = "$.proving[*]";

    /** An apostrophe inside an intrinsic function would end its text. */
    private static final String QUOTED = "$.quote, $.proof.name, $.quote";

    private final Night night;
    private final ProofFiles files;

    ProofStates(Night night) {
        this.night = night;
        this.files = night.statements().proofs();
    }

    List<State> states(String next) {
        List<State> states = new ArrayList<>();
        states.add(list());
        states.addAll(Failures.guarded(prove().next(COLLECT), FailureStates.AFTER_FAILURE));
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

    private State list() {
        return State.pass(START)
                .result(Map.of("statements", files.items()))
                .into("$.proving")
                .next(PROVE);
    }

    private State prove() {
        return State.map(
                        PROVE,
                        "$.proving.statements",
                        ordered(
                                "proof.$",
                                "$$.Map.Item.Value",
                                "filled.$",
                                Data.FILLED,
                                "values.$",
                                Data.VALUES,
                                "quote",
                                "'"),
                        new Branch(each()))
                .concurrency(Night.STATEMENTS_AT_A_TIME)
                .into("$.proving");
    }

    private List<State> each() {
        List<State> states = new ArrayList<>();
        states.add(
                Tasks.readFile(
                                night,
                                READ_STATEMENT,
                                "$.proof.key",
                                Map.of("sql.$", "States.StringToJson($.Body)"))
                        .into("$.file")
                        .onAnyError(UNREADABLE)
                        .next(RUN));
        states.add(
                Tasks.query(
                                night,
                                RUN,
                                "$.proof.name",
                                files.arguments("$.file.sql", "$.values", "$.filled"))
                        .onAnyError(NOT_DONE)
                        .next(READ));
        states.add(
                Tasks.readResult(
                                READ,
                                ordered(
                                        "violations.$",
                                        "$.ResultSet.Rows[1].Data[0].VarCharValue",
                                        "findings.$",
                                        "$.ResultSet.Rows[1].Data[1].VarCharValue"))
                        .into("$.answer")
                        .onAnyError(NOT_DONE)
                        .next(TOLD));
        states.add(
                State.pass(TOLD)
                        .parameters(
                                ordered(
                                        "report",
                                        ordered(
                                                "name.$",
                                                "$.proof.name",
                                                "output.$",
                                                "$.query.QueryExecution.ResultConfiguration.OutputLocation"),
                                        "violations.$",
                                        "$.answer.violations",
                                        "findings.$",
                                        "$.answer.findings"))
                        .end());
        states.add(
                notRun(
                        NOT_DONE,
                        "Proof {}{}{} could not be run; why stands with its query in workgroup %s."
                                .formatted(night.names().pipelineWorkgroup()),
                        QUOTED));
        states.add(
                notRun(
                        UNREADABLE,
                        "Proof {}{}{} could not be run; its statement {} could not be read.",
                        QUOTED + ", $.proof.key"));
        return states;
    }

    private static State notRun(String name, String sentence, String paths) {
        return State.pass(name)
                .parameters(
                        ordered(
                                "report",
                                ordered("name.$", "$.proof.name", "output", ""),
                                "violations",
                                NOT_RUN,
                                "findings.$",
                                "States.Format('%s', %s)".formatted(sentence, paths)))
                .end();
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
