package analysisplatform.constructs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reading JSON in tests. */
public final class TestJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TestJson() {}

    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException("This is no JSON: " + text, exception);
        }
    }

    /** A text as JSON writes it. */
    public static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    /** The texts of an array, or the one text. */
    public static List<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList()
                : List.of(node.asText());
    }
}
