package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A proof compares with the raw data that is there. So that this was all of it, the export is
 * looked at again before anything is published.
 */
final class RecheckStates {

    static final String START = "Look at the export again";

    private static final String UNCHANGED = "Is the raw data unchanged?";
    private static final String CHANGED = "The raw data changed";

    private final Night night;

    RecheckStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        List<State> states = new ArrayList<>();
        states.addAll(
                Failures.guarded(
                        Tasks.function(
                                        night,
                                        START,
                                        "CheckExport",
                                        ExportRequests.of(night).check())
                                .select(Map.of("answer.$", "$.Payload"))
                                .into("$.recheck")
                                .next(UNCHANGED),
                        FailureStates.AFTER_FAILURE));
        states.add(
                State.choice(UNCHANGED)
                        .when(Map.of("And", List.of(same("files"), same("bytes"))), next)
                        .otherwise(CHANGED));
        states.add(
                Failures.found(
                        CHANGED,
                        "RawDataChanged",
                        "Files of the export came or went while it was masked and proven, so nothing was published; start the run again.",
                        FailureStates.AFTER_FAILURE));
        return states;
    }

    private static Map<String, Object> same(String count) {
        return ordered(
                "Variable",
                Data.RECHECK + "." + count,
                "NumericEqualsPath",
                Data.CHECK + "." + count);
    }
}
