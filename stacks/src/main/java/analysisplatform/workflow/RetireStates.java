package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** After a publication: what it replaced goes, because a newer run stands, never by age alone. */
final class RetireStates {

    static final String START = "List the published views";

    private static final String RETIRE = "Retire views without a policy";
    private static final String IS_OLDER = "Is there an older run?";
    private static final String OLDER_FILES = "Remove the older run's files";
    private static final String OLDER_TABLES = "Remove the older run's tables";

    private final Night night;

    RetireStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        String published = night.names().publishedDatabase(night.source());
        List<State> states = new ArrayList<>();
        states.addAll(
                guarded(
                        Tasks.glue(START, "getTables", ordered("DatabaseName", published))
                                .select(Map.of("names.$", "$.TableList[*].Name"))
                                .into("$.views")
                                .next(RETIRE)));
        states.addAll(guarded(retire(published).next(IS_OLDER)));
        states.add(
                State.choice(IS_OLDER)
                        .when(ordered("Variable", Data.PREVIOUS_RUN, "StringEquals", ""), next)
                        .otherwise(OLDER_FILES));
        states.addAll(
                guarded(
                        CleanUpStates.deleteRun(
                                        night,
                                        OLDER_FILES,
                                        Data.PREVIOUS_RUN,
                                        List.of(Data.RUN_ID, Data.LAST_RUN))
                                .next(OLDER_TABLES)));
        states.addAll(
                guarded(
                        CleanUpStates.forgetRun(night, OLDER_TABLES, Data.PREVIOUS_RUN)
                                .next(next)));
        return states;
    }

    private State retire(String published) {
        Branch each =
                Branch.of(
                        State.pass("Compare with the policy")
                                .parameters(
                                        ordered(
                                                "name.$",
                                                "$.name",
                                                "wanted.$",
                                                "States.ArrayContains($.policy, $.name)"))
                                .next("Is the view wanted?"),
                        State.choice("Is the view wanted?")
                                .when(
                                        ordered("Variable", "$.wanted", "BooleanEquals", true),
                                        "Keep the view")
                                .otherwise("Retire the view"),
                        State.pass("Keep the view").end(),
                        Tasks.glue(
                                        "Retire the view",
                                        "deleteTable",
                                        ordered("DatabaseName", published, "Name.$", "$.name"))
                                .end());
        Map<String, Object> processor = ordered("ProcessorConfig", Map.of("Mode", "INLINE"));
        processor.putAll(each.json());
        return new State(
                        RETIRE,
                        ordered(
                                "Type",
                                "Map",
                                "ItemsPath",
                                "$.views.names",
                                "ItemSelector",
                                ordered(
                                        "name.$",
                                        "$$.Map.Item.Value",
                                        "policy",
                                        night.publishedNames()),
                                "ItemProcessor",
                                processor))
                .discardResult();
    }

    private static List<State> guarded(State state) {
        return Failures.guarded(state, FailureStates.KEEPING_THE_CANDIDATE);
    }
}
