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
    private static final String LIST = "List the tables";
    private static final String MASK = "Mask";
    private static final String READ_STATEMENTS = "Read the statements of a table";
    private static final String CHOOSE = "Choose by whether the table has rows";
    private static final String MASK_TABLE = "Mask a table";
    private static final String MASKED = "A table is masked";
    private static final String TABLE_FAILED = "A table is not masked";
    private static final String UNREADABLE = "The statements of a table are unreadable";
    private static final String COLLECT = "Collect what became of the masks";
    private static final String ARE_ALL_MASKED = "Is every table masked?";
    private static final String NOT_ALL_MASKED = "Not every table is masked";

    /** Output for a table that is masked; otherwise it is a sentence. */
    private static final String DONE = "masked";

    /**
     * Two kinds of values are a table with rows, one kind is an empty table: so a boolean becomes
     * the number of an element.
     */
    private static final String FILLED =
            "States.MathAdd(States.ArrayLength(States.ArrayUnique(States.Array(true, %s.%s))), -1)";

    private final Night night;
    private final MaskFiles files;

    MaskStates(Night night) {
        this.night = night;
        this.files = night.statements().masks();
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
        states.add(list());
        states.addAll(guarded(mask().into("$.masks").next(COLLECT)));
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
                                LIST)
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

    private State list() {
        List<String> filled =
                night.publishedNames().stream()
                        .map(table -> FILLED.formatted(Data.EMPTY_TABLES, table))
                        .toList();
        return State.pass(LIST)
                .parameters(
                        ordered(
                                "tables",
                                files.items(),
                                "filled.$",
                                "States.Array(" + String.join(", ", filled) + ")",
                                "nothing",
                                ""))
                .into("$.masking")
                .next(MASK);
    }

    private State mask() {
        return State.map(
                        MASK,
                        "$.masking.tables",
                        ordered(
                                "table.$",
                                "$$.Map.Item.Value",
                                "filled.$",
                                Data.FILLED,
                                "values.$",
                                Data.VALUES),
                        each())
                .concurrency(Night.STATEMENTS_AT_A_TIME);
    }

    private Branch each() {
        return Branch.of(
                Tasks.readFile(
                                night,
                                READ_STATEMENTS,
                                "$.table.key",
                                Map.of("content.$", "States.StringToJson($.Body)"))
                        .into("$.file")
                        .onAnyError(UNREADABLE)
                        .next(CHOOSE),
                State.pass(CHOOSE)
                        .parameters(
                                Map.of(
                                        "sql.$",
                                        "States.ArrayGetItem($.file.content.statements, States.ArrayGetItem($.filled, $.table.number))"))
                        .into("$.file")
                        .next(MASK_TABLE),
                Tasks.query(
                                night,
                                MASK_TABLE,
                                "$.table.name",
                                files.arguments("$.file.sql", "$.values"))
                        .onAnyError(TABLE_FAILED)
                        .next(MASKED),
                State.pass(MASKED).result(DONE).end(),
                failed(
                        TABLE_FAILED,
                        "Table {} could not be masked; why stands with its query in workgroup %s."
                                .formatted(night.names().pipelineWorkgroup()),
                        "$.table.name"),
                failed(
                        UNREADABLE,
                        "Table {} could not be masked; its statement {} could not be read.",
                        "$.table.name, $.table.key"));
    }

    /** Ends with the sentence alone. */
    private static State failed(String name, String sentence, String paths) {
        return State.pass(name)
                .parameters(Map.of("text.$", "States.Format('%s', %s)".formatted(sentence, paths)))
                .output("$.text")
                .end();
    }

    private static List<State> guarded(State state) {
        return Failures.guarded(state, FailureStates.AFTER_FAILURE);
    }
}
