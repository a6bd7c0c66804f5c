package analysisplatform.quicksight;

import analysisplatform.config.Environment;
import analysisplatform.json.Json;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.quicksight.Visual.Heading;
import analysisplatform.quicksight.Visual.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The dashboard that {@code kpis.yaml} describes, as the provider's block {@code definition}. Pure:
 * equal KPIs, views and masks give an equal dashboard.
 */
public final class DashboardDefinition {

    private static final int DIGITS = 8;
    private static final int ALL_COLUMNS = 36;
    private static final int TABLE_ROWS = 14;

    private final Environment environment;

    public DashboardDefinition(Environment environment) {
        this.environment = environment;
    }

    /**
     * @param arn of a data set by its id
     */
    public Map<String, Object> block(UnaryOperator<String> arn) {
        List<Sheet> sheets = sheets();
        return Blocks.block(
                "data_set_identifiers_declarations",
                Stream.of(DataSet.FRESHNESS, DataSet.HISTORY, DataSet.LATEST)
                        .map(what -> declaration(what, arn))
                        .toList(),
                "filter_groups",
                sheets.stream().flatMap(sheet -> sheet.filters().stream()).toList(),
                "sheets",
                sheets.stream().map(Sheet::block).toList());
    }

    /** Eight hexadecimal digits that change with anything that the dashboard shows. */
    public String version() {
        String text = Json.text(block(Arns.of(environment)::quickSightDataSet));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java platform has SHA-256", exception);
        }
    }

    private List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.addAll(Sheet.of("numbers", "数字 Numbers", visuals(KpiVisuals::tiles)));
        sheets.addAll(Sheet.of("trends", "推移 Trends", visuals(kpi -> List.of(kpi.trend()))));
        sheets.addAll(Sheet.of("breakdown", "内訳 Breakdown", visuals(KpiVisuals::breakdown)));
        sheets.add(
                new Sheet(
                        "freshness",
                        "鮮度とマスク Freshness and masks",
                        List.of(freshness(), everyNumber()),
                        MaskLegend.of(environment)));
        return sheets;
    }

    private List<Visual> visuals(Function<KpiVisuals, List<Visual>> part) {
        return environment.kpis().stream()
                .map(KpiVisuals::new)
                .flatMap(kpi -> part.apply(kpi).stream())
                .toList();
    }

    private static Visual freshness() {
        return table(
                new Fields("freshness-views", DataSet.FRESHNESS),
                new Heading("データの時点（UTC）", "Which snapshot each view shows, UTC"),
                List.of("position", "source", "view_name", "snapshot_time", "computed_at"));
    }

    /** Titles, owners and what is stale, for all KPIs. */
    private static Visual everyNumber() {
        return table(
                new Fields("freshness-kpis", DataSet.LATEST),
                new Heading("すべての数字", "Every number, and whether it is stale"),
                List.of(
                        "position",
                        "title_ja",
                        "title_en",
                        "dimension",
                        "value",
                        "previous_value",
                        "target",
                        "unit",
                        "day",
                        "stale",
                        "owner"));
    }

    private static Visual table(Fields fields, Heading heading, List<String> columns) {
        Map<String, Object> chart =
                Blocks.block(
                        "field_wells",
                        Blocks.block(
                                "table_unaggregated_field_wells",
                                Blocks.block(
                                        "values", columns.stream().map(fields::plain).toList())),
                        "sort_configuration",
                        Blocks.block(
                                "row_sort",
                                List.of(
                                        Blocks.block(
                                                "field_sort",
                                                Blocks.block(
                                                        "field_id",
                                                        fields.id(columns.get(0)),
                                                        "direction",
                                                        "ASC")))));
        return new Visual(
                fields.visual(),
                fields.dataSet(),
                "",
                ALL_COLUMNS,
                TABLE_ROWS,
                Visual.drawn(Kind.TABLE, fields.visual(), heading, chart));
    }

    private Map<String, Object> declaration(String what, UnaryOperator<String> arn) {
        String id = Names.of(environment).named(what);
        return Blocks.block("identifier", what, "data_set_arn", arn.apply(id));
    }
}
