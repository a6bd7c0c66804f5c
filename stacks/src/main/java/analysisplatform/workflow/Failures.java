package analysisplatform.workflow;

import java.util.List;
import java.util.Map;

/** How a state's failure is named before the run is wound up. */
final class Failures {

    /** Fields that an error may lack, because some time-outs carry no cause. */
    static final Map<String, Object> UNKNOWN =
            Tasks.ordered("Error", "Unknown", "Cause", "No cause was given.");

    private Failures() {}

    /** The state and its companion, which notes the state's name and goes on to the recovery. */
    static List<State> guarded(State state, String recovery) {
        State noted = noted(state.name() + ": failed", state.name(), recovery);
        return List.of(state.onAnyError(noted.name()), noted);
    }

    /** A failure that a Choice found rather than a service reported. */
    static State found(String name, String error, String cause, String recovery) {
        return State.pass(name)
                .result(
                        Tasks.ordered(
                                "step",
                                name,
                                "details",
                                Tasks.ordered("Error", error, "Cause", cause)))
                .into("$.failure")
                .next(recovery);
    }

    /**
     * The same failure under another name or with another cause; the state stays.
     *
     * @param errorField {@code Error} for a name, {@code Error.$} for what an expression answers
     * @param cause an expression
     */
    static State restated(String name, String errorField, String error, String cause) {
        return State.pass(name)
                .parameters(
                        Tasks.ordered(
                                "step.$",
                                "$.failure.step",
                                "details",
                                Tasks.ordered(errorField, error, "Cause.$", cause)))
                .into("$.failure");
    }

    private static State noted(String name, String step, String recovery) {
        return State.pass(name)
                .parameters(
                        Tasks.ordered(
                                "step",
                                step,
                                "details.$",
                                "States.JsonMerge($.unknown, $.failure, false)"))
                .into("$.failure")
                .next(recovery);
    }
}
