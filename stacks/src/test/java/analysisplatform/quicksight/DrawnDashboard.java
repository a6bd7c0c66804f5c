package analysisplatform.quicksight;

import analysisplatform.config.Environment;
import analysisplatform.config.Kpi;
import analysisplatform.constructs.TestJson;
import analysisplatform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A dashboard's definition, to be looked at in tests. */
record DrawnDashboard(JsonNode json) {

    static DrawnDashboard of(Environment environment) {
        return new DrawnDashboard(
                TestJson.parse(
                        Json.text(
                                new DashboardDefinition(environment).block(id -> "arn of " + id))));
    }

    static DrawnDashboard of(List<Kpi> kpis) {
        return of(QuickSightEnvironments.with(kpis));
    }

    JsonNode sheet(String id) {
        return StreamSupport.stream(json.get("sheets").spliterator(), false)
                .filter(sheet -> sheet.get("sheet_id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    JsonNode visual(String id) {
        return visuals().stream()
                .filter(visual -> visual.get("visual_id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no visual " + id));
    }

    List<JsonNode> visuals() {
        List<JsonNode> all = new ArrayList<>();
        json.get("sheets")
                .forEach(sheet -> sheet.get("visuals").forEach(visual -> visual.forEach(all::add)));
        return all;
    }

    List<JsonNode> visuals(String kind) {
        List<JsonNode> found = new ArrayList<>();
        json.get("sheets")
                .forEach(
                        sheet ->
                                sheet.get("visuals")
                                        .forEach(
                                                visual -> {
                                                    if (visual.has(kind)) {
                                                        found.add(visual.get(kind));
                                                    }
                                                }));
        return found;
    }

    static List<String> ids(List<JsonNode> visuals) {
        return visuals.stream().map(visual -> visual.get("visual_id").asText()).toList();
    }

    /** Of the visuals of a sheet. */
    static List<String> ids(JsonNode visuals) {
        List<String> ids = new ArrayList<>();
        visuals.forEach(
                visual -> visual.forEach(drawn -> ids.add(drawn.get("visual_id").asText())));
        return ids;
    }

    static List<String> ids(JsonNode nodes, String key) {
        List<String> ids = new ArrayList<>();
        nodes.forEach(node -> ids.add(node.get(key).asText()));
        return ids;
    }

    static List<String> columns(JsonNode fields) {
        List<String> columns = new ArrayList<>();
        fields.findValues("column")
                .forEach(
                        column ->
                                columns.add(
                                        column.get("data_set_identifier").asText()
                                                + "."
                                                + column.get("column_name").asText()));
        return columns;
    }
}
