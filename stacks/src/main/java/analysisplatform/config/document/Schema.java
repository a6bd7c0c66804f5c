package analysisplatform.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A JSON schema that explains itself in sentences and knows its defaults. */
final class Schema {

    /**
     * @param sentence without the file's name
     */
    record Violation(KeyPath path, String sentence) {}

    private final JsonNode definition;
    private final JsonSchema validator;

    private Schema(JsonNode definition) {
        this.definition = definition;
        this.validator =
                JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(definition, configuration());
    }

    static Schema ofResource(String resource) {
        try (InputStream stream = Schema.class.getResourceAsStream(resource)) {
            return new Schema(new ObjectMapper().readTree(Objects.requireNonNull(stream)));
        } catch (IOException exception) {
            throw new UncheckedIOException("cannot read the schema " + resource, exception);
        }
    }

    /** At most one violation for each path: several failed keywords have one cure. */
    List<Violation> violations(JsonNode content) {
        ViolationSentence sentences = new ViolationSentence(definition);
        Map<KeyPath, Violation> byPath = new LinkedHashMap<>();
        for (ValidationMessage message : validator.validate(content)) {
            KeyPath path = path(message);
            byPath.computeIfAbsent(path, key -> new Violation(key, sentences.of(message, key)));
        }
        return List.copyOf(byPath.values());
    }

    JsonNode withDefaults(JsonNode content) {
        JsonNode copy = content.deepCopy();
        fill(copy, definition);
        return copy;
    }

    private void fill(JsonNode value, JsonNode declared) {
        JsonNode part = SchemaPart.resolved(definition, declared);
        if (value instanceof ObjectNode map) {
            part.path("properties")
                    .properties()
                    .forEach(property -> fillKey(map, property.getKey(), property.getValue()));
            map.properties().stream()
                    .filter(entry -> !part.path("properties").has(entry.getKey()))
                    .forEach(entry -> fill(entry.getValue(), part.path("additionalProperties")));
        }
        if (value.isArray()) {
            value.forEach(entry -> fill(entry, part.path("items")));
        }
    }

    private void fillKey(ObjectNode map, String key, JsonNode part) {
        if (!map.has(key) && part.has("default")) {
            map.set(key, part.get("default").deepCopy());
        }
        fill(map.path(key), part);
    }

    private static KeyPath path(ValidationMessage message) {
        KeyPath path = KeyPath.ROOT;
        JsonNodePath location = message.getInstanceLocation();
        for (int level = 0; level < location.getNameCount(); level++) {
            path = path.then(location.getElement(level));
        }
        return message.getProperty() == null ? path : path.then(message.getProperty());
    }

    private static SchemaValidatorsConfig configuration() {
        // Java's $ also matches before a last line break; a whole match does not.
        return SchemaValidatorsConfig.builder()
                .regularExpressionFactory(
                        regex -> {
                            Pattern pattern = Pattern.compile(regex);
                            return value -> pattern.matcher(value).matches();
                        })
                .build();
    }
}
