package analysisplatform.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the state machine says of a night that is over.
 *
 * @param startedAt begin of the execution; with the run it names the report, so a repeated request
 *     meets what the first one wrote
 * @param endedAt when the report was asked for
 * @param drift what differed between the source and the policy; empty when nobody looked
 * @param export counts of the raw files; empty when the night did not come so far
 */
record EndedNight(
        String source,
        String runId,
        Outcome outcome,
        Optional<Failure> failure,
        String snapshotArn,
        String snapshotTime,
        String policyVersion,
        String startedAt,
        String endedAt,
        String executionArn,
        Map<String, Object> drift,
        Map<String, Object> export) {

    /** Whether analysts see this run now. */
    enum Outcome {
        PUBLISHED,
        HALTED
    }

    /** What ended a night, or went wrong after its publication. */
    record Failure(String step, String error, String cause) {

        private static Failure of(Fields fields) {
            return new Failure(
                    fields.text("step"),
                    fields.text("error"),
                    readable(fields.optionalText("cause").orElse("")));
        }

        /** Lambda reports an exception as JSON. */
        private static String readable(String cause) {
            return Json.parse(cause).orElse(null) instanceof Map<?, ?> json
                            && json.get("errorMessage") instanceof String message
                    ? message
                    : cause;
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("step", step);
            json.put("error", error);
            json.put("cause", cause);
            return json;
        }
    }

    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}([.][0-9]+)?Z");
    private static final Pattern OUTCOME = Pattern.compile("PUBLISHED|HALTED");

    static EndedNight of(Fields fields) {
        return new EndedNight(
                fields.text("source", SOURCE),
                fields.text("runId", Identifiers.RUN_ID),
                Outcome.valueOf(fields.text("outcome", OUTCOME)),
                fields.optionalObject("failure").map(Failure::of),
                fields.text("snapshotArn"),
                fields.text("snapshotTime"),
                fields.text("policyVersion"),
                fields.text("startedAt", TIME),
                fields.text("endedAt", TIME),
                fields.text("executionArn"),
                known(fields, "drift"),
                known(fields, "export"));
    }

    boolean isPublished() {
        return outcome == Outcome.PUBLISHED;
    }

    /** The part of an object's key that tells two reports of one run apart; free of colons. */
    String fileName() {
        return startedAt.replace("-", "").replace(":", "");
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", source);
        json.put("runId", runId);
        json.put("outcome", outcome.name());
        json.put("failure", failure.map(Failure::json).orElse(null));
        json.put("snapshotArn", snapshotArn);
        json.put("snapshotTime", snapshotTime);
        json.put("policyVersion", policyVersion);
        json.put("startedAt", startedAt);
        json.put("endedAt", endedAt);
        json.put("executionArn", executionArn);
        json.put("export", export);
        return json;
    }

    /** Empty texts stand for what is not known. */
    private static Map<String, Object> known(Fields fields, String name) {
        Map<String, Object> known = new LinkedHashMap<>();
        fields.optionalObject(name)
                .ifPresent(
                        object ->
                                object.values()
                                        .forEach(
                                                (key, value) -> {
                                                    if (value != null && !"".equals(value)) {
                                                        known.put(String.valueOf(key), value);
                                                    }
                                                }));
        return known;
    }
}
