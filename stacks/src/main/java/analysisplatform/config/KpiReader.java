package analysisplatform.config;

import analysisplatform.config.Kpi.Alert;
import analysisplatform.config.Kpi.Chart;
import analysisplatform.config.Kpi.Comparison;
import analysisplatform.config.Kpi.Direction;
import analysisplatform.config.Kpi.Group;
import analysisplatform.config.Kpi.Query;
import analysisplatform.config.Kpi.Titles;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the entries of {@code kpis} that keep to the schema. */
final class KpiReader {

    static final KeyPath KPIS = KeyPath.of("kpis");

    private static final KeyPath MINIMUM_GROUP = KeyPath.of("minimumGroup");

    /** Stands in where the file's own number is broken, so that the entries can be judged. */
    private static final int USUAL_MINIMUM = 10;

    /**
     * @param path where it stands in {@code kpis.yaml}
     */
    record LocatedKpi(KeyPath path, Kpi kpi) {}

    private KpiReader() {}

    static List<LocatedKpi> kpis(KpiFiles files) {
        Document document = files.document();
        int minimum = document.sound(MINIMUM_GROUP).map(JsonNode::asInt).orElse(USUAL_MINIMUM);
        return document.entries(KPIS).stream()
                .flatMap(
                        path ->
                                document.sound(path).stream()
                                        .map(
                                                node ->
                                                        new LocatedKpi(
                                                                path, kpi(node, files, minimum))))
                .toList();
    }

    private static Kpi kpi(JsonNode node, KpiFiles files, int minimumGroup) {
        return new Kpi(
                node.get("id").asText(),
                titles(node.get("title")),
                node.get("owner").asText(),
                node.get("source").asText(),
                query(node, files, minimumGroup),
                node.get("unit").asText(),
                Direction.valueOf(upper(node, "direction")),
                Chart.valueOf(upper(node, "chart")),
                Comparison.valueOf(upper(node, "comparison")),
                number(node, "target"),
                new Alert(
                        number(node.path("alert"), "below"), number(node.path("alert"), "above")));
    }

    private static Query query(JsonNode node, KpiFiles files, int minimumGroup) {
        String file = node.get("file").asText();
        String sql = file.isEmpty() ? node.get("sql").asText() : files.sql(file);
        return new Query(
                statement(sql),
                node.has("dimension")
                        ? Optional.of(titles(node.get("dimension")))
                        : Optional.empty(),
                node.get("days").asInt(),
                node.get("aggregate").asText().equals("safe")
                        ? new Group.Safe(node.get("reason").asText())
                        : new Group.AtLeast(minimumGroup));
    }

    /** Without the end mark that files of SQL mostly have. */
    private static String statement(String sql) {
        String stripped = sql.strip();
        return stripped.endsWith(";")
                ? stripped.substring(0, stripped.length() - 1).strip()
                : stripped;
    }

    private static Titles titles(JsonNode node) {
        return new Titles(node.get("ja").asText(), node.get("en").asText());
    }

    private static OptionalDouble number(JsonNode node, String key) {
        return node.has(key) ? OptionalDouble.of(node.get(key).asDouble()) : OptionalDouble.empty();
    }

    private static String upper(JsonNode node, String key) {
        return node.get(key).asText().toUpperCase(Locale.ROOT);
    }
}
