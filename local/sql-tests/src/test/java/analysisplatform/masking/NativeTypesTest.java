package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import analysisplatform.config.Action;
import analysisplatform.engine.QueryFailed;
import analysisplatform.engine.QueryResult;
import analysisplatform.engine.ReferencePseudonym;
import analysisplatform.engine.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Raw columns that an export did not turn into text. */
class NativeTypesTest {

    private final TestSource source = TestSource.withKnownKey().withTimeZone("Asia/Tokyo");

    @Test
    void aDateAndATimeAreTakenAsTheyAre() {
        source.raw(
                "t",
                "n, day, moment, year, month, age",
                "(1, DATE '1990-05-06', TIMESTAMP '1990-12-31 23:59:59.999', DATE '1990-05-06', TIMESTAMP '1990-12-31 23:59:59.999', DATE '1936-01-02')",
                "(2, NULL, NULL, NULL, NULL, NULL)");

        QueryResult masked =
                source.mask(
                        "t",
                        TestPolicy.numbered()
                                .keep("day", "timestamp(3)")
                                .keep("moment", "date")
                                .quasi("year", new Action.Year())
                                .quasi("month", new Action.Month())
                                .quasi("age", new Action.AgeBand(10)));

        assertThat(masked.rows().get(0).list())
                .containsExactly(
                        1,
                        LocalDateTime.of(1990, 5, 6, 0, 0),
                        LocalDate.of(1990, 12, 31),
                        LocalDate.of(1990, 1, 1),
                        LocalDate.of(1990, 12, 1),
                        "90+");
        assertThat(masked.rows().get(1).list().subList(1, 6)).containsOnlyNulls();
    }

    @Test
    void aNumberOfAnyTypeHasItsBucketAndAKeyOfAnyTypeItsPseudonym() {
        Action bucket = new Action.Bucket(List.of(BigDecimal.ZERO, BigDecimal.TEN));
        source.raw(
                "t",
                "n, whole, exact, floating, small, a, b, c, d",
                "(1, BIGINT '9', DECIMAL '9.99', DOUBLE '9.99', REAL '-1', DOUBLE '42', REAL '42', DECIMAL '42.00', '42')",
                "(2, BIGINT '10', DECIMAL '10.00', infinity(), REAL '10', DOUBLE '9007199254740992', REAL '-7', DECIMAL '-7.00', '9007199254740992')",
                "(3, NULL, NULL, nan(), NULL, nan(), REAL '42.5', DECIMAL '42.50', '042')");
        TestPolicy policy =
                TestPolicy.numbered()
                        .quasi("whole", bucket)
                        .quasi("exact", bucket)
                        .quasi("floating", bucket)
                        .quasi("small", bucket)
                        .pseudonym("a", "user")
                        .pseudonym("b", "user")
                        .pseudonym("c", "user")
                        .pseudonym("d", "user");

        List<Row> masked = source.mask("t", policy).rows();

        assertThat(masked.get(0).list().subList(1, 5))
                .containsExactly("0..<10", "0..<10", "0..<10", "<0");
        assertThat(masked.get(1).list().subList(1, 5))
                .containsExactly(">=10", ">=10", null, ">=10");
        assertThat(masked.get(2).list().subList(1, 5)).containsOnlyNulls();
        assertThat(masked.get(0).list().subList(5, 9)).containsOnly(pseudonym("42"));
        assertThat(masked.get(1).list().subList(5, 9))
                .containsExactly(
                        pseudonym("9007199254740992"),
                        pseudonym("-7"),
                        pseudonym("-7"),
                        pseudonym("9007199254740992"));
        assertThat(masked.get(2).text("d"))
                .isEqualTo(pseudonym("042"))
                .isNotEqualTo(pseudonym("42"));
        assertThat(masked.get(2).list().subList(5, 8))
                .doesNotContainNull()
                .doesNotContain(pseudonym("42"), pseudonym("43"));
    }

    @Test
    void unsignedNumbersOfMySqlKeepTheirValueAndBecomeNullWhereTheDeclaredTypeEnds() {
        source.rawOf(
                "t",
                "SELECT 1 AS n, DECIMAL '18446744073709551615' AS wide, DECIMAL '18446744073709551615' AS narrow, BIGINT '4294967295' AS plain");

        Row masked =
                source.mask(
                                "t",
                                TestPolicy.numbered()
                                        .keep("wide", "decimal(20,0)")
                                        .keep("narrow", "bigint")
                                        .keep("plain", "bigint"))
                        .single();

        assertThat(masked.list())
                .containsExactly(1, new BigDecimal("18446744073709551615"), null, 4294967295L);
    }

    @Test
    void textThatIsStoredAsBytesIsMaskedLikeText() {
        source.raw(
                "t",
                "n, zip, ip, born, note, settings, sum",
                "(1, to_utf8('〒123-4567'), to_utf8('203.0.113.7'), to_utf8('1990-05-06'), to_utf8('𠮷'), to_utf8('{\"a\":1}'), to_utf8('5'))",
                "(2, X'FFFFFFFF', X'FF', X'FF', X'FFFF', X'FF', X'FF')");

        QueryResult masked =
                source.mask(
                        "t",
                        TestPolicy.numbered()
                                .quasi("zip", new Action.Prefix(3))
                                .quasi("ip", new Action.IpNetwork())
                                .quasi("born", new Action.Year())
                                .quasi("note", new Action.Length())
                                .quasi("settings", new Action.Json(Map.of("a", "$.a")))
                                .quasi("sum", new Action.Bucket(List.of(BigDecimal.ONE)))
                                .storedAsBytes("zip", "ip", "born", "note", "settings", "sum"));

        assertThat(masked.rows().get(0).list())
                .containsExactly(
                        1, "123", "203.0.113.0/24", LocalDate.of(1990, 1, 1), 1L, "1", ">=1");
        assertThat(masked.rows().get(1).list())
                .containsExactly(2, "\ufffd\ufffd\ufffd", null, null, 2L, null, null);
    }

    @Test
    void aNumberIsNoDayAndStopsTheNight() {
        source.raw("t", "n, born", "(1, BIGINT '19900506')");

        QueryFailed failure =
                catchThrowableOfType(
                        QueryFailed.class,
                        () ->
                                source.mask(
                                        "t",
                                        TestPolicy.numbered().quasi("born", new Action.Year())));

        assertThat(failure.errorName()).isEqualTo("TYPE_MISMATCH");
    }

    private static String pseudonym(String value) {
        return new ReferencePseudonym(TestSource.knownKey()).of("user", value).orElseThrow();
    }
}
