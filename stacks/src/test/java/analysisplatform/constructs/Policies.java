package analysisplatform.constructs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Every policy of a stack, wherever it is attached. */
public final class Policies {

    private static final Set<String> PROPERTIES = Set.of("policy", "assume_role_policy");

    private Policies() {}

    /** Type of the resource, and the policy; a new kind of policy is found by its property. */
    public static List<Map.Entry<String, JsonNode>> of(Synthesised stack) {
        return stack.resources()
                .flatMap(
                        resource ->
                                resource.getValue().properties().stream()
                                        .filter(property -> PROPERTIES.contains(property.getKey()))
                                        .map(property -> property.getValue().asText())
                                        .map(TestJson::parse)
                                        .map(policy -> Map.entry(resource.getKey(), policy)))
                .toList();
    }

    static List<JsonNode> statements(Synthesised stack) {
        return of(stack).stream()
                .map(policy -> policy.getValue().at("/Statement"))
                .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
                .toList();
    }
}
