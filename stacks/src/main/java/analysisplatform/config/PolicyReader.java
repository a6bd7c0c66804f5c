package analysisplatform.config;

import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.OnViolation;
import analysisplatform.config.MaskingPolicy.PersonalPattern;
import analysisplatform.config.MaskingPolicy.QuasiIdentifier;
import analysisplatform.config.MaskingPolicy.Relation;
import analysisplatform.config.MaskingPolicy.Stored;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.MaskingPolicy.Unclassified;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** Turns a masking file, or a part of it, that keeps to the schema into its record. */
final class PolicyReader {

    private PolicyReader() {}

    static MaskingPolicy policy(Document document) {
        JsonNode node = document.sound(KeyPath.ROOT).orElseThrow();
        return new MaskingPolicy(
                text(node, "source"),
                node.get("minimumDomainPeople").asInt(),
                ZoneId.of(text(node, "timeZone")),
                constant(Unclassified.class, text(node, "onUnclassified")),
                node.get("unparsablePercent").asInt(),
                list(node.get("relations"), PolicyReader::relation),
                list(node.get("quasiIdentifiers"), PolicyReader::quasiIdentifier),
                map(
                        node.get("tables"),
                        table -> new TablePolicy(map(table.get("columns"), PolicyReader::column))));
    }

    static ColumnPolicy column(JsonNode node) {
        Map<PersonalPattern, String> exceptions = new LinkedHashMap<>();
        map(node.path("mayContain"), JsonNode::asText)
                .forEach(
                        (pattern, reason) ->
                                exceptions.put(constant(PersonalPattern.class, pattern), reason));
        return new ColumnPolicy(
                constant(DataClass.class, text(node, "class")),
                ActionReader.action(node),
                constant(Stored.class, text(node, "stored")),
                exceptions,
                node.has("unparsablePercent")
                        ? OptionalInt.of(node.get("unparsablePercent").asInt())
                        : OptionalInt.empty());
    }

    static Relation relation(JsonNode node) {
        return new Relation(
                text(node, "table"),
                text(node, "column"),
                text(node, "toTable"),
                text(node, "toColumn"));
    }

    static QuasiIdentifier quasiIdentifier(JsonNode node) {
        return new QuasiIdentifier(
                text(node, "table"),
                list(node.get("columns"), JsonNode::asText),
                node.get("minimumPeople").asInt(),
                constant(OnViolation.class, text(node, "onViolation")));
    }

    static String text(JsonNode node, String key) {
        return node.get(key).asText();
    }

    static <T> Map<String, T> map(JsonNode map, Function<JsonNode, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        map.properties().forEach(entry -> values.put(entry.getKey(), read.apply(entry.getValue())));
        return values;
    }

    static <T> List<T> list(JsonNode list, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        list.forEach(entry -> values.add(read.apply(entry)));
        return values;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
