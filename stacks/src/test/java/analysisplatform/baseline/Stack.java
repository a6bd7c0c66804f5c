package analysisplatform.baseline;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stack as the rules read it: as it was synthesised, or as {@link PlannedStack} tells a plan. */
record Stack(String name, JsonNode json) {

    List<Declared> resources() {
        List<Declared> resources = new ArrayList<>();
        for (Map.Entry<String, JsonNode> type : json.at("/resource").properties()) {
            for (Map.Entry<String, JsonNode> resource : type.getValue().properties()) {
                resources.add(new Declared(type.getKey(), resource.getKey(), resource.getValue()));
            }
        }
        return resources;
    }

    List<Declared> resources(String type) {
        return resources().stream().filter(resource -> resource.type().equals(type)).toList();
    }

    /** The resource of a type that is about another one, as a bucket's policy is. */
    Optional<Declared> about(Declared other, String type, String property) {
        return resources(type).stream()
                .filter(resource -> resource.refersTo("/" + property, other))
                .findFirst();
    }

    /** The most that roles may, which gives none of them anything; it is attached to nobody. */
    boolean isBoundary(Declared policy) {
        return resources().stream().anyMatch(it -> it.refersTo("/permissions_boundary", policy))
                && resources().stream().noneMatch(it -> it.refersTo("/policy_arn", policy));
    }

    /** Of every policy, whatever the property is called that holds it. */
    List<PolicyStatement> statements() {
        return resources().stream().flatMap(resource -> statements(resource).stream()).toList();
    }

    static List<PolicyStatement> statements(Declared resource) {
        List<PolicyStatement> statements = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : resource.body().properties()) {
            String text = property.getValue().asText();
            if (isPolicy(text)) {
                for (JsonNode statement : TestJson.parse(text).at("/Statement")) {
                    statements.add(new PolicyStatement(resource, property.getKey(), statement));
                }
            }
        }
        return statements;
    }

    static boolean isPolicy(String text) {
        return text.startsWith("{") && text.contains("\"Statement\"");
    }
}
