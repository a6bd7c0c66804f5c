package analysisplatform.quicksight;

import analysisplatform.json.Literal;
import java.util.List;
import java.util.Map;

/**
 * One visual of a sheet.
 *
 * @param dataSet identifier of the data set that it reads
 * @param kpi whose rows it shows; empty for all
 * @param columns of the grid's 36
 * @param rows of the grid
 */
record Visual(
        String id, String dataSet, String kpi, int columns, int rows, Map<String, Object> block) {

    /** Kinds of visuals as the provider calls them. */
    enum Kind {
        KPI("kpi_visual"),
        LINE("line_chart_visual"),
        BAR("bar_chart_visual"),
        TABLE("table_visual");

        private final String block;

        Kind(String block) {
            this.block = block;
        }
    }

    /**
     * What people read above a visual.
     *
     * @param ja the title
     * @param en the line below it
     */
    record Heading(String ja, String en) {

        private Map<String, Object> title() {
            return shown(ja);
        }

        private Map<String, Object> subtitle() {
            return shown(en);
        }

        private static Map<String, Object> shown(String text) {
            return Blocks.block(
                    "visibility",
                    "VISIBLE",
                    "format_text",
                    Blocks.block("plain_text", Literal.text(text)));
        }
    }

    /** The provider's block of a visual. */
    static Map<String, Object> drawn(
            Kind kind, String id, Heading heading, Map<String, Object> chart) {
        return Blocks.block(
                kind.block,
                Blocks.block(
                        "visual_id",
                        id,
                        "title",
                        heading.title(),
                        "subtitle",
                        heading.subtitle(),
                        "chart_configuration",
                        chart));
    }

    /** Keeps other KPIs' rows away from this visual. */
    Map<String, Object> filter(String sheet) {
        return Blocks.block(
                "filter_group_id",
                "only-" + id,
                "cross_dataset",
                "SINGLE_DATASET",
                "status",
                "ENABLED",
                "filters",
                Blocks.block("category_filter", onlyThisKpi()),
                "scope_configuration",
                Blocks.block(
                        "selected_sheets",
                        Blocks.block(
                                "sheet_visual_scoping_configurations",
                                List.of(
                                        Blocks.block(
                                                "scope",
                                                "SELECTED_VISUALS",
                                                "sheet_id",
                                                sheet,
                                                "visual_ids",
                                                List.of(id))))));
    }

    private Map<String, Object> onlyThisKpi() {
        return Blocks.block(
                "filter_id",
                "only-" + id,
                "column",
                new Fields(id, dataSet).column("kpi"),
                "configuration",
                Blocks.block(
                        "filter_list_configuration",
                        Blocks.block(
                                "match_operator", "CONTAINS", "category_values", List.of(kpi))));
    }
}
