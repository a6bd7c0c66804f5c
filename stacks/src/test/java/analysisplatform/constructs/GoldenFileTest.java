package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every change of a stack shows as a diff of a file. {@code -Dgolden.update=true} rewrites the
 * files.
 */
class GoldenFileTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String ASSET_HASH = "(assets/[^/\"]+/)[0-9A-F]{32}/";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void stackEqualsItsGoldenFile(Synthesised stack) throws IOException {
        Path file = FOLDER.resolve(stack.golden() + ".json");
        String now = normalised(stack.json());

        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, now);
        }

        assertThat(now)
                .as(file + ": review the change, then write it with -Dgolden.update=true")
                .isEqualTo(Files.readString(file));
    }

    private static String normalised(JsonNode stack) throws IOException {
        JsonNode copy = withoutEstimate(withoutVersions(stack.deepCopy()));
        String text = JSON.writeValueAsString(copy).replaceAll(ASSET_HASH, "$1HASH/");
        return text.replace(System.lineSeparator(), "\n") + "\n";
    }

    /** It changes with every price and every alarm, and has tests of its own. */
    private static JsonNode withoutEstimate(JsonNode stack) {
        ((ObjectNode) stack.at("/output/monthly_estimate")).put("value", "lines of text");
        return stack;
    }

    /** Versions of the libraries, not of Terraform and its provider. */
    private static JsonNode withoutVersions(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("//");
        }
        node.forEach(GoldenFileTest::withoutVersions);
        return node;
    }
}
