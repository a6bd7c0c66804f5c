package analysisplatform.baseline;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A statement of a policy that a resource holds. */
record PolicyStatement(Declared owner, String property, JsonNode json) {

    String address() {
        return owner.address() + "#" + json.at("/Sid").asText("no Sid");
    }

    boolean allows() {
        return json.at("/Effect").asText().equals("Allow");
    }

    boolean isOfKey() {
        return owner.type().equals("aws_kms_key") || owner.type().equals("aws_kms_key_policy");
    }

    List<String> actions() {
        return texts("/Action");
    }

    List<String> resources() {
        return texts("/Resource");
    }

    List<String> principals(String kind) {
        return texts("/Principal/" + kind);
    }

    boolean isForEverybody() {
        return json.at("/Principal").asText().equals("*")
                || principals("AWS").contains("*")
                || principals("Federated").contains("*");
    }

    /** The values that the statement wants a condition key to have, but not those it refuses. */
    List<String> wanted(String key) {
        List<String> wanted = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operator : json.at("/Condition").properties()) {
            String name = operator.getKey();
            if (name.contains("Not") || name.endsWith("IfExists") || name.startsWith("ForAll")) {
                continue;
            }
            for (Map.Entry<String, JsonNode> condition : operator.getValue().properties()) {
                if (condition.getKey().toLowerCase(Locale.ROOT).equals(lower(key))) {
                    wanted.addAll(TestJson.texts(condition.getValue()));
                }
            }
        }
        return wanted;
    }

    private static String lower(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    private List<String> texts(String pointer) {
        JsonNode node = json.at(pointer);
        return node.isMissingNode() || node.isNull() ? List.of() : TestJson.texts(node);
    }
}
