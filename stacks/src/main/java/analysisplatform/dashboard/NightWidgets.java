package analysisplatform.dashboard;

import static analysisplatform.dashboard.Widget.map;
import static java.util.stream.Collectors.joining;

import analysisplatform.alarms.Publications;
import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the nights did, from metrics that AWS itself puts but for the snapshot's. */
record NightWidgets(Environment environment) {

    private static final int HALF = 12;
    private static final int HEIGHT = 6;
    private static final int AGE_WIDTH = 6;
    private static final int AGE_HEIGHT = 3;
    private static final String STATES = "AWS/States";

    private static final Map<String, Object> ENDS =
            map(
                    "ExecutionsSucceeded", "#2ca02c",
                    "ExecutionsFailed", "#d62728",
                    "ExecutionsTimedOut", "#9467bd",
                    "ExecutionsAborted", "#7f7f7f");

    /**
     * How old the data of each source is at this moment: the time since the newest metric of a
     * snapshot, which stands at the snapshot's own time.
     */
    List<Widget> freshness() {
        List<Widget> widgets = new ArrayList<>();
        for (Source source : environment.sources()) {
            widgets.add(
                    Widget.number(
                                    AGE_WIDTH,
                                    AGE_HEIGHT,
                                    "鮮度 Age of the data: %s (時間 hours)".formatted(source.name()),
                                    names().region(),
                                    List.of(
                                            snapshot(source, "snapshot"),
                                            Widget.computed(
                                                    "age",
                                                    "(EPOCH(snapshot) - FILL(IF(snapshot >= 0, EPOCH(snapshot)), REPEAT)) / 3600",
                                                    source.name())))
                            .with("start", "-P14D")
                            .with("end", "P0D"));
            widgets.add(Widget.text(HALF + AGE_WIDTH, AGE_HEIGHT, views(source)));
        }
        return widgets;
    }

    /** Bytes of the export, at the snapshot's time; not shown itself. */
    List<Object> snapshot(Source source, String id) {
        return Widget.measured(
                map("id", id, "visible", false, "stat", "Maximum", "period", Widget.HOUR),
                names().metricNamespace(source),
                Publications.SNAPSHOT);
    }

    Widget runs() {
        List<List<Object>> metrics = new ArrayList<>();
        for (Source source : environment.sources()) {
            ENDS.forEach(
                    (metric, color) ->
                            metrics.add(
                                    Widget.measured(
                                            map(
                                                    "label",
                                                    source.name() + " " + metric,
                                                    "stat",
                                                    "Sum",
                                                    "period",
                                                    Widget.DAY,
                                                    "color",
                                                    color),
                                            STATES,
                                            metric,
                                            "StateMachineArn",
                                            machine(source))));
        }
        return Widget.graph(HALF, HEIGHT, "最近の実行 Last runs", names().region(), metrics)
                .with("stacked", true);
    }

    Widget durations() {
        List<List<Object>> metrics = new ArrayList<>();
        for (Source source : environment.sources()) {
            String id = "run" + metrics.size();
            metrics.add(
                    Widget.measured(
                            map(
                                    "id",
                                    id,
                                    "visible",
                                    false,
                                    "stat",
                                    "Maximum",
                                    "period",
                                    Widget.DAY),
                            STATES,
                            "ExecutionTime",
                            "StateMachineArn",
                            machine(source)));
            metrics.add(Widget.computed(id + "m", id + " / 60000", source.name()));
        }
        return Widget.graph(HALF, HEIGHT, "実行時間 Duration (分 minutes)", names().region(), metrics);
    }

    Widget bytes() {
        return Widget.graph(
                        HALF,
                        HEIGHT,
                        "スキャン量 Bytes scanned",
                        names().region(),
                        List.of(
                                scanned(names().pipelineWorkgroup(), "DDL", "CREATE TABLE"),
                                scanned(names().pipelineWorkgroup(), "DML", "SELECT"),
                                scanned(names().analystsWorkgroup(), "DML", "SELECT")))
                .with("stacked", true);
    }

    private List<Object> scanned(String workgroup, String type, String label) {
        return Widget.measured(
                map("label", workgroup + " " + label, "stat", "Sum", "period", Widget.DAY),
                MonthWidgets.scanned(workgroup, "SUCCEEDED", type));
    }

    private static String views(Source source) {
        return "**%s**: %s"
                .formatted(
                        source.name(),
                        source.sourceTables().stream()
                                .map(SourceTable::publishedName)
                                .collect(joining(", ")));
    }

    private String machine(Source source) {
        return Arns.of(environment).stateMachine(source);
    }

    private Names names() {
        return Names.of(environment);
    }
}
