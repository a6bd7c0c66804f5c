package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** After a publication: the runs it replaced go, because a newer one stands, never by age alone. */
final class RetireRunStates {

    static final String START = "Look for older runs";

    private static final String OLDER_TABLES = "Remove the tables of older runs";
    private static final String OLDER_FILES = "Remove the files of older runs";

    private final Night night;

    RetireRunStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        List<State> states = new ArrayList<>();
        states.addAll(guarded(lookForOlderRuns().next(OLDER_TABLES)));
        states.addAll(guarded(forgetOlderRuns().next(OLDER_FILES)));
        states.addAll(guarded(removeOlderRuns().next(next)));
        return states;
    }

    /**
     * By their files, which go last: whatever fails or is stopped here, the next night finds again
     * what is left of them.
     */
    private State lookForOlderRuns() {
        return olderRuns(START, "ListRuns")
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
