package analysisplatform.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a schema allows, as the end of a sentence: {@code must be ...}. */
final class Expectation {

    private Expectation() {}

    /**
     * The schema's own {@code errorMessage}, which editors show too, or one made of its keywords.
     */
    static String of(JsonNode part) {
        if (part.has("errorMessage")) {
            return part.get("errorMessage").asText();
        }
        if (part.has("enum")) {
            return "must be one of " + String.join(", ", words(part));
        }
        return switch (part.path("type").asText()) {
            case "integer" -> "must be a whole number" + range(part);
            case "boolean" -> "must be true or false";
            case "array" ->
                    "must be a list" + (part.has("minItems") ? " with at least one entry" : "");
            case "object" ->
                    "must be a map" + (part.has("minProperties") ? " with at least one key" : "");
            default -> "must be text";
        };
    }

    static boolean isText(JsonNode part) {
        return part.path("type").asText().equals("string");
    }

    static boolean allowsTheWordNull(JsonNode part) {
        return words(part).contains("\"null\"");
    }

    private static List<String> words(JsonNode part) {
        List<String> words = new ArrayList<>();
        part.path("enum")
                .forEach(
                        value -> {
                            String word = value.asText();
                            words.add(word.equals("null") ? "\"null\"" : word);
                        });
        return words;
    }

    private static String range(JsonNode part) {
        return " from " + part.path("minimum").asText() + " to " + part.path("maximum").asText();
    }
}
