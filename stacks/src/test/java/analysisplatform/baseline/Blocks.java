package analysisplatform.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads nested blocks however they are written. Terraform takes a single one as an object or as a
 * list of one (<a
 * href="https://developer.hashicorp.com/terraform/language/syntax/json#nested-block-mapping">JSON
 * syntax</a>); CDKTF writes the one, a plan the other.
 */
final class Blocks {

    private Blocks() {}

    /** As {@link JsonNode#at}, and a step to a name goes through a list of one. */
    static JsonNode at(JsonNode node, String pointer) {
        JsonNode at = node;
        for (String step : pointer.substring(1).split("/")) {
            at = step.matches("\\d+") ? element(at, Integer.parseInt(step)) : only(at).path(step);
        }
        return at;
    }

    /** The blocks at a pointer, none if there is nothing. */
    static List<JsonNode> all(JsonNode node, String pointer) {
        JsonNode at = at(node, pointer);
        List<JsonNode> all = new ArrayList<>();
        if (at.isObject()) {
            all.add(at);
        } else {
            at.forEach(all::add);
        }
        return all;
    }

    private static JsonNode element(JsonNode node, int index) {
        return node.isObject() && index == 0 ? node : node.path(index);
    }

    private static JsonNode only(JsonNode node) {
        if (!node.isArray()) {
            return node;
        }
        return node.size() == 1 ? node.get(0) : MissingNode.getInstance();
    }
}
