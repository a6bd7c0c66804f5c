package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.PersonalPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plants a defect of each kind behind the mask's back; one table is its own source. */
class ProofTest {

    private static final TestPolicy POLICY =
            TestPolicy.numbered()
                    .email("email")
                    .pseudonym("login", "login")
                    .drop("card", DataClass.FINANCIAL)
                    .drop("birthday", DataClass.QUASI)
                    .keep("city", "varchar")
                    .nulled("memo", "varchar");
    private static final String COLUMNS = "n, email, login, city, memo";
    private static final String RAW_1 =
            "(1, VARCHAR 'Taro@Example.com', VARCHAR 'taro.yamada', VARCHAR '4111111111111111', VARCHAR '1990-01-01', VARCHAR 'Osaka', VARCHAR 'x')";
    private static final String RAW_2 =
            "(2, 'hanako@example.jp', 'osaka', '5500000000000004', '1991-02-02', 'Kyoto', NULL)";
    private static final String A = "v1_aaaaaaaaaaaaaaaa";
    private static final String B = "v1_bbbbbbbbbbbbbbbb";
    private static final String C = "v1_cccccccccccccccc";
    private static final String D = "v1_dddddddddddddddd";
    private static final String MASKED_1 = masked(1, A, B, "Osaka");
    private static final String MASKED_2 = masked(2, C + "@example.jp", D, "Kyoto");

    private static TestSource source;

    @BeforeAll
    static void rawUsers() {
        source = TestSource.withKnownKey();
        source.raw("users", "n, email, login, card, birthday, city, memo", RAW_1, RAW_2);
    }

    @Test
    void findsNothingBehindTheRealMask() {
        source.raw("people", "n, email, login, card, birthday, city, memo", RAW_1, RAW_2);
        source.mask("people", POLICY);

        assertThat(source.prove("people", POLICY).findings()).isEmpty();
    }

    @Test
    void countsWhatItCompared() {
        TestProof proof = users(MASKED_1, MASKED_2);

        assertThat(proof.findings()).isEmpty();
        assertThat(proof.counts("rows", "")).isEqualTo(List.of(2L, 2L, 0L));
        assertThat(proof.counts("nulls", "city")).isEqualTo(List.of(0L, 0L, 0L));
        assertThat(proof.counts("nulls", "memo")).isEqualTo(Arrays.asList(null, 2L, 0L));
        assertThat(proof.counts("parsed", "n")).isEqualTo(List.of(2L, 2L, 0L));
        assertThat(proof.counts("distinct", "login")).isEqualTo(List.of(2L, 2L, 0L));
        assertThat(proof.counts("form", "email")).isEqualTo(Arrays.asList(null, 0L, 0L));
        assertThat(proof.counts("residue", "city")).isEqualTo(List.of(6L, 0L, 0L));
        assertThat(proof.counts("known_answer", "")).isEqualTo(List.of(1L, 1L, 0L));
    }

    @Test
    void findsNothingInTwoTablesWithoutRows() {
        source.rawOf(
                "empty",
                "SELECT 1 AS n, 'a' AS email, 'b' AS login, 'c' AS card, 'd' AS birthday, 'e' AS city, 'f' AS memo WHERE false");
        source.mask("empty", POLICY);

        TestProof proof = source.prove("empty", POLICY);

        assertThat(proof.findings()).isEmpty();
        assertThat(proof.counts("rows", "")).isEqualTo(List.of(0L, 0L, 0L));
        assertThat(proof.counts("residue", "city")).isEqualTo(List.of(0L, 0L, 0L));
    }

    @Test
    void findsARowWhereTheExportHadNone() {
        source.forgeMasked("users", COLUMNS, MASKED_1);

        TestProof proof = source.prove(Map.of("users", POLICY), List.of(), List.of(), all -> true);

        assertThat(proof.findings())
                .containsExactly(
                        "table users, check rows: 1",
                        "table users, column n, check parsed: 1",
                        "table users, column email, check distinct: 1",
                        "table users, column login, check distinct: 1");
    }

    @Test
    void findsALostRow() {
        assertThat(users(MASKED_1).findings())
                .containsExactly(
                        "table users, check rows: 1",
                        "table users, column n, check parsed: 1",
                        "table users, column email, check distinct: 1",
                        "table users, column login, check distinct: 1");
    }

    @Test
    void findsASurplusRow() {
        assertThat(users(MASKED_1, MASKED_2, MASKED_2).findings())
                .containsExactly(
                        "table users, check rows: 1", "table users, column n, check parsed: 1");
    }

    @Test
    void findsALostText() {
        assertThat(users(MASKED_1, masked(2, C, D, null)).findings())
                .containsExactly("table users, column city, check nulls: 1");
    }

    @Test
    void findsALostPseudonym() {
        assertThat(users(MASKED_1, masked(2, null, D, "Kyoto")).findings())
                .containsExactly(
                        "table users, column email, check distinct: 1",
                        "table users, column email, check nulls: 1");
    }

    @Test
    void findsTwoPeopleUnderOnePseudonym() {
        assertThat(users(MASKED_1, masked(2, C, B, "Kyoto")).findings())
                .containsExactly("table users, column login, check distinct: 1");
    }

    @Test
    void takesOnePersonUnderTwoDomainsForOne() {
        source.raw("pairs", "n, email", "(1, 'a@example.jp')", "(2, 'A@Example.jp')");
        TestPolicy policy = TestPolicy.numbered().email("email");
        source.forgeMasked(
                "pairs",
                "n, email",
                "(1, %s)".formatted(Literal.text(A)),
                "(2, %s)".formatted(Literal.text(A + "@example.jp")));

        assertThat(source.prove("pairs", policy).counts("distinct", "email"))
                .isEqualTo(List.of(1L, 1L, 0L));
    }

