package analysisplatform.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The known attributes of a plan's resources, to say of a value whose it is. */
final class Attributes {

    /** What the ARN of a log group may end with, for all of its streams. */
    private static final String ALL_STREAMS = ":*";

    private final Map<String, JsonNode> values = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    /** A configured ARN is that of another resource, as a policy's of its topic. */
    void add(String address, JsonNode resource, boolean configuresArn) {
        values.put(address, resource);
        String arn = resource.path("arn").asText();
        if (!arn.isEmpty() && !configuresArn) {
            owners.put(arn, address);
        }
    }

    /**
     * A text as the stack would write it: as a reference, if it is what the configuration refers to
     * or the ARN of another resource of the plan; otherwise as it is.
     */
    String named(String text, Expression expression, String address) {
        return expression.references().stream()
                .filter(reference -> text.equals(known(reference).orElse(null)))
                .findFirst()
                .map(reference -> "${" + reference + "}")
                .or(() -> byArn(text, address))
                .orElse(text);
    }

    private Optional<String> known(String reference) {
        int dot = reference.lastIndexOf('.');
        return Optional.ofNullable(values.get(reference.substring(0, Math.max(dot, 0))))
                .map(it -> it.path(reference.substring(dot + 1)))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private Optional<String> byArn(String text, String address) {
        boolean all = text.endsWith(ALL_STREAMS);
        String arn = all ? text.substring(0, text.length() - ALL_STREAMS.length()) : text;
        return Optional.ofNullable(owners.get(arn))
                .filter(owner -> !owner.equals(address))
                .map(owner -> "${" + owner + ".arn}" + (all ? ALL_STREAMS : ""));
    }
}
