package analysisplatform.constructs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The addresses under which Terraform knows a stack's resources, and what became of earlier ones.
 */
final class Addresses {

    private final JsonNode stack;

    Addresses(JsonNode stack) {
        this.stack = stack;
    }

    Set<String> present() {
        Set<String> present = new TreeSet<>();
        for (Map.Entry<String, JsonNode> type : stack.at("/resource").properties()) {
            type.getValue()
                    .fieldNames()
                    .forEachRemaining(id -> present.add(type.getKey() + "." + id));
        }
        return present;
    }

    /** Those that a plan would destroy: they are neither there nor moved to one that is there. */
    Set<String> lost(Collection<String> before) {
        Set<String> lost = new TreeSet<>(before);
        lost.removeAll(present());
        for (JsonNode move : stack.at("/moved")) {
            if (present().contains(move.at("/to").asText())) {
                lost.remove(move.at("/from").asText());
            }
        }
        return lost;
    }
}
