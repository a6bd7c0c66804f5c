package analysisplatform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about a KPI's query, and where. */
class KpiQueryTest {

    private static final String FILE = "environments/test/kpis.yaml: ";

    @TempDir Path root;

    private ExampleEnvironment environment;

    @BeforeEach
    void write() {
        environment = ExampleEnvironment.in(root).file("kpis.yaml", ExampleEnvironment.KPIS);
    }

    @Test
    void terraformMustFindNothingToReplaceInTheSql() {
        change("FROM users", "FROM users WHERE memo <> '${x}'");

        assertProblem(
                "kpis[0].sql contains ${ or %{, which Terraform would replace; write it in another way, for example '$' || '{'.");
    }

    @Test
    void aProblemOfTheSqlNamesTheKeyItStandsIn() {
        environment.file(
                "kpis/people.sql", "SELECT count(name) AS value, count(*) AS people\nFROM user");
        environment.file(
                "kpis.yaml", text().replaceFirst("    sql: .*\n", "    file: people.sql\n"));

        assertProblem(
                "kpis[0].file in line 2 reads table user, which is no published view of its source; did you mean users?");
    }

    @Test
    void aColumnThatThePolicyWithholdsIsRefused() {
        change("FROM users", "FROM users WHERE tel IS NOT NULL");

        assertProblem(
                "kpis[0].sql in line 1 reads column users.tel, which the masking policy withholds.");
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
