package analysisplatform.constructs;

import java.util.List;
import java.util.Map;

/** The events of state machines whose execution ended, and not well. */
final class FailedRuns {

    private static final List<String> STATUSES = List.of("FAILED", "TIMED_OUT", "ABORTED");

    private FailedRuns() {}

    /** EventBridge pattern for executions of these state machines, and of no others. */
    static String pattern(List<String> stateMachineArns) {
        return Json.of(
                Map.of(
                        "source", List.of("aws.states"),
                        "detail-type", List.of("Step Functions Execution Status Change"),
                        "detail", Map.of("status", STATUSES, "stateMachineArn", stateMachineArns)));
    }
}
