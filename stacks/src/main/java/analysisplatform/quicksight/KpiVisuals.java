package analysisplatform.quicksight;

import static analysisplatform.quicksight.Blocks.block;

import analysisplatform.config.Kpi;
import analysisplatform.quicksight.Visual.Heading;
import analysisplatform.quicksight.Visual.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The visuals of one KPI. Groups are never added up: shares of groups have no sum. */
final class KpiVisuals {

    private static final String PERCENT = "%";

    private static final int TILE_COLUMNS = 9;
    private static final int TILE_ROWS = 6;
    private static final int CHART_COLUMNS = 18;
    private static final int CHART_ROWS = 10;

    private final Kpi kpi;

    KpiVisuals(Kpi kpi) {
        this.kpi = kpi;
    }

    /**
     * The newest number beside the one before, and beside its target if it has one; none for a KPI
     * with groups.
     */
    List<Visual> tiles() {
        List<Visual> tiles = new ArrayList<>();
        if (kpi.query().dimension().isEmpty()) {
            tiles.add(number());
            if (kpi.target().isPresent()) {
                tiles.add(target());
            }
        }
        return tiles;
    }

    /** All days, one line per group. */
    Visual trend() {
        String id = "trend-" + kpi.id();
        Fields fields = new Fields(id, DataSet.HISTORY);
        return new Visual(
                id,
                DataSet.HISTORY,
                kpi.id(),
                CHART_COLUMNS,
                CHART_ROWS,
                Visual.drawn(
                        Kind.LINE,
                        id,
                        heading("推移", "trend"),
                        block(
                                "type",
                                "LINE",
                                "field_wells",
                                block("line_chart_aggregated_field_wells", days(fields)))));
    }

    /** The chart that the KPI asks for beside number and line; at most one. */
    List<Visual> breakdown() {
        return switch (kpi.chart()) {
            case NUMBER, LINE -> List.of();
            case BAR -> List.of(kpi.query().dimension().isPresent() ? groups() : days("CLUSTERED"));
            case STACKED -> List.of(days("STACKED"));
            case TABLE -> List.of(table());
        };
    }

    private Visual number() {
        String id = "number-" + kpi.id();
        Fields fields = new Fields(id, DataSet.LATEST);
        return tile(
                id,
                heading(before(), against()),
                block(
                        "field_wells",
                        block(
                                "values",
                                List.of(fields.number("value", kpi.unit())),
                                "target_values",
                                List.of(fields.number("previous_value", kpi.unit()))),
                        "kpi_options",
                        block(
                                "primary_value_display_type",
                                "ACTUAL",
                                "comparison",
                                block(
                                        "comparison_method",
                                        kpi.unit().equals(PERCENT)
                                                ? "DIFFERENCE"
                                                : "PERCENT_DIFFERENCE"),
                                "progress_bar",
                                block("visibility", "HIDDEN"),
                                "trend_arrows",
                                block("visibility", "VISIBLE"))));
    }

    private Visual target() {
        String id = "target-" + kpi.id();
        Fields fields = new Fields(id, DataSet.LATEST);
        return tile(
                id,
                heading("目標", "against the target"),
                block(
                        "field_wells",
                        block(
                                "values",
                                List.of(fields.number("value", kpi.unit())),
                                "target_values",
                                List.of(fields.number("target", kpi.unit()))),
                        "kpi_options",
                        block(
                                "primary_value_display_type",
                                "ACTUAL",
                                "comparison",
                                block("comparison_method", "PERCENT"),
                                "progress_bar",
                                block("visibility", "VISIBLE"),
                                "trend_arrows",
                                block("visibility", "HIDDEN"))));
    }

    private Visual tile(String id, Heading heading, Map<String, Object> chart) {
        return new Visual(
                id,
                DataSet.LATEST,
                kpi.id(),
                TILE_COLUMNS,
                TILE_ROWS,
                Visual.drawn(Kind.KPI, id, heading, chart));
    }

    private Visual groups() {
        String id = id();
        Fields fields = new Fields(id, DataSet.LATEST);
        Map<String, Object> wells =
                block(
                        "category",
                        List.of(fields.group("dimension")),
                        "values",
                        List.of(fields.number("value", kpi.unit())));
        return bars(DataSet.LATEST, "HORIZONTAL", "CLUSTERED", wells);
    }

    private Visual days(String arrangement) {
        return bars(
                DataSet.HISTORY, "VERTICAL", arrangement, days(new Fields(id(), DataSet.HISTORY)));
    }

    private Visual bars(
            String dataSet, String orientation, String arrangement, Map<String, Object> wells) {
        return chart(
                dataSet,
                Kind.BAR,
                block(
                        "orientation",
                        orientation,
                        "bars_arrangement",
                        arrangement,
                        "field_wells",
                        block("bar_chart_aggregated_field_wells", wells)));
    }

    private Visual table() {
        boolean grouped = kpi.query().dimension().isPresent();
        String dataSet = grouped ? DataSet.LATEST : DataSet.HISTORY;
        Fields fields = new Fields(id(), dataSet);
        List<Map<String, Object>> numbers = new ArrayList<>();
        numbers.add(fields.number("value", kpi.unit()));
        if (grouped) {
            numbers.add(fields.number("previous_value", kpi.unit()));
        }
        return chart(
                dataSet,
                Kind.TABLE,
                block(
                        "field_wells",
                        block(
                                "table_aggregated_field_wells",
                                block(
                                        "group_by",
                                        List.of(
                                                grouped
                                                        ? fields.group("dimension")
                                                        : fields.day("day")),
                                        "values",
                                        numbers))));
    }

    private Visual chart(String dataSet, Kind kind, Map<String, Object> chart) {
        Heading heading =
                kpi.query()
                        .dimension()
                        .map(group -> heading(group.ja() + "別", "by " + group.en()))
                        .orElseGet(() -> heading("日別", "by day"));
        return new Visual(
                id(),
                dataSet,
                kpi.id(),
                CHART_COLUMNS,
                CHART_ROWS,
                Visual.drawn(kind, id(), heading, chart));
    }

    private Map<String, Object> days(Fields fields) {
        Map<String, Object> wells =
                block(
                        "category",
                        List.of(fields.day("day")),
                        "values",
                        List.of(fields.number("value", kpi.unit())));
        if (kpi.query().dimension().isPresent()) {
            wells.put("colors", List.of(fields.group("dimension")));
        }
        return wells;
    }

    private String id() {
        return "chart-" + kpi.id();
    }

    private Heading heading(String ja, String en) {
        return new Heading(
                "%s（%s）".formatted(kpi.title().ja(), ja),
                "%s, %s (%s)".formatted(kpi.title().en(), en, kpi.unit()));
    }

    private String before() {
        return switch (kpi.comparison()) {
            case DAY -> "前日比";
            case WEEK -> "前週比";
            case MONTH -> "前月比";
        };
    }

    private String against() {
        return "against one "
                + switch (kpi.comparison()) {
                    case DAY -> "day";
                    case WEEK -> "week";
                    case MONTH -> "month";
                }
                + " before";
    }
}
