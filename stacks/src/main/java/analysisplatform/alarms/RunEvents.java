package analysisplatform.alarms;

import java.util.List;
import java.util.Map;

/** The events of state machines whose execution ended, and not well. */
public final class RunEvents {

    /** It came to its end and said why. */
    public static final String FAILED = "FAILED";

    public static final String TIMED_OUT = "TIMED_OUT";
    public static final String ABORTED = "ABORTED";

    private RunEvents() {}

    /** EventBridge pattern for executions of these state machines, and of no others. */
    public static Map<String, Object> pattern(
            List<String> statuses, List<String> stateMachineArns) {
        return Map.of(
                "source", List.of("aws.states"),
                "detail-type", List.of("Step Functions Execution Status Change"),
                "detail", Map.of("status", statuses, "stateMachineArn", stateMachineArns));
    }
}
