package analysisplatform.masking;

import static analysisplatform.masking.TestKpi.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Kpi;
import analysisplatform.config.Kpi.Comparison;
import analysisplatform.engine.QueryResult;
import analysisplatform.kpi.KpiCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The newest values over histories with every hole that a history can have. */
class KpiLatestTest {

    private final History history;

    KpiLatestTest(TestInfo test) {
        this.history = new History("latest_" + test.getTestMethod().orElseThrow().getName());
    }

    @Test
    void eachComparisonFindsTheValueOfThatMuchEarlier() {
        for (int age : List.of(0, 1, 7)) {
            history.night(age, "learning", row("k", age, "", 100 - age));
        }
        history.nightOfTheMonthBefore("learning", "k", 50);

        assertThat(latest(comparing("k", Comparison.DAY)))
                .containsExactly("k 0 '' 100.0 99.0 fresh");
        assertThat(latest(comparing("k", Comparison.WEEK)))
                .containsExactly("k 0 '' 100.0 93.0 fresh");
        assertThat(latest(comparing("k", Comparison.MONTH)))
                .containsExactly("k 0 '' 100.0 50.0 fresh");
    }

    @Test
    void whereTheNightToCompareWithIsMissingNothingTakesItsPlace() {
        history.night(0, "learning", row("k", 0, "", 5));
        history.night(2, "learning", row("k", 2, "", 3));
        history.night(8, "learning", row("k", 8, "", 2));

        assertThat(latest(comparing("k", Comparison.DAY))).containsExactly("k 0 '' 5.0 null fresh");
        assertThat(latest(comparing("k", Comparison.WEEK)))
                .containsExactly("k 0 '' 5.0 null fresh");
    }

    @Test
    void eachGroupIsComparedWithItself() {
        history.night(0, "learning", row("k", 0, "a", 1), row("k", 0, "b", 2));
        history.night(1, "learning", row("k", 1, "a", 10), row("k", 1, "gone", 30));

        assertThat(latest(comparing("k", Comparison.DAY)))
                .containsExactly("k 0 'a' 1.0 10.0 fresh", "k 0 'b' 2.0 null fresh");
    }

    @Test
    void whatIsTooSmallIsComparedWithNothingAndNothingWithIt() {
        history.night(0, "learning", row("k", 0, "a", 1), small("k", 0));
        history.night(1, "learning", row("k", 1, "", 9), small("k", 1));
        history.night(0, "learning", row("total", 0, "", 4));
        history.night(1, "learning", small("total", 1));

        assertThat(latest(comparing("k", Comparison.DAY), comparing("total", Comparison.DAY)))
                .containsExactly(
                        "k 0 '' null null fresh suppressed",
                        "k 0 'a' 1.0 null fresh",
                        "total 0 '' 4.0 null fresh");
    }

    @Test
    void theLatestComputationOfADayCountsForBothValues() {
        history.night(1, "learning", row("k", 1, "", 1), row("k", 2, "", 2));
        history.night(0, "learning", row("k", 0, "", 10), row("k", 1, "", 11));

        assertThat(latest(comparing("k", Comparison.DAY)))
                .containsExactly("k 0 '' 10.0 11.0 fresh");
    }

    @Test
    void aKpiThatTheNewestNightDidNotGiveIsStaleAndKeepsItsComparison() {
        history.night(0, "learning", failed("k"), row("other", 0, "", 1));
        history.night(3, "learning", row("k", 3, "", 7));
        history.night(4, "learning", row("k", 4, "", 6));

        assertThat(latest(comparing("k", Comparison.DAY), comparing("other", Comparison.DAY)))
                .containsExactly("k 3 '' 7.0 6.0 stale", "other 0 '' 1.0 null fresh");
    }

    @Test
    void nightsOfAnotherSourceMakeNothingStale() {
        history.night(1, "learning", row("k", 1, "", 1));
        history.night(0, "shop", row("orders", 0, "", 2));

        assertThat(latest(comparing("k", Comparison.DAY))).containsExactly("k 1 '' 1.0 null fresh");
    }

    @Test
    void aKpiThatMovedToAnotherSourceIsStaleUntilThatSourceGivesIt() {
        history.night(0, "shop", row("k", 0, "", 1));

        assertThat(latest(comparing("k", Comparison.DAY))).containsExactly("k 0 '' 1.0 null stale");
    }

