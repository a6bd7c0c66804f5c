package analysisplatform.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny export in which two columns hold the same addresses. */
class PreviewTest {

    private static final String POLICY =
            """
            source: people
            tables:
              people:
                columns:
                  id: {class: identifier, action: pseudonym, namespace: user}
                  email: {class: identifier, action: drop}
                  contact: {class: attribute, %s}
                  country: {class: attribute, action: keep, type: varchar, stored: bytes, reason: a test}
                  settings: {class: free_text, action: drop}
              visits:
                columns:
                  id: {class: none, action: keep, type: bigint, reason: a test}
            """;

    private static final String LIST = "    tables:\n      - people\n      - visits\n";

    @TempDir private static Path folder;

    @BeforeAll
    static void export() throws Exception {
        write(
                "people",
                "SELECT * FROM (VALUES (1, 'taro@example.com', 'taro@example.com', 'JP'::BLOB, '{}'), (2, 'hanako@example.com', NULL, 'FR'::BLOB, NULL)) AS t (id, email, contact, country, settings)");
        Files.createDirectories(folder.resolve("people/people.visits/1"));
        Files.createFile(folder.resolve("people/people.visits/1/_SUCCESS"));
    }

    @Test
    void showsRowsBeforeAndAfterAndTheProofs() {
        CommandLineRun run = preview("action: pseudonym, namespace: contact", "--rows", "2");

        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        assertThat(run.out())
                .contains("Table people, 2 rows", "Table visits, 0 rows", "Proofs")
                .containsPattern("id +pseudonym +2 +v1_[0-9a-f]{16}\n")
                .containsPattern("email +drop +taro@example.com +-\n")
                .containsPattern("contact +pseudonym +NULL +NULL\n")
                .containsPattern("country +keep +JP +JP\n")
                .containsPattern("columns of people +7 +0\n")
                .containsPattern("values +7 +0\n");
    }

    @Test
    void aLeakThatAProofFindsEndsWith4AndIsNamedWithoutItsValue() {
        CommandLineRun run =
                preview("action: keep, type: varchar, reason: a mistake", "--rows", "0");

        assertThat(run.exit()).as(run.err() + run.out()).isEqualTo(4);
        assertThat(run.out()).contains("contact", "email").doesNotContain("taro");
    }

    @Test
    void driftHaltsBeforeAnythingIsMasked() throws Exception {
        Path environment =
                environment(POLICY.formatted("action: drop").replace("email:", "e_mail:"));

        CommandLineRun run =
                CommandLineRun.in(environment.getParent())
                        .call("preview", "draft", "--data", folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).contains("(to email?)").doesNotContain("Proofs", "taro");
    }

    @Test
    void anExportOfAnotherDatabaseIsRefused() throws Exception {
        Path environment = environment(POLICY.formatted("action: drop"));
        Path other = Files.createDirectories(folder.resolve("../other-export/other")).getParent();

        CommandLineRun run =
                CommandLineRun.in(environment.getParent())
                        .call("preview", "draft", "--data", other.toString());

        assertThat(run.exit()).isEqualTo(64);
        assertThat(run.err())
                .contains("Source people is database people, but", "holds database other.");
    }

    private static CommandLineRun preview(String action, String... options) {
        Path environment = environment(POLICY.formatted(action));
        return CommandLineRun.in(environment.getParent())
                .call("preview", "draft", "--data", folder.toString(), options[0], options[1]);
    }

    private static Path environment(String policy) {
        return Drafts.environment("mysql", "people", policy, LIST);
    }

    private static void write(String table, String select) throws IOException, SQLException {
        Path file = folder.resolve("people/people." + table + "/1/part-00000.gz.parquet");
        Files.createDirectories(file.getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (" + select + ") TO '" + file + "' (FORMAT parquet, COMPRESSION gzip)");
        }
    }
}
