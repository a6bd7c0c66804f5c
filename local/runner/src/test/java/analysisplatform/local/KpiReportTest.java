package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.report.Browser;
import analysisplatform.report.Kpi;
import analysisplatform.report.Report;
import analysisplatform.report.ReportPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that ends the local run, made of a published night as analysts see it. */
@OnTheStandIn
class KpiReportTest {

    private final DeployedPlatform platform;

    KpiReportTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somethingIsPublished() {
        platform.publishedBefore();
        if (!platform.kpis("SELECT kpi FROM kpi_latest WHERE stale").rows().isEmpty()) {
            platform.healthyNight();
        }
    }

    @Test
    void thePageShowsEveryKpiWithItsValueInABrowserWithoutANetwork() throws Exception {
        Path folder = platform.folder("report");
        Path file = folder.resolve("report.html");
        Files.writeString(file, ReportPage.html(report()));

        String page = Files.readString(file);
        Optional<Browser> browser = Browser.found(folder);
        if (browser.isPresent()) {
            Browser.Opened opened = browser.get().open(file, 1280);
            assertThat(opened.console()).isEmpty();
            assertThat(opened.dom())
                    .contains("data-drawn=\"true\"", "data-fits=\"true\"")
                    .doesNotContain("data-drawn=\"false\"");
            page = opened.dom();
        } else {
            System.out.println("SKIPPED: the report of a night in a browser; none is on the PATH.");
        }

        for (analysisplatform.config.Kpi kpi : platform.environment.kpis()) {
            assertThat(page).contains("data-kpi=\"" + kpi.id() + "\"", kpi.title().ja());
        }
        for (Map<String, String> row :
                platform.kpis("SELECT value FROM kpi_latest WHERE chart = 'number'").named()) {
            assertThat(page).contains("value=\"" + Double.parseDouble(row.get("value")) + "\"");
        }
    }

    @Test
    void everyKpiHasItsPast() {
        List<Kpi> kpis = report().kpis();

        assertThat(kpis)
                .allSatisfy(
                        kpi -> {
                            assertThat(kpi.history()).as(kpi.id()).isNotEmpty();
                            assertThat(kpi.stale()).as(kpi.id()).isFalse();
                        });
        assertThat(kpis)
                .as("a chart with a year behind it, and no point that is too small to show")
                .filteredOn(kpi -> kpi.id().equals("sign_ups"))
                .singleElement()
                .satisfies(
                        kpi ->
                                assertThat(kpi.history())
                                        .hasSizeGreaterThan(10)
                                        .noneMatch(Kpi.Point::suppressed));
    }

    @Test
    void everyTableTellsTheTimeOfItsSnapshotAndItsMasks() {
        Instant snapshot =
                platform.record("snapshotArn").flatMap(platform.snapshots::time).orElseThrow();

        Report report = report();

        assertThat(report.tables())
                .hasSameSizeAs(platform.source.tables())
                .allSatisfy(table -> assertThat(table.snapshotTime()).contains(snapshot));
        assertThat(report.kpis())
                .allSatisfy(kpi -> assertThat(kpi.snapshotTime()).contains(snapshot));
        assertThat(report.masks()).hasSameSizeAs(platform.source.tables());
        assertThat(report.masks().get(0).columns())
                .filteredOn(column -> column.column().equals("email"))
                .singleElement()
                .satisfies(
                        column -> {
                            assertThat(column.published()).isTrue();
                            assertThat(column.meaning().en())
                                    .isEqualTo(
                                            "a keyed pseudonym of the whole address; the domain is kept where many share it (at least 10 people)");
                        });
        assertThat(report.masks().get(0).columns())
                .filteredOn(column -> !column.published())
                .extracting(column -> column.column())
                .contains("name", "phone", "address");
    }

    private Report report() {
        return new KpiReport(platform.environment, platform.clients)
                .at(Instant.now().plus(Duration.ofHours(1)));
    }
}
