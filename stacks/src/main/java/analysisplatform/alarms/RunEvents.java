package analysisplatform.alarms;

import java.util.List;
import java.util.Map;

/** The events of state machines whose execution ended, and not well. */
public final class RunEvents {

    /** It came to its end and said why. */
    public static final String FAILED = "FAILED";

    public static final String TIMED_OUT = "TIMED_OUT";
    public static final String ABORTED = "ABORTED";

    /**
     * Errors that end an execution where it stands, because no state can catch them:
     * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
     */
    private static final List<String> UNCAUGHT =
            List.of("States.Runtime", "States.DataLimitExceeded");

    private RunEvents() {}

    /** EventBridge pattern for executions of these state machines, and of no others. */
    public static Map<String, Object> pattern(
            List<String> statuses, List<String> stateMachineArns) {
        return pattern(Map.of("status", statuses, "stateMachineArn", stateMachineArns));
    }

    /** EventBridge pattern for executions that ended without a chance to wind anything up. */
    public static Map<String, Object> cutOff(String stateMachineArn) {
        return pattern(
                Map.of(
                        "stateMachineArn",
                        List.of(stateMachineArn),
                        "$or",
                        List.of(
                                Map.of("status", List.of(TIMED_OUT, ABORTED)),
                                Map.of("status", List.of(FAILED), "error", UNCAUGHT))));
    }

    private static Map<String, Object> pattern(Map<String, Object> detail) {
        return Map.of(
                "source", List.of("aws.states"),
                "detail-type", List.of("Step Functions Execution Status Change"),
                "detail", detail);
    }
}
