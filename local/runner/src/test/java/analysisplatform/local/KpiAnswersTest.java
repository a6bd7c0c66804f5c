package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.EnvironmentLoader;
import analysisplatform.report.Kpi;
import analysisplatform.report.Kpi.Latest;
import analysisplatform.report.Kpi.Point;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** How the answers of the two queries become the KPIs of a report. */
class KpiAnswersTest {

    private static final List<analysisplatform.config.Kpi> KPIS =
            EnvironmentLoader.load(
                            Path.of(System.getProperty("platform.root"), "environments", "local"))
                    .kpis();
    private static final List<String> LATEST =
            List.of(
                    "kpi",
                    "day",
                    "dimension",
                    "value",
                    "previous_value",
                    "suppressed",
                    "stale",
                    "snapshot_time");
    private static final List<String> HISTORY =
            List.of("kpi", "day", "dimension", "value", "suppressed", "definition");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String TIME = "2026-11-20 18:05:00.000";

    @Test
    void everyKpiOfTheFileIsThereInItsOrderAlsoWithoutAnyRow() {
        List<Kpi> kpis = kpis(List.of(), List.of());

        assertThat(kpis)
                .extracting(Kpi::id)
                .containsExactlyElementsOf(
                        KPIS.stream().map(analysisplatform.config.Kpi::id).toList());
        assertThat(kpis).allMatch(kpi -> kpi.latest().isEmpty() && kpi.history().isEmpty());
    }

    @Test
    void groupsAndWhatIsTooSmallAreTold() {
        Kpi kpi =
                kpi(
                        "learners_per_prefecture",
                        List.of(
                                row(
                                        "learners_per_prefecture",
                                        "2026-11-21",
                                        "東京都",
                                        "120.0",
                                        "118.0",
                                        "false",
                                        "false",
                                        TIME),
                                row(
                                        "learners_per_prefecture",
                                        "2026-11-21",
                                        "",
                                        null,
                                        null,
                                        "true",
                                        "false",
                                        TIME)),
                        List.of());

        assertThat(kpi.latest())
                .containsExactly(
                        new Latest(
                                DAY, "東京都", OptionalDouble.of(120), OptionalDouble.of(118), false),
                        new Latest(DAY, "", OptionalDouble.empty(), OptionalDouble.empty(), true));
        assertThat(kpi.look().dimension())
                .get()
                .extracting(text -> text.en())
                .isEqualTo("Prefecture");
        assertThat(kpi.snapshotTime()).contains(Instant.parse("2026-11-20T18:05:00Z"));
    }

    @Test
    void aKpiThatWasNeverComputedIsStaleAndHasNoValue() {
        Kpi kpi =
                kpi(
                        "churn_rate",
                        List.of(row("churn_rate", null, "", null, null, "false", "true", null)),
                        List.of());

        assertThat(kpi.stale()).isTrue();
        assertThat(kpi.latest()).isEmpty();
        assertThat(kpi.snapshotTime()).isEmpty();
        assertThat(kpi.goal().above()).hasValue(30);
    }

    @Test
    void theDayIsToldFromWhichOnADefinitionHolds() {
        Kpi kpi =
                kpi(
                        "churn_rate",
                        List.of(),
                        List.of(
                                row("churn_rate", "2026-11-19", "", "4.0", "false", "aaaa"),
                                row("churn_rate", "2026-11-20", "", "5.0", "false", "bbbb"),
                                row("churn_rate", "2026-11-21", "", "6.0", "false", "bbbb")));

        assertThat(kpi.redefined()).contains(LocalDate.of(2026, 11, 20));
        assertThat(kpi.history())
                .hasSize(3)
                .contains(new Point(DAY, "", OptionalDouble.of(6), false));
    }

    /** Twelve groups, each with a long name, every night, as far back as anything is shown. */
    @Test
    void aScreenWithAFullPastStillShowsAtMostAHundredKilobytes() {
        long bytes = 0;
        for (analysisplatform.config.Kpi kpi : KPIS) {
            boolean grouped = kpi.query().dimension().isPresent();
            String row =
                    kpi.id()
                            + ",2026-11-21,"
                            + (grouped ? "プログラミング" : "")
                            + ",123456.789,false,0123abcd\n";
            int length = row.getBytes(StandardCharsets.UTF_8).length;
            bytes += (long) length * (grouped ? 12 : 1) * ScreenQueries.days(kpi);
        }

        assertThat(bytes).isBetween(10_000L, 100L * 1024);
    }

    private static Kpi kpi(String id, List<List<String>> latest, List<List<String>> history) {
        return kpis(latest, history).stream()
                .filter(kpi -> kpi.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Kpi> kpis(List<List<String>> latest, List<List<String>> history) {
        return KpiReport.kpis(
                KPIS,
                new Analyst.Answer(LATEST, latest, 0),
                new Analyst.Answer(HISTORY, history, 0));
    }

    private static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }
}
