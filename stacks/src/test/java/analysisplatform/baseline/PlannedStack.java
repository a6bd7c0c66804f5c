package analysisplatform.baseline;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan of Terraform, as {@code terraform show -json} tells it, read as the stack that it is of.
 * The same rules can be asked of it, and they see what the provider makes of the stack: defaults,
 * merged tags, policies with all names in them.
 *
 * <p>What is known is told as the plan knows it. What is known only after the apply is told as the
 * stack writes it. A value that is another resource's is told as a reference to it, because rules
 * ask whose key it is and not for the key's id. What is empty is left out, as in a stack; only an
 * empty map stays, as tags have one where there could be some.
 *
 * <p>A plan tells neither the backend nor what {@code lifecycle} says.
 */
final class PlannedStack {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode plan;
    private final List<JsonNode> resources = new ArrayList<>();
    private final Map<String, Expression> expressions = new HashMap<>();
    private final Attributes attributes = new Attributes();
    private final Set<JsonNode> configuredPolicies = new HashSet<>();

    private PlannedStack(JsonNode plan) {
        this.plan = plan;
        readExpressions();
        readResources();
    }

    /**
     * @throws IllegalArgumentException if the plan has modules, which would be read by nobody
     */
    static Stack of(String name, JsonNode plan) {
        PlannedStack planned = new PlannedStack(plan);
        ObjectNode json = JSON.objectNode();
        json.set("provider", planned.providers());
        json.set("resource", planned.resources());
        return new Stack(name, json);
    }

    private void readExpressions() {
        for (JsonNode resource : plan.at("/configuration/root_module/resources")) {
            expressions.put(
                    resource.path("address").asText(),
                    new Expression(resource.path("expressions")));
        }
    }

    private void readResources() {
        JsonNode root = plan.at("/planned_values/root_module");
        if (!root.path("child_modules").isEmpty()) {
            throw new IllegalArgumentException(
                    "The plan has modules; only stacks without are read.");
        }
        for (JsonNode resource : root.path("resources")) {
            if (resource.path("mode").asText().equals("managed")) {
                resources.add(resource);
                JsonNode values = resource.path("values");
                Expression expression = expression(resource);
                attributes.add(address(resource), values, expression.of("arn").isThere());
                values.properties().stream()
                        .filter(it -> expression.of(it.getKey()).isThere())
                        .filter(it -> Stack.isPolicy(it.getValue().asText()))
                        .forEach(it -> configuredPolicies.add(parsed(it.getValue())));
            }
        }
    }

    private ObjectNode providers() {
        ObjectNode providers = JSON.objectNode();
        for (JsonNode provider : plan.at("/configuration/provider_config")) {
            providers
                    .withArray(provider.path("name").asText())
                    .add(new Expression(provider.path("expressions")).written());
        }
        return providers;
    }

    private ObjectNode resources() {
        ObjectNode byType = JSON.objectNode();
        for (JsonNode resource : resources) {
            String type = resource.path("type").asText();
            byType.withObject("/" + type)
                    .set(address(resource).substring(type.length() + 1), body(resource));
        }
        return byType;
    }

    private ObjectNode body(JsonNode resource) {
        Expression expression = expression(resource);
        ObjectNode values = resource.path("values").deepCopy();
        values.properties()
                .removeIf(
                        it ->
                                !expression.of(it.getKey()).isThere()
                                        && Stack.isPolicy(it.getValue().asText())
                                        && configuredPolicies.contains(parsed(it.getValue())));
        return filled(values, expression, address(resource));
    }

    private ObjectNode filled(JsonNode values, Expression expression, String address) {
        ObjectNode filled = JSON.objectNode();
        for (Map.Entry<String, JsonNode> it : values.properties()) {
            put(filled, it.getKey(), known(it.getValue(), expression.of(it.getKey()), address));
        }
        for (String key : expression.keys()) {
            if (!values.has(key)) {
                put(filled, key, expression.of(key).written());
            }
        }
        return filled;
    }

    private JsonNode known(JsonNode value, Expression expression, String address) {
        if (value.isTextual()) {
            return JSON.textNode(attributes.named(value.asText(), expression, address));
        }
        if (value.isObject()) {
            return filled(value, expression, address);
        }
        return value.isArray() ? list(value, expression, address) : value;
    }

    private JsonNode list(JsonNode values, Expression expression, String address) {
        List<Expression> blocks = new ArrayList<>(expression.blocks());
        ArrayNode list = JSON.arrayNode();
        for (JsonNode value : values) {
            if (value.isNull()) {
                return expression.written();
            }
            Expression own = blocks.isEmpty() ? expression : take(blocks, value);
            list.add(known(value, own, address));
        }
        return list;
    }

    /** Of the block that has these values: a set is in another order in the configuration. */
    private static Expression take(List<Expression> blocks, JsonNode values) {
        Expression block =
                blocks.stream().filter(it -> it.fits(values)).findFirst().orElse(blocks.get(0));
        blocks.remove(block);
        return block;
    }

    private Expression expression(JsonNode resource) {
        String address = resource.path("type").asText() + "." + resource.path("name").asText();
        return expressions.getOrDefault(address, new Expression(MissingNode.getInstance()));
    }

    private static void put(ObjectNode block, String key, JsonNode value) {
        boolean empty =
                value.isArray() ? value.isEmpty() : !value.isObject() && value.asText("").isEmpty();
        if (!empty) {
            block.set(key, value);
        }
    }

    private static String address(JsonNode resource) {
        return resource.path("address").asText();
    }

    private static JsonNode parsed(JsonNode policy) {
        return TestJson.parse(policy.asText());
    }
}
