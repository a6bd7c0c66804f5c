package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.DataClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plants values of protected columns in published texts of the same table and of others. */
class ValuesProofTest {

    private static final TestPolicy USERS =
            TestPolicy.numbered()
                    .email("email")
                    .drop("login", DataClass.IDENTIFIER)
                    .drop("account", DataClass.FINANCIAL)
                    .drop("birthday", DataClass.QUASI)
                    .column("ip", DataClass.IDENTIFIER, new Action.IpNetwork())
                    .keep("city", "varchar");
    private static final TestPolicy POSTS = TestPolicy.numbered().keep("title", "varchar");
    private static final Map<String, TestPolicy> SOURCE = Map.of("users", USERS, "posts", POSTS);

    private static TestSource source;

    @BeforeAll
    static void rawTables() {
        source = TestSource.withKnownKey();
        source.raw(
                "users",
                "n, email, login, account, birthday, ip, city",
                "(1, VARCHAR 'Taro@Example.com', VARCHAR 'taro.yamada', 1234567, VARCHAR '1990-01-01', VARCHAR '::1', VARCHAR 'Osaka')",
                "(2, 'hanako@example.jp', '123456', 7654321, '1991-02-02', NULL, 'Osaka')",
                "(3, NULL, 'osaka', NULL, NULL, NULL, 'Osaka')");
        source.raw("posts", "n, title", "(1, VARCHAR 'Hello')");
    }

    @Test
    void findsNothingInWhatIsHarmless() {
        TestProof proof = prove("Osaka", null, "Hello");

        assertThat(proof.findings()).isEmpty();
        assertThat(proof.counts("residue", "title")).isEqualTo(List.of(8L, 0L, 0L));
    }

    @Test
    void findsAnAddressInAnotherCaseWidthAndSpace() {
        assertThat(prove("　taro.YAMADA ", null, "ｔａｒｏ．yamada").findings())
                .containsExactly(
                        "table posts, column title, check residue (values of users.login): 1",
                        "table users, column city, check residue (values of users.login): 1");
    }

    @Test
    void findsAValueOfAnotherTable() {
        assertThat(prove("Osaka", null, "Taro.Yamada").findings())
                .containsExactly(
                        "table posts, column title, check residue (values of users.login): 1");
    }

    @Test
    void findsANumberThatIsStoredAsNumber() {
        assertThat(prove("Osaka", null, "1234567").findings())
                .containsExactly(
                        "table posts, column title, check residue (values of users.account): 1");
    }

    @Test
    void overlooksAShortSerialNumberAsAnArticleMayHaveIt() {
        assertThat(prove("Osaka", null, "123456").findings()).isEmpty();
    }

    @Test
    void overlooksADateOfBirthAsADayIsNobodys() {
        assertThat(prove("Osaka", null, "1990-01-01").findings()).isEmpty();
    }

    @Test
    void findsAShortValueInItsOwnColumnOnly() {
        assertThat(prove("::1", "::1", "::1").findings())
                .contains("table users, column ip, check residue (values of users.ip): 1")
                .noneMatch(finding -> finding.contains("column city"))
                .noneMatch(finding -> finding.contains("column title"));
    }

    @Test
    void countsEachValueOnceAndNamesAllColumnsThatItIsOf() {
        source.forgeMasked(
                "posts",
                "n, title",
                "(1, VARCHAR 'taro.yamada')",
                "(2, 'taro.yamada')",
                "(3, '7654321')");
        forgeUsers("Osaka", null);

        assertThat(source.prove(SOURCE, List.of()).findings())
                .contains(
                        "table posts, column title, check residue (values of users.account, users.login): 2");
    }

    @Test
    void looksNowhereForTheValuesOfAnEmptyTable() {
        forgeUsers("Osaka", null);
        source.forgeMasked("posts", "n, title", "(1, VARCHAR 'taro.yamada')");

        TestProof proof =
                source.prove(
                        SOURCE,
                        List.of(),
                        List.of(),
                        table -> table.publishedName().equals("users"));

        assertThat(proof.counts("residue", "title")).isEqualTo(List.of(0L, 0L, 0L));
        assertThat(proof.findings()).contains("table users, check rows: 3");
    }

    @Test
    void findsAValueAcrossTheStatementsOfAWideSource() {
        Map<String, TestPolicy> many = new TreeMap<>(SOURCE);
        for (int i = 0; i < 40; i++) {
            String table = "table%02d".formatted(i);
            source.raw(table, "n, title", "(1, VARCHAR 'Hello')");
            source.forgeMasked(
                    table,
                    "n, title",
                    "(1, VARCHAR '%s')".formatted(i == 39 ? "taro.yamada" : "Hello"));
            many.put(table, POSTS);
        }
        forgeUsers("Osaka", null);
        source.forgeMasked("posts", "n, title", "(1, VARCHAR 'Hello')");

        List<ProofStatement> statements = source.proofs(many, List.of(), List.of());
        List<ProofStatement> residue =
                statements.stream().filter(s -> s.name().startsWith("values")).toList();

        assertThat(residue).extracting(ProofStatement::name).containsExactly("values", "values 2");
        assertThat(
                        TestProof.of(
                                        residue.stream()
                                                .map(
                                                        s ->
                                                                SharedEngine.run(
                                                                        s.render(
                                                                                TestSource.RUN,
                                                                                t -> false)))
                                                .toList())
                                .findings())
                .containsExactly(
                        "table table39, column title, check residue (values of users.login): 1");
    }

    private static TestProof prove(String city, String ip, String title) {
        forgeUsers(city, ip);
        source.forgeMasked("posts", "n, title", "(1, %s)".formatted(Literal.text(title)));
        return source.prove(SOURCE, List.of());
    }

    private static void forgeUsers(String city, String ip) {
        source.forgeMasked(
                "users",
                "n, email, ip, city",
                "(1, VARCHAR 'v1_aaaaaaaaaaaaaaaa', %s, %s)"
                        .formatted(Literal.text(ip), Literal.text(city)),
                "(2, 'v1_bbbbbbbbbbbbbbbb', NULL, 'Osaka')",
                "(3, NULL, NULL, 'Osaka')");
    }
}
