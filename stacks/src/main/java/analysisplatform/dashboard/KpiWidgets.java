package analysisplatform.dashboard;

import static analysisplatform.dashboard.Widget.map;

import analysisplatform.config.Kpi;
import analysisplatform.config.Kpi.Chart;
import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One KPI as a number and as a graph.
 *
 * @param namespace of its metric
 */
record KpiWidgets(Kpi kpi, String namespace, String region) {

    static final int WIDTH = 6;

    private static final int TILE_HEIGHT = 3;
    private static final int GRAPH_HEIGHT = 6;
    private static final String GOAL = "#2ca02c";
    private static final String ALERT = "#d62728";

    /** Five minutes: a second night within them would be averaged with the first. */
    private static final int ONE_PUT = 300;

    static KpiWidgets of(Kpi kpi, Names names, String namespace) {
        return new KpiWidgets(kpi, namespace, names.region());
    }

    /** Empty when a day and a half brought no value, so that no old number looks like a new one. */
    Widget tile() {
        return Widget.number(WIDTH, TILE_HEIGHT, title(), region, metric(ONE_PUT))
                .with("start", "-PT36H")
                .with("end", "P0D");
    }

    /** Day by day, with what should be reached and what should be looked at. */
    Widget graph() {
        Widget graph =
                Widget.graph(WIDTH, GRAPH_HEIGHT, title(), region, metric(Widget.DAY))
                        .with("view", kpi.chart() == Chart.TABLE ? "table" : "timeSeries")
                        .with("yAxis", map("left", map("label", kpi.unit(), "showUnits", false)));
        List<Map<String, Object>> lines = lines();
        return lines.isEmpty() ? graph : graph.with("annotations", Map.of("horizontal", lines));
    }

    String title() {
        return "%s %s (%s)".formatted(kpi.title().ja(), kpi.title().en(), kpi.unit());
    }

    private List<List<Object>> metric(int periodSeconds) {
        return List.of(
                Widget.measured(
                        map("label", kpi.id(), "stat", "Maximum", "period", periodSeconds),
                        namespace,
                        kpi.id()));
    }

    private List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        kpi.target()
                .ifPresent(
                        value ->
                                lines.add(
                                        map("label", "目標 target", "value", value, "color", GOAL)));
        kpi.alert().below().ifPresent(value -> lines.add(alert(value, "below")));
        kpi.alert().above().ifPresent(value -> lines.add(alert(value, "above")));
        return lines;
    }

    private static Map<String, Object> alert(double value, String side) {
        return map("label", "警告 alert", "value", value, "color", ALERT, "fill", side);
    }
}