    @Test
    void takesBlankForNull() {
        source.raw("blanks", "n, login", "(1, VARCHAR ' ')", "(2, '　')", "(3, NULL)", "(4, 'x')");
        TestPolicy policy = TestPolicy.numbered().pseudonym("login", "login");
        source.mask("blanks", policy);

        TestProof proof = source.prove("blanks", policy);

        assertThat(proof.findings()).isEmpty();
        assertThat(proof.counts("nulls", "login")).isEqualTo(List.of(3L, 3L, 0L));
    }

    @Test
    void findsAValueWhereAllMustBeNull() {
        assertThat(
                        users(MASKED_1, MASKED_2.replace("CAST(NULL AS varchar)", "'secret'"))
                                .findings())
                .containsExactly("table users, column memo, check nulls: 1");
    }

    @Test
    void findsAnAddressThatWasNotMasked() {
        assertThat(users(masked(1, "taro@example.com", B, "Osaka"), MASKED_2).findings())
                .containsExactly("table users, column email, check form: 1");
    }

    @Test
    void findsAPseudonymThatIsLongerShorterOrOfAnotherVersion() {
        String[] wrong =
                Stream.of(
                                "",
                                "v1_",
                                B + "0",
                                "v1_AAAAAAAAAAAAAAAA",
                                B + "@example.jp",
                                "v_1",
                                B + "\n")
                        .map(login -> masked(1, A, login, "Osaka"))
                        .toArray(String[]::new);

        assertThat(users(wrong).findings()).contains("table users, column login, check form: 7");
    }

    @Test
    void findsATelephoneNumberInTheDomainOfAnAddress() {
        assertThat(users(masked(1, A + "@090-1234-5678", B, "Osaka"), MASKED_2).findings())
                .containsExactly("table users, column email, check pattern_phone: 1");
    }

    @Test
    void toleratesTheShareOfUnparsableValuesThatThePolicyAllowsAndReportsIt() {
        TestPolicy policy = TestPolicy.numbered().keep("born_on", "date");
        source.raw(
                "few",
                "n, born_on",
                "(1, VARCHAR '1990-01-01')",
                "(2, '1990-01-02')",
                "(3, '1990-01-03')",
                "(4, NULL)",
                "(5, '1990-01-05')",
                "(6, 'infinity')");
        source.mask("few", policy);

        TestProof proof = source.prove("few", policy);

        assertThat(proof.findings()).isEmpty();
        assertThat(proof.counts("parsed", "born_on")).isEqualTo(List.of(5L, 4L, 0L));
    }

    @Test
    void findsAColumnThatLosesMoreValuesToItsTypeThanThePolicyAllows() {
        TestPolicy policy = TestPolicy.numbered().keep("born_on", "date");
        source.raw(
                "many",
                "n, born_on",
                "(1, VARCHAR '1990-01-01')",
                "(2, '01.02.1990')",
                "(3, NULL)");
        source.mask("many", policy);

        assertThat(source.prove("many", policy).findings())
                .containsExactly("table many, column born_on, check parsed: 1");
    }

    @Test
    void findsEveryPersonalPatternInAPublishedText() {
        TestProof proof =
                users(
                        masked(1, A, B, "jiro@example.com, 03-1234-5678"),
                        masked(2, C, D, "1234-5678-9018 / 4111111111111111 / 〒1000001"));

        assertThat(proof.findings())
                .containsExactly(
                        "table users, column city, check pattern_card: 1",
                        "table users, column city, check pattern_mail: 1",
                        "table users, column city, check pattern_my_number: 1",
                        "table users, column city, check pattern_phone: 1",
                        "table users, column city, check pattern_postal_code: 1");
    }

    @Test
    void reportsAPatternThatThePolicyExcusesAndOnlyThat() {
        TestPolicy excused = POLICY.mayContain("city", PersonalPattern.POSTAL_CODE);
        source.forgeMasked(
                "users", COLUMNS, masked(1, A, B, "100-0001"), masked(2, C, D, "03-1234-5678"));

        TestProof proof = source.prove("users", excused);

        assertThat(proof.findings())
                .containsExactly("table users, column city, check pattern_phone: 1");
        assertThat(proof.counts("pattern_postal_code", "city"))
                .isEqualTo(Arrays.asList(null, 1L, 0L));
    }

    @Test
    void showsTwentyFindingsAndCountsAll() {
        TestPolicy wide = TestPolicy.numbered();
        StringBuilder raw = new StringBuilder("SELECT 1 AS n");
        StringBuilder masked = new StringBuilder("1");
        StringBuilder columns = new StringBuilder("n");
        for (int i = 0; i < 60; i++) {
            wide = wide.keep("text" + i, "varchar");
            raw.append(", VARCHAR 'a' AS text").append(i);
            columns.append(", text").append(i);
            masked.append(i < 30 ? ", CAST(NULL AS varchar)" : ", VARCHAR 'a'");
        }
        source.rawOf("wide", raw.toString());
        source.forgeMasked("wide", columns.toString(), "(" + masked + ")");

        TestProof proof = source.prove("wide", wide);

        assertThat(proof.findings()).hasSize(20);
        assertThat(proof.checks().get(0).number("violations")).isEqualTo(30);
    }

    private static TestProof users(String... rows) {
        source.forgeMasked("users", COLUMNS, rows);
        return source.prove("users", POLICY);
    }

    private static String masked(int n, String email, String login, String city) {
        return "(%d, %s, %s, %s, CAST(NULL AS varchar))"
                .formatted(n, Literal.text(email), Literal.text(login), Literal.text(city));
    }
}
