package analysisplatform.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * @param errors names to match
 * @param intervalSeconds before the first repetition
 * @param attempts repetitions, not counting the first call
 * @param backoff factor between two intervals; 1 repeats at a steady pace
 */
record Retry(List<String> errors, int intervalSeconds, int attempts, double backoff) {

    /** Seconds that all repetitions wait at a steady pace. */
    long longest() {
        return (long) intervalSeconds * attempts;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ErrorEquals", errors);
        json.put("IntervalSeconds", intervalSeconds);
        json.put("MaxAttempts", attempts);
        json.put("BackoffRate", backoff);
        return json;
    }
}
