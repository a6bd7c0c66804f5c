package analysisplatform.config;

import static analysisplatform.config.PolicyReader.text;

import com.fasterxml.jackson.databind.JsonNode;

/** Turns a column of a masking file that keeps to the schema into its action. */
final class ActionReader {

    private ActionReader() {}

    static Action action(JsonNode node) {
        String name = text(node, "action");
        return switch (name) {
            case "keep" -> new Action.Keep(text(node, "type"), text(node, "reason"));
            case "drop" -> new Action.Drop();
            case "null" -> new Action.Null(text(node, "type"));
            case "pseudonym" -> new Action.Pseudonym(text(node, "namespace"));
            case "email" -> new Action.Email();
            case "prefix" -> new Action.Prefix(node.get("length").asInt());
            case "year" -> new Action.Year();
            case "month" -> new Action.Month();
            case "age_band" -> new Action.AgeBand(node.get("years").asInt());
            case "shift" -> shift(node);
            case "bucket" ->
                    new Action.Bucket(PolicyReader.list(node.get("edges"), JsonNode::decimalValue));
            case "ip_network" -> new Action.IpNetwork();
            case "length" -> new Action.Length();
            case "json" -> new Action.Json(PolicyReader.map(node.get("paths"), JsonNode::asText));
            default -> throw new IllegalStateException("the schema allows the action " + name);
        };
    }

    private static Action shift(JsonNode node) {
        return new Action.Shift(
                node.get("days").asInt(),
                text(node, "person"),
                text(node, "namespace"),
                node.path("type").asText(ColumnTypes.DATE));
    }
}
