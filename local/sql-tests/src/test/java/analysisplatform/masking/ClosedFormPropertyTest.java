package analysisplatform.masking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Action;
import analysisplatform.engine.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever comes in, only what an action may say goes out, and it is what Java says too. */
class ClosedFormPropertyTest {

    private static final int VALUES = 300;

    private static final List<BigDecimal> EDGES = List.of(BigDecimal.ZERO, new BigDecimal("1000"));

    private static final Map<String, Action> ACTIONS =
            Map.of(
                    "year", new Action.Year(),
                    "month", new Action.Month(),
                    "age_band", new Action.AgeBand(5),
                    "bucket", new Action.Bucket(EDGES),
                    "ip_network", new Action.IpNetwork(),
                    "length", new Action.Length());

    private static final Map<String, String> FORMS =
            Map.of(
                    "year", "\\d{4}-01-01",
                    "month", "\\d{4}-\\d{2}-01",
                    "age_band", "\\d{1,2}-\\d{1,2}|90\\+",
                    "bucket", "<0|0\\.\\.<1000|>=1000",
                    "ip_network", "[0-9.]+\\.0/24|[0-9a-f:]*::/48",
                    "length", "\\d+");

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void publishesItsOwnWordsOnly(@ForAll("anything") List<String> values) {
        TestPolicy policy = TestPolicy.numbered();
        ACTIONS.forEach(policy::quasi);
        TestSource source = TestSource.withKnownKey();
        source.rawOf(
                "t",
                "SELECT n, %s FROM (VALUES %s) AS t (n, v)"
                        .formatted(
                                ACTIONS.keySet().stream()
                                        .map(name -> "v AS " + name)
                                        .collect(joining(", ")),
                                String.join(", ", Literal.rows(values))));

        List<Row> masked = source.mask("t", policy).rows();

        ReferenceMasks reference =
                new ReferenceMasks(
                        TestSource.knownKey(), ZoneId.of("UTC"), LocalDate.of(2026, 1, 2));
        for (int i = 0; i < VALUES; i++) {
            String value = values.get(i);
            Row row = masked.get(i);
            assertThat(FORMS)
                    .as(value)
                    .allSatisfy(
                            (column, form) ->
                                    assertThat(Objects.toString(row.get(column), "0"))
                                            .matches(row.get(column) == null ? "0" : form));
            assertThat(
                            Stream.of("year", "month", "age_band", "bucket", "ip_network", "length")
                                    .map(row::get))
                    .as(value)
                    .containsExactly(
                            reference.year(value),
                            reference.month(value),
                            reference.ageBand(value, 5),
                            reference.bucket(value, EDGES),
                            reference.ipNetwork(value),
                            reference.length(value));
        }
    }

    /** Half of them nearly right, which is what a parser gets wrong. */
    @Provide
    Arbitrary<List<String>> anything() {
        Arbitrary<String> nearlyRight =
                Arbitraries.oneOf(
                        Arbitraries.strings().withChars("0123456789-: TZ+.").ofMaxLength(30),
                        Arbitraries.strings().withChars("0123456789abcdef:.").ofMaxLength(20),
                        Arbitraries.strings().withChars("0123456789.eE+-").ofMaxLength(12),
                        days(),
                        addresses());
        return Arbitraries.oneOf(
                        nearlyRight,
                        Arbitraries.strings()
                                .ofMaxLength(30)
                                .map(text -> new String(text.getBytes(UTF_8), UTF_8)))
                .list()
                .ofSize(VALUES);
    }

    private static Arbitrary<String> days() {
        return Arbitraries.longs()
                .between(-60_000, 30_000)
                .map(day -> LocalDate.ofEpochDay(day).toString())
                .flatMap(
                        day ->
                                Arbitraries.of(
                                        day,
                                        day + " 00:00:00",
                                        day + "T23:59:59.999999999+09:00",
                                        day + " 12:00+14",
                                        day + " 12:00:00-0930"));
    }

    private static Arbitrary<String> addresses() {
        Arbitrary<String> four =
                Arbitraries.integers()
                        .between(0, 260)
                        .map(String::valueOf)
                        .list()
                        .ofSize(4)
                        .map(parts -> String.join(".", parts));
        Arbitrary<String> six =
                Arbitraries.of("0", "0", "1", "db8", "ffff", "", "12345")
                        .list()
                        .ofMinSize(3)
                        .ofMaxSize(8)
                        .map(parts -> String.join(":", parts));
        return Arbitraries.oneOf(four, six, four.map(text -> "::ffff:" + text));
    }
}
