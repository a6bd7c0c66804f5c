package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What analysts see before this execution changes anything. An execution that was stopped while it
 * switched views left a note; its views go back first, so that nothing they show is removed.
 */
final class LastRunStates {

    static final String START = "Read the published run";

    private static final String HAS_PUBLISHED = "Has anything been published?";
    private static final String COMPLETE = "Complete the record";
    private static final String REMEMBER = "Remember the published run";
    private static final String NOTHING_PUBLISHED = "Nothing published yet";
    private static final String WAS_INTERRUPTED = "Was a publication interrupted?";

    private static final String ITEM = "$.published.answer.Item";

    /** Texts of the record that later states need. */
    private static final List<String> FIELDS =
            List.of(
                    "run",
                    "snapshotArn",
                    "snapshotTime",
                    "tables",
                    "previous",
                    "previousSnapshotArn",
                    "previousSnapshotTime",
                    "previousTables");

    private final PublicationRecord record;

    LastRunStates(Night night) {
        this.record = new PublicationRecord(night);
    }

    List<State> states(String next) {
        List<State> states = new ArrayList<>();
        states.addAll(
                Failures.guarded(
                        record.read(START).into("$.published").next(HAS_PUBLISHED),
                        FailureStates.NOTHING_TO_WIND_UP));
        states.add(
                State.choice(HAS_PUBLISHED)
                        .when(ordered("Variable", ITEM + ".run.S", "IsPresent", true), COMPLETE)
                        .otherwise(NOTHING_PUBLISHED));
        states.add(
                State.pass(COMPLETE)
                        .parameters(
                                Map.of(
                                        "item.$",
                                        "States.JsonMerge($.published.defaults, "
                                                + ITEM
                                                + ", false)"))
                        .into("$.record")
                        .next(REMEMBER));
        states.add(State.pass(REMEMBER).parameters(last()).into("$.last").next(WAS_INTERRUPTED));
        states.add(
                State.pass(NOTHING_PUBLISHED)
                        .result(nothing())
                        .into("$.last")
                        .next(WAS_INTERRUPTED));
        states.add(
                State.choice(WAS_INTERRUPTED)
                        .when(
                                ordered("Variable", ITEM + ".publishing.S", "IsPresent", true),
                                PublishStates.GOING_BACK)
                        .otherwise(next));
        return states;
    }

    private static Map<String, Object> last() {
        Map<String, Object> last = new LinkedHashMap<>();
        FIELDS.forEach(field -> last.put(field + ".$", "$.record.item." + field + ".S"));
        return last;
    }

    private static Map<String, Object> nothing() {
        Map<String, Object> nothing = new LinkedHashMap<>();
        FIELDS.forEach(field -> nothing.put(field, ""));
        return nothing;
    }
}
