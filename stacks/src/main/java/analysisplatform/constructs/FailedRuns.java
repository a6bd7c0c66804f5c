package analysisplatform.constructs;

import analysisplatform.json.Json;
import java.util.List;
import java.util.Map;

/** The events of state machines whose execution ended, and not well. */
final class FailedRuns {

    /** It came to its end and said why. */
    static final String FAILED = "FAILED";

    static final String TIMED_OUT = "TIMED_OUT";
    static final String ABORTED = "ABORTED";

    private FailedRuns() {}

    /** EventBridge pattern for executions of these state machines, and of no others. */
    static String pattern(List<String> statuses, List<String> stateMachineArns) {
        return Json.sorted(
                Map.of(
                        "source", List.of("aws.states"),
                        "detail-type", List.of("Step Functions Execution Status Change"),
                        "detail", Map.of("status", statuses, "stateMachineArn", stateMachineArns)));
    }
}
