package analysisplatform.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schemas are also the reference of the configuration, so they are held to more than validity.
 */
class SchemaFilesTest {

    private static final Path ROOT = Path.of(System.getProperty("platform.root"));
    private static final String PLATFORM = "/schema/platform.schema.json";
    private static final String KPIS = "/schema/kpis.schema.json";
    private static final String MASKING = "/schema/masking.schema.json";

    @ParameterizedTest
    @ValueSource(strings = {PLATFORM, MASKING, KPIS})
    void isAValidSchema(String resource) throws IOException {
        var metaSchema =
                JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(metaSchema.validate(read(resource))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLATFORM, MASKING, KPIS})
    void everyKeyIsDescribed(String resource) throws IOException {
        List<String> silent = new ArrayList<>();
        properties(
                read(resource),
                (key, part) -> {
                    if (!part.has("description") && !part.has("not")) {
                        silent.add(key);
                    }
                });

        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLATFORM, MASKING, KPIS})
    void everyKeyIsRequiredOrHasADefaultOrSaysWhatItsAbsenceMeans(String resource)
            throws IOException {
        List<String> open = new ArrayList<>();
        for (JsonNode map : read(resource).findParents("additionalProperties")) {
            List<String> required = new ArrayList<>();
            map.path("required").forEach(key -> required.add(key.asText()));
            map.path("properties").properties().stream()
                    .filter(key -> !required.contains(key.getKey()))
                    .filter(key -> !key.getValue().has("default"))
                    .forEach(key -> open.add(key.getKey()));
        }

        assertThat(open)
                .isSubsetOf(
                        "notificationEmail",
                        "target",
                        "alert",
                        "below",
                        "above",
                        "dimension",
                        "region",
                        "slack",
                        "github",
                        "environment",
                        "type",
                        "reason",
                        "namespace",
                        "length",
                        "days",
                        "person",
                        "edges",
                        "paths",
                        "unparsablePercent",
                        "mail",
                        "phone",
                        "my_number",
                        "card",
                        "postal_code");
    }

    @ParameterizedTest
    @ValueSource(strings = {PLATFORM, MASKING, KPIS})
    void everyPatternHoldsForTheWholeTextAndIsExplained(String resource) throws IOException {
        List<JsonNode> patterns = read(resource).findParents("pattern");

        assertThat(patterns)
                .isNotEmpty()
                .allSatisfy(
                        part -> {
                            assertThat(part.get("pattern").asText()).startsWith("^").endsWith("$");
                            assertThat(part.path("errorMessage").asText()).startsWith("must ");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {PLATFORM, MASKING, KPIS})
    void everyDefaultKeepsToItsOwnRule(String resource) throws IOException {
        for (JsonNode part : read(resource).findParents("default")) {
            var validator = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(part);

            assertThat(validator.validate(part.get("default"))).as(part.toString()).isEmpty();
        }
    }

    @Test
    void everyShippedFileTellsItsEditorTheSchema() throws IOException {
        Pattern header = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)");
        try (Stream<Path> files = Files.walk(ROOT.resolve("environments"))) {
            List<Path> configurations =
                    files.filter(
                                    file ->
                                            file.getFileName().toString().equals("platform.yaml")
                                                    || file.getFileName()
                                                            .toString()
                                                            .equals("kpis.yaml")
                                                    || file.getParent().endsWith("masking"))
                            .toList();

            assertThat(configurations)
                    .isNotEmpty()
                    .allSatisfy(
                            file -> {
                                var line = header.matcher(Files.readAllLines(file).get(0));
                                assertThat(line.matches()).isTrue();
                                assertThat(file.getParent().resolve(line.group(1))).exists();
                            });
        }
    }

    private static void properties(JsonNode schema, BiConsumer<String, JsonNode> use) {
        schema.findValues("properties")
                .forEach(
                        map ->
                                map.properties()
                                        .forEach(
                                                entry -> {
                                                    if (entry.getValue().has("const")) {
                                                        return;
                                                    }
                                                    use.accept(entry.getKey(), entry.getValue());
                                                    properties(entry.getValue(), use);
                                                }));
    }

    private static JsonNode read(String resource) throws IOException {
        return new ObjectMapper().readTree(SchemaFilesTest.class.getResourceAsStream(resource));
    }
}
