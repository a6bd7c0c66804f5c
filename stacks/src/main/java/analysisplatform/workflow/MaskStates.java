package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.masking.PseudonymKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From raw tables to masked tables, with a key that is made on the very first night. */
final class MaskStates {

    static final String START = "Look for the pseudonym key";

    private static final String MAKE_KEY = "Make the pseudonym key";
    private static final String CHECK_KEY = "Check the pseudonym key";
    private static final String READ_CHECK = "Read the check of the pseudonym key";
    private static final String IS_KEY_VALID = "Is the pseudonym key valid?";
    private static final String KEY_INVALID = "The pseudonym key is invalid";
    private static final String MASK = "Mask";
    private static final String COLLECT = "Collect what became of the masks";
    private static final String ARE_ALL_MASKED = "Is every table masked?";
    private static final String NOT_ALL_MASKED = "Not every table is masked";

    /** Output of a branch whose table is masked; otherwise it is a sentence. */
    private static final String DONE = "masked";

    private final Night night;

    MaskStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        List<State> states = new ArrayList<>();
        states.addAll(key());
        states.addAll(mask(next));
        return states;
    }

    /**
     * A failed statement lets the others end: what they still wrote after the candidate was
     * discarded would stay behind.
     */
    private List<State> mask(String next) {
        List<State> states = new ArrayList<>();
        states.addAll(
                guarded(
                        State.parallel(MASK, night.tables().stream().map(this::branch).toList())
                                .into("$.masks")
                                .next(COLLECT)));
        states.add(
                State.pass(COLLECT)
                        .parameters(
                                ordered(
                                        "kinds.$",
                                        "States.ArrayLength(States.ArrayUnique($.masks))",
                                        "first.$",
                                        "States.ArrayGetItem($.masks, 0)",
                                        "text.$",
                                        "States.JsonToString(States.ArrayUnique($.masks))"))
                        .into("$.masked")
                        .next(ARE_ALL_MASKED));
        states.add(
                State.choice(ARE_ALL_MASKED)
                        .when(
                                Map.of(
                                        "And",
                                        List.of(
                                                ordered(
                                                        "Variable",
                                                        "$.masked.kinds",
                                                        "NumericEquals",
                                                        1),
                                                ordered(
                                                        "Variable",
                                                        "$.masked.first",
                                                        "StringEquals",
                                                        DONE))),
                                next)
                        .otherwise(NOT_ALL_MASKED));
        states.add(
                State.pass(NOT_ALL_MASKED)
                        .parameters(
                                ordered(
                                        "step",
                                        MASK,
                                        "details",
                                        ordered("Error", "MaskFailed", "Cause.$", "$.masked.text")))
                        .into("$.failure")
                        .next(FailureStates.AFTER_FAILURE));
        return states;
    }

    private List<State> key() {
        List<State> states = new ArrayList<>();
        states.addAll(
                guarded(
                        Tasks.glue(
                                        START,
                                        "getTable",
                                        ordered(
                                                "DatabaseName",
                                                night.databases().pseudonymKey(),
                                                "Name",
                                                night.databases().pseudonymKeyTable()))
                                .discardResult()
                                .onError(Errors.NOT_IN_CATALOGUE, MAKE_KEY)
                                .next(CHECK_KEY)));
        states.add(
                Tasks.query(
                                night,
                                MAKE_KEY,
                                PseudonymKey.create(night.databases()),
                                Tasks.Output.QUARANTINE)
                        .comment("A run of another source may be first; the check decides.")
                        .ignoringErrors(CHECK_KEY)
                        .next(CHECK_KEY));
        states.addAll(
                guarded(
                        Tasks.query(
                                        night,
                                        CHECK_KEY,
                                        PseudonymKey.check(night.databases()),
                                        Tasks.Output.MASKED)
                                .next(READ_CHECK)));
        states.addAll(
                guarded(
                        Tasks.readResult(
                                        READ_CHECK,
                                        Map.of(
                                                "state.$",
                                                "$.ResultSet.Rows[1].Data[0].VarCharValue"))
                                .into("$.key")
                                .next(IS_KEY_VALID)));
        states.add(
                State.choice(IS_KEY_VALID)
                        .when(
                                ordered(
                                        "Variable",
                                        "$.key.state",
                                        "StringEquals",
                                        PseudonymKey.VALID),
                                MASK)
                        .otherwise(KEY_INVALID));
        states.add(
                Failures.found(
                        KEY_INVALID,
                        "PseudonymKeyInvalid",
                        "Table %s.%s must hold exactly one key of 32 bytes."
                                .formatted(
                                        night.databases().pseudonymKey(),
                                        night.databases().pseudonymKeyTable()),
                        FailureStates.AFTER_FAILURE));
        return states;
    }

    private Branch branch(TableNight table) {
        String empty = table.state("is it empty?");
        String noRows = table.state("statement without rows");
        String statement = table.state("statement");
        String mask = table.state("mask");
        String masked = table.state("masked");
        String failed = table.state("mask failed");
        return Branch.of(
                State.choice(empty).when(table.isEmpty(), noRows).otherwise(statement),
                Tasks.statement(noRows, table.statements().createEmpty()).next(mask),
                Tasks.statement(statement, table.statements().createMasked()).next(mask),
                Tasks.query(night, mask, table.statements().createMasked(), Data.RUN_ID)
                        .onAnyError(failed)
                        .next(masked),
                State.pass(masked).result(DONE).end(),
                State.pass(failed)
                        .result(
                                "Table %s could not be masked; why stands with its query in workgroup %s."
                                        .formatted(
                                                table.table().publishedName(),
                                                night.names().pipelineWorkgroup()))
                        .end());
    }

    private static List<State> guarded(State state) {
        return Failures.guarded(state, FailureStates.AFTER_FAILURE);
    }
}
