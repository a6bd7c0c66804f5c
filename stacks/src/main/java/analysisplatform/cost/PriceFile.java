package analysisplatform.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a price table and refuses one that says less, more or something else than expected. */
final class PriceFile {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private final String file;

    private PriceFile(String file) {
        this.file = file;
    }

    static PriceTable read(String file, InputStream yaml) throws IOException {
        try {
            return new PriceFile(file).table(YAML.readTree(yaml));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(
                    file + " is not valid YAML: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private PriceTable table(JsonNode root) {
        expect("the file", root, Set.of("regions"));
        JsonNode regions = root.get("regions");
        check(!regions.isEmpty(), "regions", "must name at least one region");
        SortedMap<String, Map<Item, Price>> table = new TreeMap<>();
        regions.fields()
                .forEachRemaining(
                        region ->
                                table.put(
                                        region.getKey(),
                                        items(region.getKey(), region.getValue())));
        return new PriceTable(table);
    }

    private Map<Item, Price> items(String region, JsonNode node) {
        expect(region, node, Set.copyOf(Item.keys()));
        Map<Item, Price> items = new EnumMap<>(Item.class);
        for (Item item : Item.values()) {
            items.put(item, price(region + "." + item.key(), node.get(item.key())));
        }
        return items;
    }

    private Price price(String where, JsonNode node) {
        expect(where, node, Set.of("usd", "per", "unit", "source", "read", "certain"));
        JsonNode certain = node.get("certain");
        check(certain.isBoolean(), where + ".certain", "must be true or false");
        return new Price(
                positive(where + ".usd", node.get("usd")),
                positive(where + ".per", node.get("per")),
                text(where + ".unit", node.get("unit")),
                text(where + ".source", node.get("source")),
                month(where + ".read", node.get("read")),
                certain.booleanValue());
    }

    private void expect(String where, JsonNode node, Set<String> names) {
        Set<String> found = new TreeSet<>();
        node.fieldNames().forEachRemaining(found::add);
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(found);
        check(missing.isEmpty(), where, "lacks " + String.join(", ", missing));
        found.removeAll(names);
        check(found.isEmpty(), where, "has the unknown " + String.join(", ", found));
    }

    private BigDecimal positive(String where, JsonNode node) {
        check(
                node.isNumber() && node.decimalValue().signum() > 0,
                where,
                "must be a number above 0");
        return node.decimalValue();
    }

    private String text(String where, JsonNode node) {
        check(node.isTextual() && !node.asText().isBlank(), where, "must be a text");
        return node.asText();
    }

    private YearMonth month(String where, JsonNode node) {
        try {
            return YearMonth.parse(node.asText());
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(
                    sentence(where, "must be a month such as 2026-11"), malformed);
        }
    }

    private void check(boolean valid, String where, String what) {
        if (!valid) {
            throw new IllegalArgumentException(sentence(where, what));
        }
    }

    private String sentence(String where, String what) {
        return file + ": " + where + " " + what + ".";
    }
}
