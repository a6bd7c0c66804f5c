package analysisplatform.config.document;

import com.fasterxml.jackson.databind.JsonNode;

/** Ways through a schema. */
final class SchemaPart {

    private SchemaPart() {}

    /** Follows {@code $ref} within the schema; what stands beside it only describes. */
    static JsonNode resolved(JsonNode schema, JsonNode part) {
        JsonNode reference = part.path("$ref");
        return reference.isTextual()
                ? resolved(schema, schema.at(reference.asText().substring(1)))
                : part;
    }
}
