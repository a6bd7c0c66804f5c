package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.engine.QueryResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What keep, drop and null do to values and types. */
class PublishedValuesTest {

    private final TestSource source = TestSource.withKnownKey();

    @Test
    void keepsAValueThatFitsTheTypeOfThePolicy() {
        source.raw(
                "t",
                "n, count_text, price, day, moment, flag, words",
                "(1, '42', '12.34', '2024-02-29', TIMESTAMP '2024-02-29 01:02:03.004', 1, '𠮷野 😀')");

        QueryResult masked =
                source.mask(
                        "t",
                        TestPolicy.numbered()
                                .keep("count_text", "bigint")
                                .keep("price", "decimal(10,2)")
                                .keep("day", "date")
                                .keep("moment", "timestamp(3)")
                                .keep("flag", "boolean")
                                .keep("words", "varchar"));

        assertThat(masked.single().list())
                .containsExactly(
                        1,
                        42L,
                        new BigDecimal("12.34"),
                        LocalDate.of(2024, 2, 29),
                        LocalDateTime.of(2024, 2, 29, 1, 2, 3, 4_000_000),
                        true,
                        "𠮷野 😀");
    }

    @Test
    void publishesNullForAValueThatDoesNotFitAndNeverFails() {
        source.raw(
                "t",
                "n, number, price, day, moment, flag, small",
                "(1, 'forty-two', '12,34', '0000-00-00', 'infinity', 'maybe', BIGINT '3000000000')",
                "(2, '9223372036854775808', '99999999999', '2024-02-30', '2024-13-01 00:00:00', '', -3000000000)",
                "(3, '', '', '', '', 'yes?', NULL)");

        QueryResult masked =
                source.mask(
                        "t",
                        TestPolicy.numbered()
                                .keep("number", "bigint")
                                .keep("price", "decimal(10,2)")
                                .keep("day", "date")
                                .keep("moment", "timestamp(3)")
                                .keep("flag", "boolean")
                                .keep("small", "integer"));

        assertThat(masked.values("n")).containsExactly(1, 2, 3);
        assertThat(masked.rows())
                .allSatisfy(
                        row ->
                                assertThat(row.list().subList(1, row.list().size()))
                                        .containsOnlyNulls());
    }

    @Test
    void publishesNullOfTheGivenTypeForAnyValue() {
        source.raw("t", "n, note, paid", "(1, 'call 090-0123-4567', 5)", "(2, NULL, NULL)");

        QueryResult masked =
                source.mask(
                        "t",
                        TestPolicy.numbered()
                                .nulled("note", "varchar")
                                .nulled("paid", "decimal(12,2)"));

        assertThat(SharedEngine.columns(masked))
                .containsExactly("n integer", "note varchar", "paid decimal(12,2)");
        assertThat(masked.values("note")).hasSize(2).containsOnlyNulls();
        assertThat(masked.values("paid")).hasSize(2).containsOnlyNulls();
    }

    @Test
    void leavesADroppedColumnOut() {
        source.raw("t", "n, phone, iban", "(1, '090-0123-4567', 'JP00')");

        QueryResult masked =
                source.mask(
                        "t",
                        TestPolicy.numbered()
                                .drop("phone", DataClass.IDENTIFIER)
                                .drop("iban", DataClass.FINANCIAL));

        assertThat(SharedEngine.columns(masked)).containsExactly("n integer");
    }

    @Test
    void publishesTheOrderAndTheLowerCaseNamesOfThePolicyWhateverTheRawOrderIs() {
        source.raw("t", "n, last_one, first_one", "(1, 'l', 'f')");

        QueryResult masked =
                source.mask(
                        "t",
                        new TestPolicy()
                                .keep("First_One", "varchar")
                                .pseudonym("N", "user")
                                .keep("LAST_ONE", "varchar"));

        assertThat(SharedEngine.columns(masked))
                .containsExactly("first_one varchar", "n varchar", "last_one varchar");
    }

    @Test
    void takesColumnsWhoseNamesAreWordsOfSql() {
        source.rawOf(
                "t", "SELECT 1 AS n, 'a' AS \"order\", 'b' AS \"select\", 'taro@x.jp' AS \"from\"");

        QueryResult masked =
                source.mask(
                        "t",
                        TestPolicy.numbered()
                                .keep("order", "varchar")
                                .pseudonym("select", "user")
                                .email("from"));

        assertThat(masked.single().values().keySet())
                .containsExactly("n", "order", "select", "from");
    }

    @Test
    void makesAnEmptyTableOfTheSameTypesWhenTheExportHadNoRow() {
        TestPolicy policy =
                TestPolicy.numbered()
                        .email("email")
                        .pseudonym("id", "user")
                        .nulled("note", "varchar")
                        .keep("paid", "decimal(12,2)")
                        .keep("at", "timestamp(3)")
                        .drop("iban", DataClass.FINANCIAL);
        source.raw(
                "full",
                "n, email, id, note, paid, at, iban",
                "(1, 'a@b.jp', 2, 'x', '1.50', TIMESTAMP '2024-01-01 00:00:00.000', 'JP00')");

        SharedEngine.run(source.statements("empty", policy).createEmpty().render(TestSource.RUN));
        QueryResult empty = source.masked("empty");

        assertThat(empty.rows()).isEmpty();
        assertThat(empty.columns()).isEqualTo(source.mask("full", policy).columns());
    }
}