    @Test
    void aKpiWithoutAnyValueHasOneRow() {
        history.night(0, "learning", failed("k"));

        assertThat(latest(comparing("k", Comparison.DAY), comparing("never", Comparison.DAY)))
                .containsExactly("k null '' null null stale", "never null '' null null stale");
    }

    @Test
    void nothingIsReadThatIsOlderThanThreeFolders() {
        history.night(100, "learning", row("k", 100, "", 1));
        history.night(38, "learning", row("recent", 38, "", 2));

        assertThat(latest(comparing("k", Comparison.DAY), comparing("recent", Comparison.DAY)))
                .containsExactly("k null '' null null stale", "recent 38 '' 2.0 null fresh");
    }

    /** An engine reads a table again for each time that a query names it, also through WITH. */
    @Test
    void theHistoryIsReadOnce() {
        history.night(0, "learning", row("k", 0, "", 1));

        String plan =
                String.valueOf(
                        SharedEngine.run(
                                        "EXPLAIN "
                                                + history.catalog(comparing("k", Comparison.MONTH))
                                                        .latest())
                                .value());

        assertThat(plan.split("Scan\\w*\\[table", -1)).as(plan).hasSize(2);
        assertThat(plan).as("columns that no screen shows").doesNotContain("definition", "run :=");
    }

    private List<String> latest(Kpi... kpis) {
        QueryResult answer =
                SharedEngine.run(
                        "SELECT kpi, date_diff('day', day, current_date) AS age, dimension, value, previous_value, stale, suppressed FROM (%s) AS l ORDER BY position, dimension"
                                .formatted(history.catalog(kpis).latest()));
        return answer.rows().stream()
                .map(row -> row.values())
                .map(
                        row ->
                                "%s %s '%s' %s %s %s%s"
                                        .formatted(
                                                row.get("kpi"),
                                                row.get("age"),
                                                row.get("dimension"),
                                                row.get("value"),
                                                row.get("previous_value"),
                                                row.get("stale").equals(true) ? "stale" : "fresh",
                                                row.get("suppressed").equals(true)
                                                        ? " suppressed"
                                                        : ""))
                .toList();
    }

    private static String row(String kpi, int daysAgo, String dimension, double value) {
        return "'%s', date_add('day', -%d, current_date), CAST('%s' AS varchar), CAST(%s AS double), BIGINT '20', false, false"
                .formatted(kpi, daysAgo, dimension, value);
    }

    private static String small(String kpi, int daysAgo) {
        return "'%s', date_add('day', -%d, current_date), CAST('' AS varchar), CAST(NULL AS double), CAST(NULL AS bigint), true, false"
                .formatted(kpi, daysAgo);
    }

    private static String failed(String kpi) {
        return "'%s', CAST(NULL AS date), CAST('' AS varchar), CAST(NULL AS double), CAST(NULL AS bigint), false, true"
                .formatted(kpi);
    }

    /** Rows as nights leave them, counted in days before today. */
    private static final class History {

        private final String schema;
        private final List<String> nights = new ArrayList<>();

        History(String schema) {
            this.schema = schema.toLowerCase(Locale.ROOT);
        }

        void night(int daysAgo, String source, String... rows) {
            night("date_add('day', -%d, current_date)".formatted(daysAgo), source, rows);
        }

        /** Its day is a month before today, whatever the month's length. */
        void nightOfTheMonthBefore(String source, String kpi, double value) {
            String day = "date_add('month', -1, current_date)";
            night(
                    day,
                    source,
                    "'%s', %s, CAST('' AS varchar), CAST(%s AS double), BIGINT '20', false, false"
                            .formatted(kpi, day, value));
        }

        private void night(String day, String source, String... rows) {
            for (String row : rows) {
                nights.add(
                        "(%1$s, '%2$s', date_format(%3$s, '%%Y-%%m'), CAST(%3$s AS timestamp(3)), CAST(%3$s AS timestamp(3)), '0123abcd', 'r1')"
                                .formatted(row, source, day));
            }
        }

        KpiCatalog catalog(Kpi... kpis) {
            if (!nights.isEmpty()) {
                SharedEngine.run("CREATE SCHEMA " + schema);
                SharedEngine.run(
                        """
                        CREATE TABLE %s.history AS
                        SELECT * FROM (VALUES %s) AS t
                        (kpi, day, dimension, value, people, suppressed, failed, source, month, snapshot_time, computed_at, definition, run)"""
                                .formatted(schema, String.join(",\n", nights)));
                nights.clear();
            }
            return new KpiCatalog(schema, List.of(kpis));
        }
    }
}
