package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.masking.Drift;
import analysisplatform.names.Arns;
import analysisplatform.names.RunsItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of this export against the policy. A column that the policy does not name is reported
 * with a patch and left out; one that it names and that cannot be masked as it says ends the night.
 * A renamed column is both: the patch is sent before the night ends.
 */
final class DriftStates {

    static final String START = "Compare the columns with the policy";

    private static final String READ = "Read the comparison";
    private static final String IS_WITHHELD = "Are columns without a policy?";
    private static final String LAST_REPORT = "Read what was reported last";
    private static final String IS_REPORTED = "Is this reported already?";
    private static final String WORDS = "Find words for the report";
    private static final String REPORT = "Report columns without a policy";
    private static final String REMEMBER = "Remember what was reported";
    private static final String HALTS = "Can every column be masked?";
    private static final String DRIFTED = "The schema drifted";

    private static final String ITEM = "$.reported.Item";

    private final Night night;

    DriftStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        List<State> states = new ArrayList<>();
        states.addAll(compare());
        states.add(
                State.choice(IS_WITHHELD)
                        .when(
                                ordered("Variable", Data.DRIFT + ".withheld", "StringEquals", "0"),
                                HALTS)
                        .otherwise(isTold() ? LAST_REPORT : HALTS));
        if (isTold()) {
            states.addAll(report());
        }
        states.add(
                State.choice(HALTS)
                        .when(ordered("Variable", Data.DRIFT + ".halts", "StringEquals", "0"), next)
                        .otherwise(DRIFTED));
        states.add(
                State.pass(DRIFTED)
                        .parameters(
                                ordered(
                                        "step",
                                        DRIFTED,
                                        "details",
                                        ordered(
                                                "Error",
                                                "SchemaDrifted",
                                                "Cause.$",
                                                Data.DRIFT + ".findings")))
                        .into("$.failure")
                        .next(FailureStates.AFTER_FAILURE));
        return states;
    }

    private List<State> compare() {
        String statement = new Drift(night.source(), night.policy(), night.databases()).statement();
        List<State> states = new ArrayList<>();
        states.addAll(
                guarded(
                        Tasks.query(night, START, statement, Tasks.Output.MASKED)
                                .select(Tasks.withoutStatement())
                                .next(READ)));
        Map<String, Object> answer = new LinkedHashMap<>();
        List<String> columns = List.of("halts", "findings", "withheld", "patch");
        for (int column = 0; column < columns.size(); column++) {
            answer.put(
                    columns.get(column) + ".$",
                    "$.ResultSet.Rows[1].Data[%d].VarCharValue".formatted(column));
        }
        states.addAll(guarded(Tasks.readResult(READ, answer).into(Data.DRIFT).next(IS_WITHHELD)));
        return states;
    }

    private boolean isTold() {
        return night.environment().platform().notifications().occasions().drift();
    }

    /** Once per snapshot, however often the night is started again for it. */
    private List<State> report() {
        List<State> states = new ArrayList<>();
        states.addAll(
                guarded(
                        Tasks.readItem(night, LAST_REPORT, RunsItem.drift(night.source()))
                                .into("$.reported")
                                .next(IS_REPORTED)));
        states.add(
                State.choice(IS_REPORTED)
                        .when(ordered("Variable", ITEM + ".patch.S", "IsPresent", false), WORDS)
                        .when(
                                Map.of(
                                        "And",
                                        List.of(
                                                same("snapshotArn", Data.SNAPSHOT_ARN),
                                                same("patch", Data.DRIFT + ".patch"))),
                                HALTS)
                        .otherwise(WORDS));
        states.add(State.pass(WORDS).result(words()).into("$.words").next(REPORT));
        states.addAll(
                guarded(
                        Tasks.publish(
                                        REPORT,
                                        Arns.of(night.environment()).topic(),
                                        subject(),
                                        "States.Format('{}{}{}', $.words.before, $.drift.patch, $.words.after)")
                                .next(REMEMBER)));
        states.addAll(
                guarded(
                        Tasks.dynamoDb(
                                        REMEMBER,
                                        "putItem",
                                        ordered(
                                                "TableName",
                                                night.names().runsTable(),
                                                "Item",
                                                ordered(
                                                        "id",
                                                        id(),
                                                        "snapshotArn",
                                                        Map.of("S.$", Data.SNAPSHOT_ARN),
                                                        "patch",
                                                        Map.of("S.$", Data.DRIFT + ".patch"))))
                                .discardResult()
                                .next(HALTS)));
        return states;
    }

    private String subject() {
        return "Columns without a policy in source " + night.source().name();
    }

    /** In a Pass state, because an intrinsic function cannot hold a line's end. */
    private Map<String, Object> words() {
        String file =
                "environments/%s/masking/%s.yaml"
                        .formatted(night.environment().name(), night.source().name());
        return ordered(
                "before",
                "The database has columns that %s does not name. They are not published.\n\n"
                                .formatted(file)
                        + "Class and action below are guesses from name and type: check each line before you paste it.\n\n",
                "after",
                "\n\nSee docs/operations/run-failed.md, \"SchemaDrifted\".\n");
    }

    private static Map<String, Object> same(String field, String path) {
        return ordered("Variable", ITEM + "." + field + ".S", "StringEqualsPath", path);
    }

    private Map<String, ?> id() {
        return Map.of("S", RunsItem.drift(night.source()));
    }

    private static List<State> guarded(State state) {
        return Failures.guarded(state, FailureStates.AFTER_FAILURE);
    }
}
