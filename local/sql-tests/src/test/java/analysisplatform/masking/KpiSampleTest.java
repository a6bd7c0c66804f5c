package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Kpi;
import analysisplatform.config.Kpi.Group;
import analysisplatform.config.Source;
import analysisplatform.engine.QueryResult;
import analysisplatform.engine.Row;
import analysisplatform.kpi.KpiCatalog;
import analysisplatform.kpi.KpiColumn;
import analysisplatform.sample.SampleExport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The laptop's KPIs, and the rules of every KPI, on the engine over the masked sample. */
class KpiSampleTest {

    private static final String EVENING = "2026-11-20T18:05:00Z";
    private static final String NEXT_EVENING = "2026-11-21T18:05:00Z";

    /** In Tokyo it is three in the morning. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static final Environment LOCAL =
            EnvironmentLoader.load(
                    Path.of(System.getProperty("platform.root"), "environments", "local"));

    private static MaskedSample sample;

    @BeforeAll
    static void mask() {
        Source learning = LOCAL.sources().get(0);
        sample =
                MaskedSample.night(
                        "kpi_sample", learning, LOCAL.policyOf(learning), SampleExport::write);
    }

    @Test
    void everyShippedKpiHasAValue() {
        KpiNights nights = new KpiNights("kpis_shipped", sample);

        Map<String, String> failures = nights.night(EVENING, LOCAL.kpis());

        assertThat(failures).isEmpty();
        for (Kpi kpi : LOCAL.kpis()) {
            assertThat(nights.history("WHERE kpi = '%s' AND value > 0".formatted(kpi.id())).rows())
                    .as(kpi.id())
                    .isNotEmpty();
        }
        assertThat(nights.latest(LOCAL.kpis(), "WHERE value IS NOT NULL").values("kpi"))
                .containsAll(LOCAL.kpis().stream().map(Kpi::id).toList());
    }

    @Test
    void theHistoryHasThePromisedColumnsAndTypes() {
        KpiNights nights = new KpiNights("kpis_columns", sample);
        nights.night(EVENING, LOCAL.kpis());

        assertThat(SharedEngine.columns(nights.history("LIMIT 0")))
                .isEqualTo(described(KpiCatalog.historyColumns()));
        assertThat(SharedEngine.columns(nights.latest(LOCAL.kpis(), "LIMIT 0")))
                .isEqualTo(described(KpiCatalog.latestColumns()));
    }

    @Test
    void aValueBelongsToTheSnapshotsDayInThePlatformsTimeZone() {
        KpiNights nights = new KpiNights("kpis_day", sample);

        nights.night(EVENING, List.of(kpi("SELECT count(*) AS value, 99 AS people FROM night")));

        Row row = nights.history("").single();
        assertThat(row.values())
                .containsEntry("day", DAY)
                .containsEntry("value", 1.0)
                .containsEntry("people", 99L)
                .containsEntry("suppressed", false)
                .containsEntry("source", "learning");
        assertThat(row.values().get("snapshot_time")).asString().isEqualTo("2026-11-20T18:05");
    }

    @Test
    void aSmallGroupLosesItsValueItsCountAndItsName() {
        KpiNights nights = new KpiNights("kpis_small", sample);

        nights.night(
                EVENING,
                List.of(
                        grouped(
                                "SELECT d AS dimension, v AS value, p AS people FROM (VALUES ('big', 1, 10), ('small', 2, 9), ('one', 3, 1), ('nobody', 4, NULL)) AS t (d, v, p)")));

        QueryResult rows = nights.history("ORDER BY suppressed");
        assertThat(rows.values("dimension")).containsExactly("big", "");
        assertThat(rows.values("value")).containsExactly(1.0, null);
        assertThat(rows.values("people")).containsExactly(10L, null);
        assertThat(rows.values("suppressed")).containsExactly(false, true);
    }

    @Test
    void aSafeKpiNeedsNoPeople() {
        KpiNights nights = new KpiNights("kpis_safe", sample);

        nights.night(
                EVENING,
                List.of(
                        TestKpi.of(
                                "test",
                                new Kpi.Query(
                                        "SELECT 3 AS value",
                                        Optional.empty(),
                                        0,
                                        new Group.Safe("a test")))));

        assertThat(nights.history("").single().values())
                .containsEntry("value", 3.0)
                .containsEntry("people", null)
                .containsEntry("suppressed", false);
    }

    @Test
    void aSecondComputationOfOneSnapshotReplacesTheFirst() {
        KpiNights nights = new KpiNights("kpis_again", sample);
        nights.night(EVENING, LOCAL.kpis());
        long once = nights.history("").rows().size();
        long storedOnce = (Long) nights.stored("SELECT count(*)").value();

        nights.night(EVENING, LOCAL.kpis());

        assertThat(nights.history("").rows()).hasSize((int) once);
        assertThat((Long) nights.stored("SELECT count(*)").value()).isEqualTo(2 * storedOnce);
    }

    @Test
    void aChangedDefinitionTakesThePlaceOfTheOldOneOnTheSameDay() {
        KpiNights nights = new KpiNights("kpis_changed", sample);
        nights.night(EVENING, List.of(kpi("SELECT 1 AS value, 10 AS people")));
        nights.night(EVENING, List.of(kpi("SELECT 2 AS value, 10 AS people")));
        nights.night(NEXT_EVENING, List.of(kpi("SELECT 2 AS value, 10 AS people")));

        QueryResult rows = nights.history("ORDER BY day");

        assertThat(rows.values("value")).containsExactly(2.0, 2.0);
        assertThat(rows.values("definition").stream().distinct()).hasSize(1);
    }

    @Test
    void daysAreComputedAgainAsFarAsTheDataAllows() {
        KpiNights nights = new KpiNights("kpis_backfill", sample);
        String sql =
                "SELECT day, %d AS value, 10 AS people FROM UNNEST(sequence(DATE '2026-11-01', DATE '2026-11-25')) AS t (day)";
        nights.night(EVENING, List.of(daily(sql.formatted(1), 5)));
        nights.night(NEXT_EVENING, List.of(daily(sql.formatted(2), 3)));

        QueryResult rows = nights.history("ORDER BY day");

        assertThat(rows.values("day"))
                .extracting(String::valueOf)
                .containsExactly(
                        "2026-11-17",
                        "2026-11-18",
                        "2026-11-19",
                        "2026-11-20",
                        "2026-11-21",
                        "2026-11-22");
        assertThat(rows.values("value")).containsExactly(1.0, 1.0, 1.0, 2.0, 2.0, 2.0);
    }

    @Test
    void aKpiThatFailsIsStaleAndTheOthersAreNot() {
        KpiNights nights = new KpiNights("kpis_failing", sample);
        Kpi good = kpi("SELECT 1 AS value, 10 AS people");
        Kpi bad = renamed("bad", "SELECT 5 AS value, 10 AS people");
        Kpi broken = renamed("bad", "SELECT CAST('x' AS bigint) AS value, 10 AS people");
        nights.night("2026-11-18T18:05:00Z", List.of(good, bad));

        Map<String, String> failures = nights.night(EVENING, List.of(broken, good));

        QueryResult latest = nights.latest(List.of(good, broken), "ORDER BY position");
        assertThat(failures).containsOnlyKeys("bad");
        assertThat(latest.values("kpi")).containsExactly("test", "bad");
        assertThat(latest.values("stale")).containsExactly(false, true);
        assertThat(latest.values("value")).containsExactly(1.0, 5.0);
        assertThat(nights.stored("SELECT count_if(failed)").value()).isEqualTo(1L);
    }

    @Test
    void twoRowsOfOneGroupFailTheKpi() {
        KpiNights nights = new KpiNights("kpis_twice", sample);

        Map<String, String> failures =
                nights.night(
                        EVENING,
                        List.of(
                                grouped(
                                        "SELECT d AS dimension, 1 AS value, 10 AS people FROM (VALUES 'a', 'a') AS t (d)")));

        assertThat(failures.get("test")).contains("two rows of one day and dimension");
    }

    @Test
    void theNewestValueStandsBesideTheOneBefore() {
        KpiNights nights = new KpiNights("kpis_before", sample);
        nights.night(EVENING, List.of(kpi("SELECT 7 AS value, 10 AS people")));
        Kpi today = kpi("SELECT 9 AS value, 10 AS people");
        nights.night(NEXT_EVENING, List.of(today));

        Row latest = nights.latest(List.of(today), "").single();

        assertThat(latest.values())
                .containsEntry("value", 9.0)
                .containsEntry("previous_value", 7.0)
                .containsEntry("target", 12.0)
                .containsEntry("alert_below", null)
                .containsEntry("title_ja", "試験")
                .containsEntry("comparison", "day");
    }

    @Test
    void aKpiWithoutAnyValueHasItsRowAndAKpiThatIsGoneKeepsItsHistory() {
        KpiNights nights = new KpiNights("kpis_gone", sample);
        nights.night(EVENING, List.of(renamed("gone", "SELECT 1 AS value, 10 AS people")));

        Row latest = nights.latest(List.of(kpi("SELECT 1 AS value, 1 AS people")), "").single();

        assertThat(latest.values())
                .containsEntry("kpi", "test")
                .containsEntry("value", null)
                .containsEntry("stale", true);
        assertThat(nights.history("").single().values()).containsEntry("kpi", "gone");
    }

    private static Kpi kpi(String sql) {
        return renamed("test", sql);
    }

    private static Kpi renamed(String id, String sql) {
        return TestKpi.of(id, TestKpi.query(sql));
    }

    private static Kpi grouped(String sql) {
        return TestKpi.of("test", TestKpi.grouped(sql));
    }

    private static Kpi daily(String sql, int days) {
        return TestKpi.of("test", TestKpi.daily(sql, days));
    }

    private static List<String> described(List<KpiColumn> columns) {
        return columns.stream().map(column -> column.name() + " " + column.type()).toList();
    }
}
