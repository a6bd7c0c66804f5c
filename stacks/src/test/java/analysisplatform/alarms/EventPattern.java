package analysisplatform.alarms;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Matches events as EventBridge does, for what the alarms' patterns use of it. */
final class EventPattern {

    private EventPattern() {}

    static boolean matches(JsonNode pattern, JsonNode event) {
        return pattern.properties().stream()
                .allMatch(
                        field ->
                                field.getKey().equals("$or")
                                        ? any(field.getValue(), event)
                                        : field(field.getValue(), event.path(field.getKey())));
    }

    private static boolean any(JsonNode alternatives, JsonNode event) {
        return stream(alternatives).anyMatch(alternative -> matches(alternative, event));
    }

    /** An array in the event matches when one of its elements does. */
    private static boolean field(JsonNode wanted, JsonNode actual) {
        if (actual.isArray()) {
            return stream(actual).anyMatch(element -> field(wanted, element));
        }
        if (wanted.isObject()) {
            return actual.isObject() && matches(wanted, actual);
        }
        return stream(wanted).anyMatch(value -> value(value, actual));
    }

    private static boolean value(JsonNode wanted, JsonNode actual) {
        if (wanted.isTextual()) {
            return actual.equals(wanted);
        }
        if (!actual.isTextual()) {
            return false;
        }
        if (wanted.has("prefix")) {
            return actual.asText().startsWith(wanted.get("prefix").asText());
        }
        if (wanted.has("wildcard")) {
            String regex = Pattern.quote(wanted.get("wildcard").asText()).replace("*", "\\E.*\\Q");
            return actual.asText().matches(regex);
        }
        throw new IllegalArgumentException("Teach the test " + wanted);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static JsonNode event(String json) {
        return TestJson.parse(json);
    }
}
