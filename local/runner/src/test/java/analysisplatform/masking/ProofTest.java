package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.engine.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plants a leak of each kind behind the mask's back. */
class ProofTest {

    private static final TestPolicy POLICY =
            TestPolicy.numbered()
                    .email("email")
                    .pseudonym("login", "login")
                    .drop("card", DataClass.FINANCIAL)
                    .drop("birthday", DataClass.QUASI)
                    .keep("city", "varchar");
    private static final String COLUMNS = "n, email, login, city";
    private static final String RAW_1 =
            "(1, VARCHAR 'Taro@Example.com', VARCHAR 'taro.yamada', VARCHAR '4111111111111111', VARCHAR '1990-01-01', VARCHAR 'Osaka')";
    private static final String RAW_2 =
            "(2, 'hanako@example.jp', 'osaka', '5500000000000004', '1991-02-02', 'Kyoto')";
    private static final String MASKED_1 = "(1, VARCHAR 'v1_a', VARCHAR 'v1_b', VARCHAR 'Osaka')";
    private static final String MASKED_2 = "(2, VARCHAR 'v1_c', VARCHAR 'v1_d', VARCHAR 'Kyoto')";

    private static TestSource source;

    @BeforeAll
    static void rawUsers() {
        source = TestSource.withKnownKey();
        source.raw("users", "n, email, login, card, birthday, city", RAW_1, RAW_2);
    }

    @Test
    void findsNothingBehindTheRealMask() {
        source.raw("people", "n, email, login, card, birthday, city", RAW_1, RAW_2);
        source.mask("people", POLICY);

        Row proof = source.prove("people", POLICY);

        assertThat(proof.number("violations")).isZero();
        assertThat(proof.text("findings")).isEqualTo("none");
    }

    @Test
    void findsNothingInTwoTablesWithoutRows() {
        source.rawOf(
                "empty",
                "SELECT 1 AS n, 'a' AS email, 'b' AS login, 'c' AS card, 'd' AS birthday, 'e' AS city WHERE false");
        source.mask("empty", POLICY);

        assertThat(source.prove("empty", POLICY).number("violations")).isZero();
    }

    @Test
    void findsARawAddressInAKeptColumn() {
        source.forgeMasked(
                "users",
                COLUMNS,
                "(1, VARCHAR 'v1_a', VARCHAR 'v1_b', VARCHAR 'Taro@Example.com')",
                MASKED_2);

        assertFinding("residue in table users: column city shows values of raw column email: 1", 1);
    }

    @Test
    void findsARawAddressInAnotherCaseWidthAndSpace() {
        source.forgeMasked(
                "users",
                COLUMNS,
                "(1, VARCHAR 'v1_a', VARCHAR 'v1_b', VARCHAR '　ｔａｒｏ＠EXAMPLE.COM ')",
                MASKED_2);

        assertFinding("residue in table users: column city shows values of raw column email: 1", 1);
    }

    @Test
    void findsAnAddressThatWasNotMaskedAtAll() {
        source.forgeMasked(
                "users",
                COLUMNS,
                "(1, VARCHAR 'Taro@Example.com', VARCHAR 'v1_b', VARCHAR 'Osaka')",
                "(2, VARCHAR 'hanako@example.jp', VARCHAR 'v1_d', VARCHAR 'Kyoto')");

        assertFinding(
                "residue in table users: column email shows values of raw column email: 2", 2);
    }

    @Test
    void findsAValueOfADroppedColumn() {
        source.forgeMasked(
                "users",
                COLUMNS,
                MASKED_1,
                "(2, VARCHAR 'v1_c', VARCHAR 'v1_d', VARCHAR '4111111111111111')");

        assertFinding("residue in table users: column city shows values of raw column card: 1", 1);
    }

    @Test
    void findsTheValueOfAnotherPersonsRowToo() {
        source.forgeMasked(
                "users",
                COLUMNS,
                MASKED_1,
                "(2, VARCHAR 'v1_c', VARCHAR 'v1_d', VARCHAR 'taro.yamada')");

        assertFinding("residue in table users: column city shows values of raw column login: 1", 1);
    }

    @Test
    void overlooksAShortValueInAnotherColumnAsACityMayBeSomebodysLogin() {
        source.forgeMasked("users", COLUMNS, MASKED_1, MASKED_2);

        assertThat(source.prove("users", POLICY).number("violations")).isZero();
    }

    @Test
    void findsAShortValueInItsOwnColumn() {
        source.forgeMasked(
                "users",
                COLUMNS,
                MASKED_1,
                "(2, VARCHAR 'v1_c', VARCHAR 'OSAKA', VARCHAR 'Kyoto')");

        assertFinding(
                "residue in table users: column login shows values of raw column login: 1", 1);
    }

    @Test
    void findsALostRow() {
        source.forgeMasked("users", COLUMNS, MASKED_1);

        assertFinding("rows of table users missing or surplus: 1", 1);
    }

    @Test
    void findsASurplusRow() {
        source.forgeMasked("users", COLUMNS, MASKED_1, MASKED_2, MASKED_2, MASKED_2);

        assertFinding("rows of table users missing or surplus: 2", 2);
    }

    @Test
    void countsEveryLeakAndShowsNoValue() {
        source.forgeMasked(
                "users",
                COLUMNS,
                "(1, VARCHAR 'Taro@Example.com', VARCHAR 'taro.yamada', VARCHAR '5500000000000004')");

        Row proof = source.prove("users", POLICY);

        assertThat(proof.number("violations")).isEqualTo(4);
        assertThat(proof.text("findings").split("; "))
                .containsExactlyInAnyOrder(
                        "rows of table users missing or surplus: 1",
                        "residue in table users: column email shows values of raw column email: 1",
                        "residue in table users: column login shows values of raw column login: 1",
                        "residue in table users: column city shows values of raw column card: 1");
    }

    @Test
    void comparesRowsWhenNoColumnIsGuarded() {
        TestPolicy plain = TestPolicy.numbered().keep("city", "varchar");
        source.forgeMasked("users", "n, city", "(1, VARCHAR 'Osaka')");

        Row proof = source.prove("users", plain);

        assertThat(proof.number("violations")).isEqualTo(1);
    }

    private void assertFinding(String finding, int violations) {
        Row proof = source.prove("users", POLICY);

        assertThat(proof.text("findings")).isEqualTo(finding);
        assertThat(proof.number("violations")).isEqualTo(violations);
    }
}
