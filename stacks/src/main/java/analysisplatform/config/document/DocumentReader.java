package analysisplatform.config.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads YAML files of one kind. Strict where YAML is lenient: a repeated key, an alias and a second
 * document are problems, because each makes the file say something else than it seems to say.
 */
public final class DocumentReader {

    private static final YAMLFactory YAML =
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final ObjectMapper MAPPER =
            new ObjectMapper(YAML).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Schema schema;

    private DocumentReader(Schema schema) {
        this.schema = schema;
    }

    /**
     * @param resource path of a JSON schema on the class path
     */
    public static DocumentReader ofSchema(String resource) {
        return new DocumentReader(Schema.ofResource(resource));
    }

    /**
     * @param label the file's name as problems show it
     */
    public Document read(Path path, String label) {
        try {
            String yaml = Files.readString(path);
            String alias = firstAlias(yaml);
            if (!alias.isEmpty()) {
                return Document.unreadable(label, alias);
            }
            return checked(MAPPER.readTree(yaml), label);
        } catch (JsonProcessingException exception) {
            return Document.unreadable(label, SyntaxError.sentence(exception));
        } catch (CharacterCodingException exception) {
            return Document.unreadable(label, "the file is not UTF-8 text.");
        } catch (IOException exception) {
            throw new UncheckedIOException("cannot read " + path, exception);
        }
    }

    private Document checked(JsonNode content, String label) {
        if (content.isMissingNode() || content.isNull()) {
            return Document.unreadable(label, "the file is empty.");
        }
        List<Schema.Violation> violations = schema.violations(content);
        return new Document(
                label,
                schema.withDefaults(content),
                violations.stream().map(Schema.Violation::path).toList(),
                violations.stream().map(violation -> label + ": " + violation.sentence()).toList());
    }

    private static String firstAlias(String yaml) throws IOException {
        try (YAMLParser parser = YAML.createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (parser.isCurrentAlias()) {
                    return "line %d uses the alias *%s; aliases are not allowed, so write the value out."
                            .formatted(parser.currentTokenLocation().getLineNr(), parser.getText());
                }
            }
            return "";
        }
    }
}
