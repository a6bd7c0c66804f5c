package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** After a publication: what it replaced goes, because a newer run stands, never by age alone. */
final class RetireStates {

    static final String START = "List the published views";

    private static final String RETIRE = "Retire views without a policy";
    private static final String GONE = "The view is gone";
    private static final String OLDER_RUNS = "Look for older runs";
    private static final String OLDER_TABLES = "Remove the tables of older runs";
    private static final String OLDER_FILES = "Remove the files of older runs";

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
        states.addAll(guarded(retire(published).next(OLDER_RUNS)));
        states.addAll(guarded(lookForOlderRuns().next(OLDER_TABLES)));
        states.addAll(guarded(forgetOlderRuns().next(OLDER_FILES)));
        states.addAll(guarded(removeOlderRuns().next(next)));
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
                                .onError(Errors.NOT_IN_CATALOGUE, GONE)
                                .end(),
                        State.pass(GONE)
                                .comment("An earlier call removed it, and its answer was lost.")
                                .end());
        return State.map(
                        RETIRE,
                        "$.views.names",
                        ordered("name.$", "$$.Map.Item.Value", "policy", night.publishedNames()),
                        each)
                .discardResult();
    }

    /**
     * By their files, which go last: whatever fails or is stopped here, the next night finds again
     * what is left of them.
     */
    private State lookForOlderRuns() {
        return olderRuns(OLDER_RUNS, "ListRuns")
                .select(Map.of("runs.$", "$.Payload.runs"))
                .into("$.retired");
    }

    private State removeOlderRuns() {
        return olderRuns(OLDER_FILES, "RetireRuns").discardResult();
    }

    /** All but the published run and the one before: a run that failed here may have left more. */
    private State olderRuns(String name, String step) {
        return Tasks.function(
                night,
                name,
                step,
                ordered(
                        "bucket",
                        night.names().maskedBucket(),
                        "prefix",
                        night.names().maskedPrefix(night.source()),
                        "keep.$",
                        "States.Array(" + Data.RUN_ID + ", " + Data.LAST_RUN + ")"));
    }

    private State forgetOlderRuns() {
        return State.map(
                        OLDER_TABLES,
                        "$.retired.runs",
                        ordered("run.$", "$$.Map.Item.Value"),
                        Branch.of(
                                CleanUpStates.forgetRun(
                                                night, "Remove the tables of one run", "$.run")
                                        .end()))
                .discardResult();
    }

    private static List<State> guarded(State state) {
        return Failures.guarded(state, FailureStates.KEEPING_THE_CANDIDATE);
    }
}
