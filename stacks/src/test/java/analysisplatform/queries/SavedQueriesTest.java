package analysisplatform.queries;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Kpi;
import analysisplatform.constructs.Synthesised;
import analysisplatform.constructs.TestEnvironments;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people find saved in their workgroup. */
class SavedQueriesTest {

    private final Environment local =
            EnvironmentLoader.load(
                    Path.of(System.getProperty("platform.root"), "environments", "local"));

    private final List<SavedQuery> queries = SavedQueries.of(local);

    @Test
    void eachKpiHasOneUnderItsTitleInBothLanguages() {
        for (Kpi kpi : local.kpis()) {
            SavedQuery query = query("kpi-" + kpi.id());

            assertThat(query.name()).contains(kpi.title().en(), kpi.title().ja());
            assertThat(query.description()).contains(kpi.unit(), kpi.owner());
            assertThat(query.sql()).contains(kpi.query().sql().strip());
        }
        assertThat(query("kpis").database()).isEqualTo("analysis_local_kpis");
    }

    @Test
    void aViewIsShownByItsPublishedColumnsAndNoOther() {
        assertThat(query("view-learning-subscriptions"))
                .isEqualTo(
                        new SavedQuery(
                                "view-learning-subscriptions",
                                "learning.subscriptions rows / 中身を見る",
                                "Every column by name, 100 rows / すべての列、100 行",
                                "analysis_local_learning_published",
                                """
                                SELECT
                                  "id",
                                  "user_id",
                                  "customer_email",
                                  "plan",
                                  "price_yen",
                                  "started_on",
                                  "canceled_on"
                                FROM "subscriptions"
                                LIMIT 100"""));
        assertThat(query("view-learning-users").sql())
                .contains("\"settings_theme\"")
                .doesNotContain("password_digest", "name_kana", "\"settings\"");
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource(
            textBlock =
                    """
    users, plan
    courses, published
    enrollments, status
    posts, created_at
    subscriptions, plan
    payments, method
    audit_logs, action
    """)
    void aViewIsCountedByAColumnOfFewValues(String view, String column) {
        SavedQuery query = query("view-learning-%s-count".formatted(view));

        assertThat(query.name()).contains(" by " + column);
        assertThat(query.sql()).contains('"' + column + '"').contains("GROUP BY 1", "LIMIT 100");
    }

    @Test
    void pointsInTimeAreCountedByTheMonth() {
        assertThat(query("view-learning-posts-count").sql())
                .contains("CAST(date_trunc('month', \"created_at\") AS date) AS \"created_at\"");
    }

    @Test
    void aViewOfNothingButNumbersAndTitlesIsNotCounted() {
        assertThat(queries)
                .extracting(SavedQuery::id)
                .contains("view-learning-lessons")
                .doesNotContain("view-learning-lessons-count")
                .doesNotHaveDuplicates();
    }

    @Test
    void aLongTitleIsCutWhereAthenaWouldRefuseIt() {
        String name = new SavedQuery("id", "題".repeat(200), "", "shop", "SELECT 1").name();

        assertThat(name).hasSize(128).endsWith("…");
    }

    @Test
    void theWorkgroupOfTheAnalystsHoldsThemAllAndNoOtherDoes() {
        List<JsonNode> resources = Synthesised.FULL_ANALYSIS.resources("aws_athena_named_query");

        assertThat(resources)
                .extracting(resource -> resource.get("name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        SavedQueries.of(TestEnvironments.full()).stream()
                                .map(SavedQuery::name)
                                .toList());
        assertThat(resources)
                .allSatisfy(
                        resource ->
                                assertThat(resource.get("workgroup").asText())
                                        .contains("workgroups_analysts"));
    }

    @Test
    void aSourceWithoutKpisHasTheExamplesOfItsViews() {
        Environment without = new Environment(local.name(), local.platform(), local.policies());

        assertThat(SavedQueries.of(without))
                .extracting(SavedQuery::id)
                .allMatch(id -> id.startsWith("view-"))
                .isNotEmpty();
    }

    private SavedQuery query(String id) {
        return queries.stream().filter(query -> query.id().equals(id)).findFirst().orElseThrow();
    }
}
