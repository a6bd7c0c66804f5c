package analysisplatform.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What the configuration in a plan says of a value (<a
 * href="https://developer.hashicorp.com/terraform/internals/json-format#expression-representation">format</a>):
 * a constant, references, or blocks of such. A stack that is written as JSON has its texts as
 * constants also where they refer to something.
 */
record Expression(JsonNode json) {

    private static final String CONSTANT = "constant_value";
    private static final String REFERENCES = "references";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    boolean isThere() {
        return !json.isMissingNode();
    }

    /** All that the value is made of, such as {@code aws_kms_key.k.arn}. */
    List<String> references() {
        return StreamSupport.stream(json.path(REFERENCES).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Of an attribute of a block, or of an entry of a map. */
    Expression of(String key) {
        if (!isLeaf()) {
            return new Expression(json.path(key));
        }
        JsonNode constant = json.path(CONSTANT).path(key);
        if (constant.isMissingNode()) {
            return new Expression(constant);
        }
        ObjectNode entry = JSON.objectNode();
        entry.set(CONSTANT, constant);
        entry.set(REFERENCES, json.path(REFERENCES).deepCopy());
        return new Expression(entry);
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        (isLeaf() ? json.path(CONSTANT) : json).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Of each block; none if this is no list of blocks. */
    List<Expression> blocks() {
        return json.isArray()
                ? StreamSupport.stream(json.spliterator(), false).map(Expression::new).toList()
                : List.of();
    }

    /** Whether a block with these values can be what this says, as far as it says constants. */
    boolean fits(JsonNode values) {
        return keys().stream()
                .filter(key -> of(key).isConstant())
                .allMatch(
                        key ->
                                values.path(key)
                                        .asText()
                                        .equals(of(key).json.path(CONSTANT).asText()));
    }

    /** As the stack writes it, for a value that is known after the apply only. */
    JsonNode written() {
        if (json.isArray()) {
            ArrayNode blocks = JSON.arrayNode();
            blocks().forEach(block -> blocks.add(block.written()));
            return blocks;
        }
        if (!isLeaf()) {
            ObjectNode block = JSON.objectNode();
            keys().forEach(key -> block.set(key, of(key).written()));
            return block;
        }
        if (json.has(CONSTANT)) {
            return json.get(CONSTANT);
        }
        return references().isEmpty()
                ? MissingNode.getInstance()
                : JSON.textNode("${" + references().get(0) + "}");
    }

    private boolean isLeaf() {
        return json.has(CONSTANT) || json.has(REFERENCES);
    }

    private boolean isConstant() {
        return json.has(CONSTANT) && references().isEmpty();
    }
}
