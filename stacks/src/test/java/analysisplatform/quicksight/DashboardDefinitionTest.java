package analysisplatform.quicksight;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.Kpi;
import analysisplatform.config.Kpi.Chart;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DashboardDefinitionTest {

    private static final Environment LOCAL = QuickSightEnvironments.on();
    private static final List<Kpi> KPIS = LOCAL.kpis();

    private final DrawnDashboard drawn = DrawnDashboard.of(LOCAL);
    private final JsonNode dashboard = drawn.json();

    @Test
    void everyKpiWithoutGroupsHasATileAndOneMoreForItsTarget() {
        List<String> expected = new ArrayList<>();
        for (Kpi kpi : KPIS) {
            if (kpi.query().dimension().isEmpty()) {
                expected.add("number-" + kpi.id());
                if (kpi.target().isPresent()) {
                    expected.add("target-" + kpi.id());
                }
            }
        }

        assertThat(DrawnDashboard.ids(drawn.visuals("kpi_visual")))
                .containsExactlyElementsOf(expected);
        assertThat(expected).contains("number-sign_ups", "target-churn_rate").hasSize(8);
    }

    @Test
    void everyKpiHasOneTrend() {
        assertThat(DrawnDashboard.ids(drawn.visuals("line_chart_visual")))
                .containsExactlyElementsOf(KPIS.stream().map(kpi -> "trend-" + kpi.id()).toList());
    }

    @Test
    void theChartThatAKpiAsksForIsThere() {
        assertThat(DrawnDashboard.ids(drawn.visuals("bar_chart_visual")))
                .containsExactly("chart-completion_rate", "chart-posts_per_category");
        assertThat(DrawnDashboard.ids(drawn.visuals("table_visual")))
                .containsExactly(
                        "chart-learners_per_prefecture", "freshness-views", "freshness-kpis");
        assertThat(
                        drawn.visual("chart-posts_per_category")
                                .at("/chart_configuration/bars_arrangement"))
                .hasToString("\"STACKED\"");
    }

    @Test
    void aTileShowsTheNumberBesideTheOneBefore() {
        JsonNode tile = drawn.visual("number-active_learners");

        assertThat(tile.at("/title/format_text/plain_text").asText()).isEqualTo("アクティブ学習者（前月比）");
        assertThat(tile.at("/subtitle/format_text/plain_text").asText())
                .isEqualTo("Active learners, against one month before (people)");
        assertThat(DrawnDashboard.columns(tile.at("/chart_configuration/field_wells/values")))
                .containsExactly("kpi-latest.value");
        assertThat(
                        DrawnDashboard.columns(
                                tile.at("/chart_configuration/field_wells/target_values")))
                .containsExactly("kpi-latest.previous_value");
        assertThat(tile.findValuesAsText("suffix")).containsOnly(" people");
    }

    @Test
    void aTargetIsShownAsProgress() {
        JsonNode tile = drawn.visual("target-active_learners");

        assertThat(
                        DrawnDashboard.columns(
                                tile.at("/chart_configuration/field_wells/target_values")))
                .containsExactly("kpi-latest.target");
        assertThat(tile.at("/chart_configuration/kpi_options/progress_bar/visibility").asText())
                .isEqualTo("VISIBLE");
    }

    @Test
    void sharesAreComparedByPointsAndEverythingElseByPercent() {
        String method = "/chart_configuration/kpi_options/comparison/comparison_method";

        assertThat(drawn.visual("number-churn_rate").at(method).asText()).isEqualTo("DIFFERENCE");
        assertThat(drawn.visual("number-monthly_revenue").at(method).asText())
                .isEqualTo("PERCENT_DIFFERENCE");
    }

    @Test
    void groupsAreNeverAddedUp() {
        for (Kpi kpi : KPIS) {
            if (kpi.query().dimension().isPresent()) {
                assertThat(DrawnDashboard.ids(drawn.visuals("kpi_visual")))
                        .noneMatch(id -> id.endsWith("-" + kpi.id()));
                assertThat(drawn.visual("trend-" + kpi.id()).findValuesAsText("column_name"))
                        .contains("dimension");
            }
        }
    }

    @Test
    void everyVisualOfAKpiSeesThatKpiAlone() {
        Set<String> filtered = new HashSet<>();
        for (JsonNode group : dashboard.get("filter_groups")) {
            JsonNode filter = group.at("/filters/category_filter");
            JsonNode scope =
                    group.at(
                            "/scope_configuration/selected_sheets/sheet_visual_scoping_configurations/0");
            String visual = scope.at("/visual_ids/0").asText();
            filtered.add(visual);

            assertThat(visual)
                    .endsWith(
                            "-"
                                    + filter.at(
                                                    "/configuration/filter_list_configuration/category_values/0")
                                            .asText());
            assertThat(filter.at("/column/column_name").asText()).isEqualTo("kpi");
            assertThat(drawn.visual(visual).findValuesAsText("data_set_identifier"))
                    .containsOnly(filter.at("/column/data_set_identifier").asText());
            assertThat(
                            DrawnDashboard.ids(
                                    drawn.sheet(scope.at("/sheet_id").asText()).get("visuals")))
                    .contains(visual);
        }

        Set<String> all = new HashSet<>(DrawnDashboard.ids(drawn.visuals()));
        all.removeIf(id -> id.startsWith("freshness-"));
        assertThat(filtered).isEqualTo(all);
    }

    @Test
    void everyColumnBelongsToItsDataSet() {
        List<DataSet> dataSets = DataSet.of(LOCAL);
        for (JsonNode column : dashboard.findValues("column")) {
            String dataSet = "analysis-local-" + column.get("data_set_identifier").asText();
            assertThat(dataSets)
                    .filteredOn(it -> it.id().equals(dataSet))
                    .singleElement()
                    .satisfies(
                            it ->
                                    assertThat(it.columns())
                                            .extracting(DataSet.Column::name)
                                            .contains(column.get("column_name").asText()));
        }
    }

    @Test
    void everyVisualHasAPlaceOfItsOwn() {
        for (JsonNode sheet : dashboard.get("sheets")) {
            List<String> placed = new ArrayList<>();
            Set<String> cells = new HashSet<>();
            for (JsonNode element : sheet.at("/layouts/configuration/grid_layout/elements")) {
                placed.add(element.get("element_id").asText());
                int column = element.get("column_index").asInt();
                int row = element.get("row_index").asInt();
                assertThat(column + element.get("column_span").asInt()).isLessThanOrEqualTo(36);
                for (int x = column; x < column + element.get("column_span").asInt(); x++) {
                    for (int y = row; y < row + element.get("row_span").asInt(); y++) {
                        assertThat(cells.add(x + "/" + y)).as(placed.toString()).isTrue();
                    }
                }
            }
            List<String> expected = new ArrayList<>(DrawnDashboard.ids(sheet.get("visuals")));
            sheet.path("text_boxes")
                    .forEach(it -> expected.add(it.get("sheet_text_box_id").asText()));

            assertThat(placed).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void theLegendTellsEveryMaskThatIsInUse() {
        String legend = drawn.sheet("freshness").at("/text_boxes/0/content").asText();

        assertThat(legend)
                .startsWith("<text-box>")
                .endsWith("</text-box>")
                .contains("<b>email</b> アドレス全体の鍵付きの仮名", "the domain is kept where")
                .contains("<b>pseudonym</b>", "公開されません")
                .doesNotContain("<b>shift</b>");
    }

    @Test
    void manyKpisFillMoreSheetsAndNoneIsTooFull() {
        List<Kpi> many =
                IntStream.range(0, 200).mapToObj(i -> kpi("kpi_" + i, Chart.BAR, 5)).toList();
        DrawnDashboard drawnBig = DrawnDashboard.of(many);
        JsonNode big = drawnBig.json();

        assertThat(big.get("sheets")).hasSizeLessThanOrEqualTo(20);
        assertThat(big.get("sheets"))
                .allSatisfy(sheet -> assertThat(sheet.get("visuals")).hasSizeLessThanOrEqualTo(50));
        assertThat(drawnBig.visuals()).hasSize(200 * 4 + 2);
        assertThat(big.get("filter_groups")).hasSizeLessThanOrEqualTo(2000);
        assertThat(DrawnDashboard.ids(big.get("sheets"), "sheet_id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Chart.class)
    void everyChartCanBeDrawnWithoutGroups(Chart chart) {
        DrawnDashboard one = DrawnDashboard.of(List.of(kpi("one", chart, Double.NaN)));

        int charts = chart == Chart.NUMBER || chart == Chart.LINE ? 0 : 1;
        assertThat(one.visuals()).hasSize(1 + 1 + charts + 2);
        assertThat(one.json().toString()).doesNotContain("\"dimension_field\"");
    }

    @Test
    void aTitleIsNeverATemplate() {
        Kpi kpi = kpi("one", Chart.NUMBER, 1);
        Kpi nasty =
                new Kpi(
                        kpi.id(),
                        new Kpi.Titles("${path.module}", "%{if true}"),
                        kpi.owner(),
                        kpi.source(),
                        kpi.query(),
                        "${x}",
                        kpi.direction(),
                        kpi.chart(),
                        kpi.comparison(),
                        kpi.target(),
                        kpi.alert());

        assertThat(DrawnDashboard.of(List.of(nasty)).json().toString())
                .contains("$${path.module}", "%%{if true}", "$${x}")
                .doesNotContainPattern("[^$]\\$\\{")
                .doesNotContainPattern("[^%]%\\{");
    }

    @Test
    void theVersionChangesWithWhatIsShownAndWithNothingElse() {
        List<Kpi> reversed = new ArrayList<>(KPIS);
        Collections.reverse(reversed);

        assertThat(version(KPIS)).matches("[0-9a-f]{8}").isEqualTo(version(List.copyOf(KPIS)));
        assertThat(version(reversed)).isNotEqualTo(version(KPIS));
        assertThat(version(KPIS.subList(1, KPIS.size()))).isNotEqualTo(version(KPIS));
    }

    private static String version(List<Kpi> kpis) {
        return new DashboardDefinition(QuickSightEnvironments.with(kpis)).version();
    }

    private static Kpi kpi(String id, Chart chart, double target) {
        Kpi shipped = KPIS.get(0);
        return new Kpi(
                id,
                shipped.title(),
                shipped.owner(),
                shipped.source(),
                shipped.query(),
                shipped.unit(),
                shipped.direction(),
                chart,
                shipped.comparison(),
                Double.isNaN(target) ? OptionalDouble.empty() : OptionalDouble.of(target),
                shipped.alert());
    }
}
