package analysisplatform.local;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** What the stand-in is told to break, in the words of its control. */
final class Faults {

    private static final DateTimeFormatter RUN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private static final String CAUSE = "a fault of the stand-in";

    private Faults() {}

    /** Statements with this part fail. */
    static Map<String, ?> query(String part) {
        return Map.of("athena", statement(part));
    }

    /** One of several parts that fail. */
    static Map<String, String> statement(String part) {
        return Map.of("contains", part, "reason", "INTERNAL_ERROR: broken disk");
    }

    /** What stands in the statement that switches a view to the run of a snapshot alone. */
    static String switchOf(String view, DeployedPlatform platform, Instant snapshot) {
        return "SELECT * FROM \"%s\".\"%s__r%s"
                .formatted(
                        platform.names.maskedDatabase(platform.source),
                        view,
                        RUN_TIME.format(snapshot));
    }

    /** More often than the state machine tries again; the views are switched by then. */
    static Map<String, ?> afterThePublication() {
        return refused("cloudwatch", "put_metric_data", "AccessDenied", 9);
    }

    /** A state that does not reach its service, once. */
    static Map<String, ?> before(String state, String error) {
        return Map.of("name", state, "when", "before", "error", error, "cause", CAUSE);
    }

    /** A state whose service did its work, once, and whose answer is lost. */
    static Map<String, ?> after(String state, String error) {
        return Map.of("name", state, "when", "after", "error", error, "cause", CAUSE);
    }

    /** A state whose service did its work, once, and answers nothing. */
    static Map<String, ?> empty(String state) {
        return Map.of("name", state, "when", "empty");
    }

    /** A state that does not come to its end after its service did its work. */
    static Map<String, ?> held(String state) {
        return Map.of("name", state, "when", "after", "status", "RUNNING");
    }

    /** Any number of the four above. */
    static Map<String, ?> states(List<Map<String, ?>> faults) {
        return Map.of("state", faults);
    }

    /** The next calls of an API action are refused. */
    static Map<String, ?> refused(String service, String action, String error, int times) {
        return Map.of(
                "sdk",
                Map.of("service", service, "action", action, "error", error, "times", times));
    }
}
