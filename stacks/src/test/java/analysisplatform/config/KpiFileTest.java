package analysisplatform.config;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Kpi.Chart;
import analysisplatform.config.Kpi.Group;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kpis.yaml} may say, and the sentences about what it may not. */
class KpiFileTest {

    private static final String FILE = "environments/test/kpis.yaml: ";

    @TempDir Path root;

    private ExampleEnvironment environment;

    @BeforeEach
    void write() {
        environment = ExampleEnvironment.in(root).file("kpis.yaml", ExampleEnvironment.KPIS);
    }

    @Test
    void anEnvironmentWithoutTheFileHasNoKpis() {
        assertThat(environment.without("kpis.yaml").load().kpis()).isEmpty();
    }

    @Test
    void whatAFileLeavesOutHasItsDefault() {
        Kpi kpi = environment.load().kpis().get(0);

        assertThat(kpi.title()).isEqualTo(new Kpi.Titles("人数", "People"));
        assertThat(kpi.chart()).isEqualTo(Chart.NUMBER);
        assertThat(kpi.comparison()).isEqualTo(Kpi.Comparison.DAY);
        assertThat(kpi.target()).isEmpty();
        assertThat(kpi.alert()).isEqualTo(Kpi.Alert.NEVER);
        assertThat(kpi.query())
                .isEqualTo(
                        new Kpi.Query(
                                "SELECT count(*) AS value, count(*) AS people FROM users",
                                Optional.empty(),
                                0,
                                new Group.AtLeast(10)));
    }

    @Test
    void whatAFileSaysIsRead() {
        environment
                .file(
                        "kpis.yaml",
                        "minimumGroup: 25\n"
                                + ExampleEnvironment.KPIS
                                        .replace("chart: number", "chart: stacked")
                                        .replaceFirst("    sql: .*\n", "")
                                + """
                                    comparison: month
                                    target: 12.5
                                    alert: {above: 20}
                                    dimension: {ja: 日, en: Kind}
                                    days: 30
                                    aggregate: safe
                                    reason: counts courses
                                    file: courses.sql
                                """)
                .file(
                        "kpis/courses.sql",
                        "SELECT 1 AS value, 'a' AS dimension, night.day FROM courses CROSS JOIN night;\n");

        assertThat(environment.problems())
                .containsExactly(
                        FILE
                                + "kpis[0].alert is set, but the KPI has a dimension; an alert needs a KPI of one value.");
        environment.file("kpis.yaml", text().replace("    alert: {above: 20}\n", ""));
        Kpi kpi = environment.load().kpis().get(0);

        assertThat(kpi.target()).isEqualTo(OptionalDouble.of(12.5));
        assertThat(kpi.query().dimension()).contains(new Kpi.Titles("日", "Kind"));
        assertThat(kpi.query().days()).isEqualTo(30);
        assertThat(kpi.query().group()).isEqualTo(new Group.Safe("counts courses"));
        assertThat(kpi.query().sql()).endsWith("CROSS JOIN night");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        environment.file(
                "kpis.yaml",
                """
                minimumGroup: 1
                kpis:
                  - id: People
                    title: {ja: 人数}
                    owner: nobody
                    source: learning
                    direction: sideways
                    chart: pie
                    days: -1
                    colour: red
                """);

        assertThat(environment.problems())
                .containsExactlyInAnyOrder(
                        FILE + "minimumGroup is 1, but must be a whole number from 2 to 1000.",
                        FILE
                                + "kpis[0].id is \"People\", but must be at most 40 lower-case letters and digits, beginning with a letter, with single _ between them.",
                        FILE
                                + "kpis[0].title.en is missing; it must be one line of at most 60 characters.",
                        FILE + "kpis[0].owner is \"nobody\", but must be an e-mail address.",
                        FILE
                                + "kpis[0].unit is missing; it must be 1 to 16 characters such as people, JPY or %.",
                        FILE
                                + "kpis[0].direction is \"sideways\", but must be one of up, down, none.",
                        FILE
                                + "kpis[0].chart is \"pie\", but must be one of number, line, bar, stacked, table.",
                        FILE + "kpis[0].days is -1, but must be a whole number from 0 to 3660.",
                        FILE
                                + "kpis[0].colour is not a known key; known keys are id, title, owner, source, sql, file, unit, direction, chart, comparison, target, alert, dimension, days, aggregate, reason.");
    }

    @Test
    void twoKpisCannotShareAnId() {
        environment.file("kpis.yaml", text() + ExampleEnvironment.KPIS.replace("kpis:\n", ""));

        assertProblem(
                "kpis[1].id is \"people\", but so is kpis[0].id; every KPI needs its own id.");
    }

