package analysisplatform.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Kpi;
import analysisplatform.constructs.TestEnvironments;
import analysisplatform.constructs.TestJson;
import analysisplatform.kpi.CustomMetrics;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What people see on the dashboard, read off its body. */
class DashboardBodyTest {

    private static final Environment LOCAL =
            EnvironmentLoader.load(
                    Path.of(System.getProperty("platform.root"), "environments", "local"));
    private static final JsonNode BODY = TestJson.parse(DashboardBody.json(LOCAL));

    @Test
    void eachKpiOfOneNumberIsATileAndAGraph() {
        for (Kpi kpi : LOCAL.kpis()) {
            int widgets = CustomMetrics.isOneNumber(kpi) ? 2 : 0;

            assertThat(
                            widgets(BODY).stream()
                                    .filter(
                                            it ->
                                                    it.at("/properties/metrics/0/1")
                                                            .asText()
                                                            .equals(kpi.id())))
                    .as(kpi.id())
                    .hasSize(widgets)
                    .allMatch(it -> it.at("/properties/title").asText().contains(kpi.title().ja()))
                    .allMatch(it -> it.at("/properties/title").asText().contains(kpi.unit()));
        }
    }

    @Test
    void aTileForgetsAValueThatIsOlderThanANightAndAHalf() {
        assertThat(tiles())
                .isNotEmpty()
                .allMatch(it -> it.at("/properties/start").asText().equals("-PT36H"));
    }

    @Test
    void targetsAndThresholdsAreLinesOfTheGraph() {
        assertThat(lines("active_learners"))
                .containsExactly("目標 target 120.0 ", "警告 alert 50.0 below");
        assertThat(lines("churn_rate")).containsExactly("目標 target 5.0 ", "警告 alert 30.0 above");
        assertThat(lines("published_courses")).isEmpty();
    }

    @Test
    void whatHasGroupsIsNamedInsteadOfShown() {
        assertThat(texts())
                .contains("- カテゴリ別の投稿 Posts per category: グループ別 has groups")
                .doesNotContain("- アクティブ学習者");
    }

    @Test
    void whatTheConfigurationLeavesOutIsNamed() {
        Environment few = TestEnvironments.withCustomMetrics(LOCAL, 4);

        assertThat(CustomMetrics.of(few).count()).isEqualTo(4);
        assertThat(String.join("", texts(TestJson.parse(DashboardBody.json(few)))))
                .contains("- 月間経常収益 Monthly recurring revenue: 上限")
                .doesNotContain("- 解約率 Churn");
    }

    @Test
    void everySourceHasItsAgeItsRunsAndItsViews() {
        JsonNode body = TestJson.parse(DashboardBody.json(TestEnvironments.full()));
        String text = body.toString();

        for (String source : List.of("shop", "billing-eu")) {
            assertThat(text)
                    .contains("Age of the data: " + source)
                    .contains("stateMachine:acme-prod-nightly-" + source)
                    .contains("**" + source + "**: ");
        }
        assertThat(text)
                .contains(
                        "ProcessedBytes\",\"WorkGroup\",\"acme-prod-analysts\"",
                        "ProcessedBytes\",\"WorkGroup\",\"acme-prod-pipeline\"",
                        "JPY this month",
                        "alarm:acme-prod-kpi-alert-buyers-below");
    }

    @Test
    void everyExpressionUsesMetricsOfItsOwnWidget() {
        for (JsonNode widget : widgets(BODY)) {
            Set<String> ids = new HashSet<>();
            List<String> expressions = new ArrayList<>();
            for (JsonNode metric : widget.at("/properties/metrics")) {
                JsonNode options = metric.get(metric.size() - 1);
                ids.add(options.path("id").asText());
                if (options.has("expression")) {
                    expressions.add(options.get("expression").asText());
                }
            }
            for (String expression : expressions) {
                assertThat(ids)
                        .containsAll(
                                StreamSupport.stream(
                                                List.of(expression.split("[^a-z0-9]+"))
                                                        .spliterator(),
                                                false)
                                        .filter(word -> word.matches("[a-z][a-z0-9]*"))
                                        .toList());
            }
        }
    }

    @Test
    void noTwoWidgetsLieUponEachOtherAndNoneStandsOut() {
        Set<String> taken = new HashSet<>();
        for (JsonNode widget : widgets(BODY)) {
            int right = widget.get("x").asInt() + widget.get("width").asInt();
            assertThat(right).isLessThanOrEqualTo(24);
            for (int x = widget.get("x").asInt(); x < right; x++) {
                for (int y = 0; y < widget.get("height").asInt(); y++) {
                    assertThat(taken.add(x + "/" + (widget.get("y").asInt() + y))).isTrue();
                }
            }
        }
    }

    @Test
    void noMetricIsShownThatNobodyPuts() {
        Set<String> put = new HashSet<>(List.of("Snapshot"));
        CustomMetrics.of(LOCAL).kpis().forEach(kpi -> put.add(kpi.id()));

        for (JsonNode widget : widgets(BODY)) {
            for (JsonNode metric : widget.at("/properties/metrics")) {
                if (metric.get(0).asText().startsWith("analysis-local")) {
                    assertThat(put).contains(metric.get(1).asText());
                }
            }
        }
    }

    @Test
    void withoutKpisOrWhenSwitchedOffThereIsNone() {
        assertThat(DashboardBody.isWanted(LOCAL)).isTrue();
        assertThat(DashboardBody.isWanted(TestEnvironments.local())).isFalse();
        Environment off = TestEnvironments.withoutDashboard(LOCAL);
        assertThat(DashboardBody.isWanted(off)).isFalse();
        assertThat(CustomMetrics.of(off).kpis())
                .extracting(Kpi::id)
                .as("an alarm needs its metric")
                .containsExactly("active_learners", "churn_rate");
    }

    private static List<JsonNode> tiles() {
        return widgets(BODY).stream()
                .filter(it -> it.at("/properties/view").asText().equals("singleValue"))
                .filter(it -> it.at("/properties/metrics/0/1").asText().matches("[a-z_]+"))
                .toList();
    }

    private static List<String> lines(String kpi) {
        return widgets(BODY).stream()
                .filter(it -> it.at("/properties/metrics/0/1").asText().equals(kpi))
                .flatMap(
                        it ->
                                StreamSupport.stream(
                                        it.at("/properties/annotations/horizontal").spliterator(),
                                        false))
                .map(
                        line ->
                                "%s %s %s"
                                        .formatted(
                                                line.get("label").asText(),
                                                line.get("value").asText(),
                                                line.path("fill").asText()))
                .toList();
    }

    private static String texts() {
        return String.join("\n", texts(BODY));
    }

    private static List<String> texts(JsonNode body) {
        return widgets(body).stream().map(it -> it.at("/properties/markdown").asText()).toList();
    }

    private static List<JsonNode> widgets(JsonNode body) {
        return StreamSupport.stream(body.get("widgets").spliterator(), false).toList();
    }
}
