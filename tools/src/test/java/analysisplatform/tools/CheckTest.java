package analysisplatform.tools;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.EnvironmentsFolder;
import analysisplatform.sample.SampleExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laptop's environment against the schema of the sample, changed in one way each. */
class CheckTest {

    @TempDir private static Path folder;

    private static String schema;

    @BeforeAll
    static void dump() {
        Path export = folder.resolve("export");
        SampleExport.write(export);
        schema = CommandLineRun.with(Map.of()).call("schema", "--data", export.toString()).out();
    }

    @Test
    void aPolicyThatNamesEveryColumnPasses() throws IOException {
        CommandLineRun run = check(same -> same);

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("the policy names every column of its tables in")
                .doesNotContain("halt");
    }

    @Test
    void withoutASchemaOnlyTheFilesAreChecked() {
        CommandLineRun run = CommandLineRun.with(Map.of()).call("check", "local");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualToIgnoringNewLines("Environment local is valid: sources learning.");
    }

    @Test
    void anInvalidEnvironmentTellsAllProblemsAndEndsWith1() throws IOException {
        Path environments = copy();
        Path policy = environments.resolve("local/masking/learning.yaml");
        Files.writeString(
                policy,
                Files.readString(policy)
                        .replace("action: email}", "action: keep}")
                        .replace(
                                "class: financial, action: drop",
                                "class: financial, action: pseudonym, namespace: x"));

        CommandLineRun run = CommandLineRun.in(environments).call("check", "local");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines().count()).isGreaterThan(2);
        assertThat(run.err()).contains("masking/learning.yaml", "class financial allows only");
    }

    @Test
    void anUnknownEnvironmentEndsWith1() {
        CommandLineRun run = CommandLineRun.with(Map.of()).call("check", "nowhere");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("there is no such folder");
    }

    @Test
    void aNewColumnEndsWith3AndThePatchCanBePasted() throws IOException {
        CommandLineRun run =
                check(dump -> dump + "learning,users,携帯電話,varchar\nlearning,users,pin,char(4)\n");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .contains(
                        "2 columns that nobody classified; until somebody does, no analyst will see anything of them.",
                        "add to environments/local/masking/learning.yaml:",
                        "  users:\n    columns:\n      \"携帯電話\": {class: identifier, action: drop}  # varchar; looks like a phone number; suggested: drop\n      pin: {class: financial, action: drop, stored: bytes}  # char(4);");
        Path environments = copy();
        Path policy = environments.resolve("local/masking/learning.yaml");
        Files.writeString(
                policy,
                Files.readString(policy)
                        .replace(
                                "  courses:\n    columns:",
                                run.out()
                                                .lines()
                                                .filter(line -> line.startsWith("      "))
                                                .reduce("", (text, line) -> text + line + "\n")
                                        + "  courses:\n    columns:"));
        EnvironmentLoader.load(environments.resolve("local"));
    }

    @Test
    void aNewColumnEndsWith2WhereThePolicyWantsTheNightToHalt() throws IOException {
        Path environments = copy();
        Path policy = environments.resolve("local/masking/learning.yaml");
        Files.writeString(policy, Files.readString(policy) + "onUnclassified: halt\n");

        CommandLineRun run = check(environments, dump -> dump + "learning,users,mobile,varchar\n");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).contains("the policy says that the night halts");
    }

    @Test
    void aRenamedColumnHaltsAndItsNewNameIsUnclassified() throws IOException {
        CommandLineRun run = check(dump -> dump.replace(",users,phone,", ",users,phones,"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out())
                .contains(
                        "Column phone of table users is in the policy but not in the schema: it was dropped or renamed (to phones?).",
                        "      phones: {class: identifier, action: drop}");
    }

    @Test
    void aDroppedTableHalts() throws IOException {
        CommandLineRun run = check(dump -> dump.replaceAll("learning,posts,[^\n]*\n", ""));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).contains("Table posts is in the policy but not in the schema");
    }

    @Test
    void aTypeThatTheActionCannotTakeHalts() throws IOException {
        CommandLineRun run =
                check(
                        dump ->
                                dump.replace(",users,email,varchar", ",users,email,char")
                                        .replace(
                                                ",users,country_code,char",
                                                ",users,country_code,varchar")
                                        .replaceAll(
                                                ",courses,created_at,[^\n]*",
                                                ",courses,created_at,int"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out())
                .contains(
                        "Column email of table users is char, which is exported as bytes; the policy's action email cannot take that; add \"stored: bytes\".",
                        "Column country_code of table users is varchar, which is exported as text; the policy's action keep cannot take that; remove \"stored: bytes\".",
                        "Column created_at of table courses is int, which is exported as integer; the policy's action keep cannot take that.");
    }

    @Test
    void aColumnWithWhichRdsSkipsTheWholeTableHalts() throws IOException {
        CommandLineRun run = check(dump -> dump + "learning,users,\"first, last\",varchar\n");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).contains("Table users: RDS never exports a table with a column such");
    }

    @Test
    void tablesOutsideThePolicyAreNamedAndFailOnlyWhenAsked() throws IOException {
        UnaryOperator<String> more = dump -> dump + "learning,invoices,id,bigint\n";

        CommandLineRun told = check(more);
        CommandLineRun strict = check(EnvironmentsFolder.locate(), more, "--all-tables");

        assertThat(told.exit()).isZero();
        assertThat(told.out())
                .contains("Tables outside the policy, which are never exported: invoices.");
        assertThat(strict.exit()).isEqualTo(3);
        assertThat(strict.out()).contains("  invoices:\n    columns:\n      id: ");
    }

    @Test
    void readsWhatMySqlPrintsWithTabs() throws IOException {
        CommandLineRun run =
                check(
                        dump ->
                                dump.replace("\"", "")
                                        .replace("decimal(", "decimal")
                                        .lines()
                                        .map(line -> line.replace(',', '\t') + "\r\n")
                                        .reduce("", String::concat)
                                        .replaceFirst(
                                                "table_schema\ttable_name\tcolumn_name\tdata_type",
                                                "TABLE_SCHEMA\tTABLE_NAME\tCOLUMN_NAME\tDATA_TYPE"));

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void aFileThatIsNoSchemaOfTheDatabaseIsRefused() throws IOException {
        assertThat(check(dump -> dump.replace("learning,", "other,")).err())
                .contains("has no table of database learning; it has those of [other].");
        assertThat(check(dump -> "a,b\n1,2\n").err())
                .contains("must begin with a line that names the columns table_schema, ");
        assertThat(check(dump -> dump + "learning,users\n").err())
                .contains("has a line of 2 values below a header of 4");
        assertThat(check(dump -> "").exit()).isEqualTo(64);
    }

    @Test
    void severalSourcesNeedAName() throws IOException {
        Path dump = Files.writeString(Files.createTempFile(folder, "schema", ".csv"), schema);

        CommandLineRun nameless =
                CommandLineRun.with(Map.of()).call("check", "prod", "--schema", dump + "");
        CommandLineRun unknown =
                CommandLineRun.with(Map.of())
                        .call("check", "prod", "--schema", dump + "", "--source", "x");

        assertThat(nameless.exit()).isEqualTo(64);
        assertThat(nameless.err()).contains("give --source one of learning, shop");
        assertThat(unknown.exit()).isEqualTo(64);
        assertThat(unknown.err()).contains("has no source \"x\"; it has learning, shop.");
    }

    private static CommandLineRun check(UnaryOperator<String> change, String... options)
            throws IOException {
        return check(EnvironmentsFolder.locate(), change, options);
    }

    private static CommandLineRun check(
            Path environments, UnaryOperator<String> change, String... options) throws IOException {
        Path file = Files.createTempFile(folder, "schema", ".csv");
        Files.writeString(file, change.apply(schema));
        String[] arguments = new String[4 + options.length];
        System.arraycopy(
                new String[] {"check", "local", "--schema", file.toString()}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return CommandLineRun.in(environments).call(arguments);
    }

    private static Path copy() throws IOException {
        Path local = EnvironmentsFolder.locate().resolve("local");
        Path copy = Files.createTempDirectory(folder, "environments");
        Files.createDirectories(copy.resolve("local/masking"));
        for (String file : new String[] {"platform.yaml", "masking/learning.yaml"}) {
            Files.copy(local.resolve(file), copy.resolve("local").resolve(file));
        }
        return copy;
    }
}
