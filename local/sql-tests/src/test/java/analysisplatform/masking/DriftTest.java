package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.classify.Classifier;
import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Source;
import analysisplatform.engine.Row;
import analysisplatform.names.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of the catalogue with a policy, on the engine. */
class DriftTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final String PLATFORM =
            """
            project: acme
            account: "111111111111"
            region: eu-west-1
            notifications: {emails: [a@example.com]}
            sources:
              - {name: learning, account: "222222222222", engine: mysql, kind: instance, identifier: learning, database: learning, tables: [users, posts]}
            """;

    private static final String POLICY =
            """
            source: learning
            tables:
              users:
                columns:
                  id: {class: identifier, action: pseudonym, namespace: user}
                  Email: {class: identifier, action: email}
                  country: {class: attribute, action: keep, type: varchar, stored: bytes, reason: few}
                  born: {class: quasi, action: year}
                  note: {class: free_text, action: drop}
              posts:
                columns:
                  id: {class: none, action: keep, type: bigint, reason: a number}
            """;

    private static final String USERS =
            "id bigint, email varchar, country varbinary, born varchar, note varchar";

    @TempDir private Path root;

    private String raw;

    @BeforeEach
    void freshCatalogue() {
        raw = "drift" + NUMBER.incrementAndGet();
        SharedEngine.run("CREATE SCHEMA " + raw);
    }

    @Test
    void findsNothingWhereNothingDrifted() {
        table("learning_users", USERS);
        table("learning_posts", "id bigint");

        assertThat(compare(POLICY).values())
                .containsEntry("halts", 0L)
                .containsEntry("findings", "none")
                .containsEntry("withheld", 0L)
                .containsEntry("patch", "none");
    }

    @Test
    void aNewColumnIsWithheldAndGetsALineForThePolicy() {
        table("learning_users", USERS + ", backup_mail varchar, \"氏名\" varchar");
        table("learning_posts", "id bigint, likes bigint");

        Row answer = compare(POLICY);

        assertThat(answer.number("halts")).isZero();
        assertThat(answer.number("withheld")).isEqualTo(3);
        assertThat(answer.text("findings")).isEqualTo("none");
        assertThat(answer.text("patch").lines().toList())
                .containsExactly(
                        "# masking/learning.yaml, below tables: posts: columns:",
                        line("likes", "likes", "bigint"),
                        "# masking/learning.yaml, below tables: users: columns:",
                        line("backup_mail", "backup_mail", "varchar"),
                        line("\"氏名\"", "氏名", "varchar"));
    }

    @Test
    void aNewColumnHaltsWhereThePolicySaysSo() {
        table("learning_users", USERS + ", shoe_size bigint");

        Row answer = compare("onUnclassified: halt\n" + POLICY);

        assertThat(answer.number("halts")).isEqualTo(1);
        assertThat(answer.text("findings"))
                .isEqualTo("column users.shoe_size is not in the policy");
        assertThat(answer.number("withheld")).isEqualTo(1);
        assertThat(answer.text("patch")).contains("shoe_size");
    }

    @Test
    void aMissingColumnHaltsEvenIfItIsNotPublished() {
        table("learning_users", "id bigint, email varchar, country varbinary, born varchar");

        Row answer = compare(POLICY);

        assertThat(answer.number("halts")).isEqualTo(1);
        assertThat(answer.text("findings")).isEqualTo("column users.note is missing");
        assertThat(answer.number("withheld")).isZero();
    }

    @Test
    void aTypeThatTheActionCannotTakeHalts() {
        table(
                "learning_users",
                "id varbinary, email bigint, country varchar, born bigint, note array(varchar)");
        table("learning_posts", "id map(varchar, varchar)");

        Row answer = compare(POLICY);

        assertThat(answer.number("halts")).isEqualTo(5);
        assertThat(answer.text("findings").split("; "))
                .containsExactly(
                        "column posts.id is of type map(varchar, varchar), which its action cannot take",
                        "column users.id is of type varbinary, which its action cannot take",
                        "column users.Email is of type bigint, which its action cannot take",
                        "column users.country is of type varchar, which its action cannot take",
                        "column users.born is of type bigint, which its action cannot take");
    }

    @Test
    void aTypeThatTheActionCanTakeIsNoDrift() {
        table(
                "learning_users",
                "id decimal(20,0), email varchar, country varbinary, born timestamp(3), note bigint");
        table("learning_posts", "id varchar");

        assertThat(compare(POLICY).number("halts")).isZero();
    }

    @Test
    void aRenamedColumnIsMissingAndNewAtOnce() {
        table(
                "learning_users",
                "id bigint, mail_address varchar, country varbinary, born varchar, note varchar");

        Row answer = compare(POLICY);

        assertThat(answer.number("halts")).isEqualTo(1);
        assertThat(answer.text("findings")).isEqualTo("column users.Email is missing");
        assertThat(answer.number("withheld")).isEqualTo(1);
        assertThat(answer.text("patch")).contains("      mail_address: {class: identifier");
    }

    @Test
    void aTableWithoutRowsHasNoRawTableAndIsLeftOut() {
        table("learning_posts", "id bigint");

        assertThat(compare(POLICY).number("halts")).isZero();
    }

    /** The export is asked for the policy's tables, so such a table comes from elsewhere. */
    @Test
    void aRawTableThatThePolicyDoesNotNameIsNobodysBusiness() {
        table("learning_users", USERS);
        table("learning_payments", "card varchar");

        Row answer = compare(POLICY);

        assertThat(answer.number("halts")).isZero();
        assertThat(answer.number("withheld")).isZero();
        assertThat(answer.text("patch")).isEqualTo("none");
    }

    @Test
    void theFolderOfABatchIsNoColumn() {
        table("learning_posts", "id bigint, partition_0 varchar");

        assertThat(compare(POLICY).number("withheld")).isZero();
    }

    @Test
    void manyFindingsAreCountedAndTheFirstOnesNamed() {
        StringBuilder columns = new StringBuilder(USERS);
        for (int i = 100; i < 500; i++) {
            columns.append(", extra_").append(i).append(" varchar");
        }
        table("learning_users", columns.toString());

        Row answer = compare("onUnclassified: halt\n" + POLICY);

        assertThat(answer.number("halts")).isEqualTo(400);
        assertThat(answer.text("findings").split("; ")).hasSize(20);
        assertThat(answer.number("withheld")).isEqualTo(400);
        assertThat(answer.text("patch").lines()).hasSize(301);
        assertThat(answer.text("patch").length()).isLessThan(60_000);
    }

    /** What would be pasted is read by the loader, and then there is no drift any more. */
    @Test
    void thePatchCanBePastedWhateverTheColumnsAreCalled() {
        String strange =
                ", \"no\" varchar, \"null\" bigint, \"9lives\" varchar, \"a-b\" varchar, \"a:b\" varchar, \"#c\" varchar, \"it's\" varchar, \"q\"\"q\" varchar, \"b\\s\" varchar, \"住所\" varchar, \"生年月日\" date, \"-\" varchar";
        String everyKind =
                ", mail varchar, phone varchar, ip varchar, zip_code varbinary, birthday date, age bigint, annual_income bigint, login varchar, created_at timestamp(3), is_active boolean, body varchar, my_number varchar, card_no varchar, device_id varchar, sort_order bigint, settings_json varchar, mail_raw varbinary";
        table("learning_users", USERS + strange + everyKind);
        table("learning_posts", "id bigint, user_id bigint, comment varchar");
        Row before = compare(POLICY);

        Row after = compare(pasted(POLICY, before.text("patch")));

        assertThat(before.number("withheld")).isEqualTo(31);
        assertThat(after.number("withheld")).isZero();
        assertThat(after.text("findings")).isEqualTo("none");
        assertThat(after.text("patch")).isEqualTo("none");
    }

    @Test
    void everyLineThatARuleCanSuggestIsValid() {
        StringBuilder columns = new StringBuilder();
        int column = 0;
        for (var rule : Classifier.rules()) {
            columns.append(
                    "      c%d: {class: %s, %s} # %s%n"
                            .formatted(
                                    column++,
                                    rule.dataClass().name().toLowerCase(java.util.Locale.ROOT),
                                    rule.action(),
                                    rule.why()));
        }

        Environment environment =
                load(
                        pasted(
                                POLICY,
                                "# masking/learning.yaml, below tables: users: columns:\n"
                                        + columns));

        assertThat(
                        environment
                                .policyOf(environment.sources().get(0))
                                .tables()
                                .get("users")
                                .columns())
                .hasSize(5 + Classifier.rules().size());
    }

    /** As a person does it: the lines after each comment go below the line that it names. */
    private static String pasted(String policy, String patch) {
        List<String> lines = new ArrayList<>(policy.lines().toList());
        int at = -1;
        for (String line : patch.lines().toList()) {
            if (line.startsWith("# masking/learning.yaml, below tables: ")) {
                String table = line.split(": ")[1];
                at = lines.indexOf("  " + table + ":") + 2;
                assertThat(lines.get(at - 1)).isEqualTo("    columns:");
            } else {
                lines.add(at++, line);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(String key, String column, String type) {
        var suggestion = Classifier.suggest(column, type);
        return "      " + key + ": " + suggestion.suggested() + " # " + suggestion.why();
    }

    private void table(String name, String columns) {
        SharedEngine.run("CREATE TABLE %s.%s (%s)".formatted(raw, name, columns));
    }

    private Row compare(String policy) {
        Environment environment = load(policy);
        Source source = environment.sources().get(0);
        Databases databases = Databases.of(Names.of(environment), source, 1);
        String statement = new Drift(source, environment.policyOf(source), databases).statement();
        return SharedEngine.run(statement.replace("'" + databases.raw() + "'", "'" + raw + "'"))
                .single();
    }

    private Environment load(String policy) {
        try {
            Path folder = Files.createDirectories(root.resolve("dev/masking")).getParent();
            Files.writeString(folder.resolve("platform.yaml"), PLATFORM);
            Files.writeString(folder.resolve("masking/learning.yaml"), policy);
            return EnvironmentLoader.load(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
