package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.names.ProvenTag;
import java.util.List;
import java.util.Map;

/**
 * The wall before the proof: until here nobody but this state machine can read the run's files. No
 * view is switched to a run that did not come through here, a new one or the kept one: a kept run
 * that lost its marks, or is older than they are, gets them again.
 */
final class ReleaseStates {

    static final String START = "Open the run to analysts";

    private final Night night;

    ReleaseStates(Night night) {
        this.night = night;
    }

    /** An answer without a count stops the night: whether analysts could read is not known then. */
    List<State> states(String next) {
        Map<String, Object> request = CleanUpStates.maskedRun(night, Data.RUN_ID);
        request.put("tag", ordered("key", ProvenTag.KEY, "value", ProvenTag.VALUE));
        return Failures.guarded(
                Tasks.function(night, START, "ReleaseRun", request)
                        .select(Map.of("files.$", "$.Payload.released"))
                        .into("$.released")
                        .next(next),
                FailureStates.AFTER_FAILURE);
    }
}
