package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** After a publication: what it replaced goes, because a newer run stands, never by age alone. */
final class RetireStates {

    static final String START = "List the published views";

    private static final String RETIRE = "Retire views without a policy";
    private static final String OLDER_FILES = "Remove the files of older runs";
    private static final String OLDER_TABLES = "Remove the tables of older runs";

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
        states.addAll(guarded(retire(published).next(OLDER_FILES)));
        states.addAll(guarded(removeOlderRuns().next(OLDER_TABLES)));
        states.addAll(guarded(forgetOlderRuns().next(next)));
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
        return State.map(
                        RETIRE,
                        "$.views.names",
                        ordered("name.$", "$$.Map.Item.Value", "policy", night.publishedNames()),
                        each)
                .discardResult();
    }

    /** All but the published run and the one before: a run that failed here may have left more. */
    private State removeOlderRuns() {
        return Tasks.function(
                        night,
                        OLDER_FILES,
                        "RetireRuns",
                        ordered(
                                "bucket",
                                night.names().maskedBucket(),
                                "prefix",
                                night.names().maskedPrefix(night.source()),
                                "keep.$",
                                "States.Array(" + Data.RUN_ID + ", " + Data.LAST_RUN + ")"))
                .select(Map.of("runs.$", "$.Payload.runs"))
                .into("$.retired");
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
