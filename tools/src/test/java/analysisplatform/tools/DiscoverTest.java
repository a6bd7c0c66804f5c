package analysisplatform.tools;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Source.Engine;
import analysisplatform.sample.SampleExport;
import analysisplatform.tools.DatabaseSchema.Column;
import analysisplatform.tools.DatabaseSchema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoverTest {

    @TempDir private static Path folder;

    private static Path learning;
    private static Path shop;

    @BeforeAll
    static void export() {
        learning = folder.resolve("learning-export");
        shop = folder.resolve("shop-export");
        SampleExport.write(learning);
        SampleExport.writeShop(shop);
    }

    @Test
    void draftsAnExportOfMySql() {
        CommandLineRun run = call("discover", "--data", learning.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        "email: {class: identifier, action: drop}  # varchar; looks like an e-mail address; suggested: email",
                        "country_code: {class: quasi, action: drop, stored: bytes}  # char; ",
                        "  audit_logs:\n    columns:\n      id: ");
        Drafts.assertLoads("mysql", "learning", run.out(), run.err());
    }

    @Test
    void draftsAnExportOfPostgreSql() {
        CommandLineRun run = call("discover", "--data", shop.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        "  public.customers:",
                        "birth_date: {class: quasi, action: drop}  # date; looks like a date of birth; suggested: year",
                        "  sales.refunds:")
                .doesNotContain("stored: bytes");
        Drafts.assertLoads("postgresql", "shop", run.out(), run.err());
    }

    @Test
    void readsTheFilesAloneWhenTheManifestsAreMissing() throws IOException {
        Path bare = folder.resolve("bare");
        SampleExport.write(bare);
        try (Stream<Path> files = Files.list(bare)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        CommandLineRun run = call("discover", "--data", bare.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("country_code: {class: quasi, action: drop}  # binary; ");
        assertThat(run.err())
                .contains("audit_logs: the export has no row of it, so its columns are unknown.");
        Drafts.assertLoads("mysql", "learning", run.out(), run.err());
    }

    @Test
    void namesThatYamlReadsOtherwiseStayNames() {
        List<Column> columns =
                Stream.of(
                                "null",
                                "on",
                                "1",
                                "a: b'#",
                                "-",
                                "\"q\"",
                                "back\\slash",
                                "電話",
                                "x.",
                                "🙂")
                        .map(name -> Column.of(Engine.MYSQL, name.replace(" ", "_"), "varchar(9)"))
                        .toList();
        DatabaseSchema schema =
                new DatabaseSchema(
                        Engine.MYSQL,
                        "db",
                        "a\ntest",
                        List.of(
                                new Table(Engine.MYSQL, "db", "no", Optional.empty(), columns),
                                new Table(Engine.MYSQL, "db", "NO", Optional.empty(), columns)));

        String draft = PolicyDraft.file("yes", schema);

        Drafts.assertLoads("mysql", "db", draft, PolicyDraft.tableList(schema));
        assertThat(draft)
                .contains(
                        "# Left out: NO: its name and that of no are the same in the data catalog.");
    }

    @Test
    void writesToAFileAndOverwritesNone() throws IOException {
        Path out = folder.resolve("draft.yaml");

        CommandLineRun first = call("discover", "--data", learning.toString(), "--out", out + "");
        String draft = Files.readString(out);
        CommandLineRun second = call("discover", "--data", shop.toString(), "--out", out + "");

        assertThat(first.exit()).isZero();
        assertThat(first.out()).startsWith("Wrote " + out).contains("      - users\n");
        assertThat(draft).contains("source: learning\n");
        assertThat(second.exit()).isEqualTo(64);
        assertThat(second.err()).contains("exists already and is left as it is");
        assertThat(out).hasContent(draft);
    }

    @Test
    void aPasswordInTheUrlIsRefused() {
        CommandLineRun run =
                call(
                        "discover",
                        "--jdbc",
                        "jdbc:mysql://db.example.com/learning?password=geheim",
                        "--user",
                        "reader");

        assertThat(run.exit()).isEqualTo(64);
        assertThat(run.err()).contains("must not hold a password").doesNotContain("geheim");
    }

    @Test
    void withoutAPasswordSaysWhereItIsLookedFor() {
        CommandLineRun run =
                call("discover", "--jdbc", "jdbc:mysql://127.0.0.1:1/x", "--user", "reader");

        assertThat(run.exit()).isEqualTo(64);
        assertThat(run.err()).contains("set the environment variable DATABASE_PASSWORD");
    }

    @Test
    void aFolderThatIsNoExportIsRefused() {
        CommandLineRun run = call("discover", "--data", folder.resolve("nowhere").toString());

        assertThat(run.exit()).isEqualTo(64);
        assertThat(run.err()).contains("There is no folder").hasLineCount(1);
    }

    @Test
    void aWrongCallEndsWith64AndTheUsage() {
        assertThat(call("discover").exit()).isEqualTo(64);
        assertThat(call("discover", "--password", "x").exit()).isEqualTo(64);
        assertThat(call().exit()).isEqualTo(64);
        assertThat(call("nonsense").exit()).isEqualTo(64);
        assertThat(call("discover", "--help").exit()).isZero();
        assertThat(call("check", "--help").out()).containsPattern("3 +the schema has columns");
        assertThat(call("--help").out()).contains("Exit codes:", "a proof is violated");
    }

    private static CommandLineRun call(String... arguments) {
        return CommandLineRun.with(Map.of()).call(arguments);
    }
}
