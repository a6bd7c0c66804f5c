package analysisplatform.config.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;

/** Says in one sentence which value breaks the schema and what is allowed. */
final class ViolationSentence {

    private final JsonNode schema;

    ViolationSentence(JsonNode schema) {
        this.schema = schema;
    }

    String of(ValidationMessage message, KeyPath path) {
        JsonPointer part = part(message);
        return switch (message.getType()) {
            case "required" -> missing(path, property(part, message.getProperty()));
            case "additionalProperties" -> unknown(path, message.getProperty(), schema.at(part));
            default -> wrong(path, message.getInstanceNode(), schema.at(part));
        };
    }

    private static String missing(KeyPath path, JsonNode part) {
        return path + " is missing; it " + Expectation.of(part) + ".";
    }

    private static String unknown(KeyPath path, String key, JsonNode map) {
        List<String> known = new ArrayList<>();
        map.path("properties").fieldNames().forEachRemaining(known::add);
        String advice =
                Suggestion.of(key, known)
                        .map(meant -> "did you mean " + meant + "?")
                        .orElseGet(() -> "known keys are " + String.join(", ", known) + ".");
        return path + " is not a known key; " + advice;
    }

    private static String wrong(KeyPath path, JsonNode value, JsonNode part) {
        String subject = path.equals(KeyPath.ROOT) ? "the file" : path.toString();
        if (value.isNull() && Expectation.allowsTheWordNull(part)) {
            return subject
                    + " is a bare null, which YAML reads as no value; write \"null\" in quotes.";
        }
        String must = Expectation.of(part);
        if (Expectation.isText(part) && (value.isNumber() || value.isBoolean())) {
            return "%s is read as %s for lack of quotes, but %s; put it in quotes."
                    .formatted(subject, value.asText(), must);
        }
        return subject + " is " + Given.of(value) + ", but " + must + ".";
    }

    /** The schema that holds the failed keyword. */
    private static JsonPointer part(ValidationMessage message) {
        return JsonPointer.compile(message.getSchemaLocation().getFragment().toString()).head();
    }

    /** A condition may require a key that is described further out. */
    private JsonNode property(JsonPointer part, String name) {
        JsonNode found = schema.at(part).path("properties").path(name);
        return found.isMissingNode()
                ? property(part.head(), name)
                : SchemaPart.resolved(schema, found);
    }
}
