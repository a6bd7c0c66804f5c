package analysisplatform.local;

import java.util.Map;

/** What the stand-in is told to break, in the words of its control. */
final class Faults {

    private Faults() {}

    /** Statements with this part fail. */
    static Map<String, ?> query(String part) {
        return Map.of("athena", statement(part));
    }

    /** One of several parts that fail. */
    static Map<String, String> statement(String part) {
        return Map.of("contains", part, "reason", "INTERNAL_ERROR: broken disk");
    }

    /** More often than the state machine tries again; the views are switched by then. */
    static Map<String, ?> afterThePublication() {
        return refused("cloudwatch", "put_metric_data", "AccessDenied", 9);
    }

    /** The next calls of an API action are refused. */
    static Map<String, ?> refused(String service, String action, String error, int times) {
        return Map.of(
                "sdk",
                Map.of("service", service, "action", action, "error", error, "times", times));
    }
}
