package analysisplatform.bindings;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Copies a {@code .jsii} file event by event and leaves out what belongs to other modules. */
final class AssemblyCut {

    private final JsonParser parser;
    private final JsonGenerator generator;
    private final Set<String> modules;
    private final Map<String, String> folders = new TreeMap<>();
    private final Set<String> references = new TreeSet<>();

    AssemblyCut(JsonParser parser, JsonGenerator generator, Set<String> modules) {
        this.parser = parser;
        this.generator = generator;
        this.modules = modules;
    }

    Map<String, String> folders() {
        return folders;
    }

    Set<String> references() {
        return references;
    }

    void copyFile() throws IOException {
        parser.nextToken();
        generator.writeStartObject();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            switch (key) {
                case "readme" -> parser.skipChildren();
                case "submodules" -> copySubmodules();
                case "types" -> copyTypes();
                default -> copyValue(key, (field, text) -> {});
            }
        }
        generator.writeEndObject();
    }

    private void copySubmodules() throws IOException {
        generator.writeObjectFieldStart("submodules");
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            String module = key.substring(key.indexOf('.') + 1);
            if (modules.contains(module)) {
                copyValue(key, (field, text) -> rememberFolder(module, field, text));
            } else {
                parser.skipChildren();
            }
        }
        generator.writeEndObject();
    }

    private void copyTypes() throws IOException {
        generator.writeObjectFieldStart("types");
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            Optional<String> module = Assembly.moduleOf(key);
            if (module.isEmpty() || modules.contains(module.get())) {
                String assembly = key.substring(0, key.indexOf('.') + 1);
                copyValue(key, (field, text) -> rememberReference(assembly, field, text));
            } else {
                parser.skipChildren();
            }
        }
        generator.writeEndObject();
    }

    /** {@code src/s3-bucket/index:} says that the module's files are in {@code s3-bucket}. */
    private void rememberFolder(String module, String field, String text) {
        if ("symbolId".equals(field)) {
            folders.put(module, text.substring(text.indexOf('/') + 1, text.lastIndexOf('/')));
        }
    }

    private void rememberReference(String assembly, String field, String text) {
        if ("fqn".equals(field) && text.startsWith(assembly)) {
            Assembly.moduleOf(text).ifPresent(references::add);
        }
    }

    /** Copies one value and shows each text in it, with its field, to an observer. */
    private void copyValue(String key, BiConsumer<String, String> texts) throws IOException {
        generator.writeFieldName(key);
        int depth = 0;
        JsonToken token = parser.currentToken();
        do {
            if (token == JsonToken.VALUE_STRING) {
                texts.accept(parser.currentName(), parser.getText());
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            generator.copyCurrentEvent(parser);
            token = depth > 0 ? parser.nextToken() : null;
        } while (token != null);
    }
}
