package analysisplatform.config.document;

import com.fasterxml.jackson.databind.JsonNode;

/** How a sentence shows the value that somebody wrote. */
final class Given {

    private static final int SHOWN_CHARACTERS = 80;

    private Given() {}

    static String of(JsonNode value) {
        if (value.isNull() || value.isTextual() && value.asText().isEmpty()) {
            return "empty";
        }
        if (value.isContainerNode()) {
            return (value.isEmpty() ? "an empty " : "a ") + (value.isArray() ? "list" : "map");
        }
        return value.isTextual() ? '"' + shortened(value.asText()) + '"' : value.asText();
    }

    private static String shortened(String text) {
        String line = text.replace("\n", "\\n");
        return line.length() <= SHOWN_CHARACTERS
                ? line
                : line.substring(0, SHOWN_CHARACTERS) + "...";
    }
}
