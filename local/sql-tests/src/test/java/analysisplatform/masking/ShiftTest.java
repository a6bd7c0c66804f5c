package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Action;
import analysisplatform.engine.QueryResult;
import analysisplatform.engine.Row;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Days that move a person's dates, all by the same. */
class ShiftTest {

    private static final LocalDate BIRTH = LocalDate.of(1990, 5, 6);

    private static final ReferenceMasks REFERENCE =
            new ReferenceMasks(TestSource.knownKey(), ZoneId.of("UTC"), LocalDate.EPOCH);

    record Visit(String person, LocalDate day) {}

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void movesEachPersonsDatesByTheSameDaysAndNeverByNone(
            @ForAll("visits") List<Visit> visits, @ForAll("mostDays") int days) {
        TestSource source = TestSource.withKnownKey();
        List<String> rows = new ArrayList<>();
        for (Visit visit : visits) {
            rows.add(
                    "(%d, %s, '%s')"
                            .formatted(rows.size(), Literal.text(visit.person()), visit.day()));
        }
        source.raw("visits", "n, person, day", rows.toArray(String[]::new));

        List<Row> masked =
                source.mask("visits", policy(new Action.Shift(days, "person", "user", "date")))
                        .rows();

        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            long moved = ChronoUnit.DAYS.between(visit.day(), (LocalDate) masked.get(i).get("day"));
            assertThat(moved)
                    .as(visit.toString())
                    .isEqualTo(REFERENCE.shiftDays(visit.person(), "user", days).longValue())
                    .isNotZero()
                    .isBetween((long) -days, (long) days);
        }
    }

    @Provide
    Arbitrary<List<Visit>> visits() {
        Arbitrary<String> people =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 40).map(n -> "u" + n),
                        Arbitraries.of("太郎", "😀", "𠮷野", "O'Brien", "Ｔａｒｏ", " taro "));
        Arbitrary<LocalDate> days =
                Arbitraries.longs().between(-20_000, 30_000).map(LocalDate::ofEpochDay);
        return Combinators.combine(people, days).as(Visit::new).list().ofSize(200);
    }

    @Provide
    Arbitrary<Integer> mostDays() {
        return Arbitraries.of(1, 2, 30, 3650);
    }

    @Test
    void reachesEveryNumberOfDaysButNone() {
        TestSource source = TestSource.withKnownKey();
        source.rawOf(
                "people",
                "SELECT CAST(n AS integer) AS n, CAST(n AS varchar) AS person, DATE '%s' AS day FROM UNNEST(sequence(1, 400)) AS t (n)"
                        .formatted(BIRTH));

        Set<Long> moved = new TreeSet<>();
        source.mask("people", policy(new Action.Shift(3, "person", "user", "date")))
                .forEach(
                        row ->
                                moved.add(
                                        ChronoUnit.DAYS.between(
                                                BIRTH, (LocalDate) row.get("day"))));

        assertThat(moved).containsExactly(-3L, -2L, -1L, 1L, 2L, 3L);
    }

    @Test
    void isTheSameInEveryTableForAKeyOfEveryTypeAndKeepsTheTimeOfTheDay() {
        TestSource source = TestSource.withKnownKey();
        source.raw("a", "n, person, day", "(1, BIGINT '42', TIMESTAMP '1990-05-06 12:34:56.789')");
        source.raw("b", "n, person, day", "(1, CAST(42 AS decimal(20,0)), '1990-05-06')");
        source.raw("c", "n, person, day", "(1, DOUBLE '42', DATE '1990-05-06')");
        source.raw("d", "n, person, day", "(1, to_utf8(' 42 '), '1990-05-06')");
        TestPolicy dates = policy(new Action.Shift(30, "person", "user", "date"));
        TestPolicy times = policy(new Action.Shift(30, "person", "user", "timestamp(3)"));
        LocalDate expected = BIRTH.plusDays(REFERENCE.shiftDays("42", "user", 30));

        assertThat(source.mask("a", times).values("day"))
                .containsExactly(LocalDateTime.parse(expected + "T12:34:56.789"));
        assertThat(source.mask("b", dates).values("day")).containsExactly(expected);
        assertThat(source.mask("c", dates).values("day")).containsExactly(expected);
        assertThat(
                        source.mask(
                                        "d",
                                        TestPolicy.numbered()
                                                .drop(
                                                        "person",
                                                        analysisplatform.config.MaskingPolicy
                                                                .DataClass.IDENTIFIER)
                                                .storedAsBytes("person")
                                                .quasi(
                                                        "day",
                                                        new Action.Shift(
                                                                30, "person", "user", "date")))
                                .values("day"))
                .containsExactly(expected);
    }

    @Test
    void differsInAnotherNamespace() {
        TestSource source = TestSource.withKnownKey();
        source.raw("people", "n, person, day, other", "(1, 'taro', '1990-05-06', '1990-05-06')");

        Row masked =
                source.mask(
                                "people",
                                policy(new Action.Shift(3650, "person", "user", "date"))
                                        .quasi(
                                                "other",
                                                new Action.Shift(3650, "person", "shop", "date")))
                        .single();

        assertThat(masked.get("other")).isNotNull().isNotEqualTo(masked.get("day"));
    }

    @Test
    void isNullWithoutAPersonOrADay() {
        TestSource source = TestSource.withKnownKey();
        source.raw(
                "people",
                "n, person, day",
                "(1, NULL, '1990-05-06')",
                "(2, ' 　', '1990-05-06')",
                "(3, 'taro', NULL)",
                "(4, 'taro', '0000-00-00')",
                "(5, 'taro', 'infinity')",
                "(6, 'taro', '9999-12-31')");

        QueryResult masked =
                source.mask("people", policy(new Action.Shift(30, "person", "user", "date")));

        assertThat(masked.values("day").subList(0, 5)).containsOnlyNulls();
        assertThat(masked.values("day").get(5)).isNotNull();
    }

    private static TestPolicy policy(Action.Shift shift) {
        return TestPolicy.numbered().pseudonym("person", "user").quasi("day", shift);
    }
}