    @Test
    void theSourceMustBeThere() {
        change("source: learning", "source: lerning");

        assertProblem(
                "kpis[0].source is \"lerning\", but platform.yaml has no such source; did you mean learning?");
    }

    @Test
    void aKpiHasOneQuery() {
        environment.file("kpis/people.sql", "SELECT 1 AS value, 2 AS people");
        change("    sql:", "    file: people.sql\n    sql:");

        assertProblem("kpis[0] has both sql and file; keep one.");
    }

    @Test
    void aKpiWithoutAQueryIsRefused() {
        environment.file("kpis.yaml", text().replaceFirst("    sql: .*\n", ""));

        assertProblem(
                "kpis[0] has neither sql nor file; write the query in sql, or in a file below kpis and its name in file.");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        environment.file(
                "kpis.yaml", text().replaceFirst("    sql: .*\n", "    file: people.sql\n"));

        assertProblem(
                "kpis[0].file is \"people.sql\", but there is no such file in the folder kpis.");
    }

    @Test
    void aFileThatNobodyUsesIsNamed() {
        environment.file("kpis/old.sql", "SELECT 1 AS value");

        assertProblem(
                "the file kpis/old.sql is used by no KPI; remove it or name it in a key file.");
    }

    @Test
    void aFolderOfQueriesWithoutTheFileIsRefused() {
        environment.without("kpis.yaml").file("kpis/old.sql", "SELECT 1 AS value");

        assertThat(environment.problems())
                .contains(
                        FILE
                                + "the file is missing, but there is a folder kpis; remove the folder too.");
    }

    @Test
    void aNumberShowsNoGroups() {
        change(
                "    sql: SELECT",
                "    dimension: {ja: 型, en: Kind}\n    sql: SELECT tel AS dimension,");
        environment.masking(
                "tel: {class: identifier, action: drop}",
                "tel: {class: identifier, action: pseudonym, namespace: tel}");

        assertProblem(
                "kpis[0].chart is \"number\", which shows one value, but the KPI has a dimension; choose line, bar, stacked or table.");
    }

    @Test
    void stackedNeedsGroups() {
        change("chart: number", "chart: stacked");

        assertProblem(
                "kpis[0].chart is \"stacked\", which shows groups, but the KPI has no dimension; choose number, line, bar or table.");
    }

    @Test
    void anAlertThatAlwaysRingsIsRefused() {
        change("    sql:", "    alert: {below: 5, above: 3}\n    sql:");

        assertProblem(
                "kpis[0].alert is below 5.0 and above 3.0, so every value would alert; below must be the smaller one.");
    }

    @Test
    void anAlertWithoutAThresholdIsRefused() {
        change("    sql:", "    alert: {}\n    sql:");

        assertThat(environment.problems().toString())
                .contains("kpis[0].alert is", "must be a map with below, above or both.");
    }

    @Test
    void whoWaivesTheMinimumSaysWhy() {
        change("    sql:", "    aggregate: safe\n    sql:");

        assertProblem(
                "kpis[0].reason is missing; it must say why no value can tell anything of a person.");
    }

    @Test
    void whereThePolicyItselfIsWrongItsProblemsComeFirst() {
        environment.masking("action: email", "action: keep");
        change("FROM users", "FROM nothing");
        assertThat(environment.problems())
                .isNotEmpty()
                .allSatisfy(
                        problem -> assertThat(problem).startsWith(ExampleEnvironment.MASKING_FILE));
    }

    @Test
    void anAlertNeedsAMetricThatThePlatformAllows() {
        String text = ExampleEnvironment.KPIS + "    alert: {below: 5}\n";
        environment.file("kpis.yaml", text);
        environment.file(
                "platform.yaml",
                environment.text("platform.yaml") + "dashboard: {customMetrics: 2}\n");

        assertThat(environment.problems())
                .containsExactly(
                        "environments/test/platform.yaml: dashboard.customMetrics is 2, but 3 are needed: 2 for each source and one for each KPI with an alert; raise it (an account has ten for nothing) or take alerts away.");
    }

    @Test
    void aSourceHasNoMoreKpisThanANightComputes() {
        StringBuilder many = new StringBuilder("kpis:\n");
        for (int index = 0; index < 51; index++) {
            many.append(
                    ExampleEnvironment.KPIS
                            .replace("kpis:\n", "")
                            .replace("id: people", "id: people" + index));
        }
        environment.file("kpis.yaml", many.toString());

        assertProblem("kpis has 51 KPIs of source \"learning\", but a night computes at most 50.");
    }

    private String text() {
        return environment.text("kpis.yaml");
    }

    private void change(String part, String replacement) {
        assertThat(text()).contains(part);
        environment.file("kpis.yaml", text().replace(part, replacement));
    }

    private void assertProblem(String rest) {
        assertThat(environment.problems()).containsExactly(FILE + rest);
    }
}
