package analysisplatform.config;

import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.Stored;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Turns a masking file, or a column of it, that keeps to the schema into its record. */
final class PolicyReader {

    private PolicyReader() {}

    static MaskingPolicy policy(Document document) {
        JsonNode node = document.sound(KeyPath.ROOT).orElseThrow();
        return new MaskingPolicy(
                node.get("source").asText(),
                node.get("minimumDomainPeople").asInt(),
                each(
                        node.get("tables"),
                        table ->
                                new TablePolicy(each(table.get("columns"), PolicyReader::column))));
    }

    static ColumnPolicy column(JsonNode node) {
        String dataClass = node.get("class").asText();
        return new ColumnPolicy(
                DataClass.valueOf(dataClass.toUpperCase(Locale.ROOT)),
                action(node),
                Stored.valueOf(node.path("stored").asText("plain").toUpperCase(Locale.ROOT)));
    }

    private static Action action(JsonNode node) {
        String type = node.path("type").asText();
        String name = node.get("action").asText();
        return switch (name) {
            case "keep" -> new Action.Keep(type, node.get("reason").asText());
            case "drop" -> new Action.Drop();
            case "null" -> new Action.Null(type);
            case "pseudonym" -> new Action.Pseudonym(node.get("namespace").asText());
            case "email" -> new Action.Email();
            default -> throw new IllegalStateException("the schema allows the action " + name);
        };
    }

    private static <T> Map<String, T> each(JsonNode map, Function<JsonNode, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        map.properties().forEach(entry -> values.put(entry.getKey(), read.apply(entry.getValue())));
        return values;
    }
}
