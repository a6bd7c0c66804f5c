package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import analysisplatform.alarms.Publications;
import analysisplatform.config.Kpi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * KPIs of whole nights: the real state machine, the real SQL, the table and views that Terraform
 * made.
 */
@OnTheStandIn
class KpiNightTest {

    private static final String LATEST =
            "SELECT kpi, value, stale, suppressed FROM kpi_latest ORDER BY position";

    private final DeployedPlatform platform;

    KpiNightTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somethingIsPublished() {
        platform.publishedBefore();
    }

    @Test
    void aNightComputesEveryKpiAndASecondTimeDoublesNothing() {
        Instant snapshot = platform.takeSnapshot();

        NightlyRun.Outcome night = platform.night();
        assertThat(platform.alerts().mailsAbout(night.executionArn()))
                .as(failedQueries().toString())
                .isEmpty();
        List<List<String>> latest = platform.kpis(LATEST).rows();
        String history = "SELECT kpi, day, dimension, value FROM kpi_history ORDER BY 1, 2, 3";
        List<List<String>> once = platform.kpis(history).rows();
        long stored = stored();
        PutMetrics metrics = PutMetrics.of(platform);
        NightlyRun.Outcome again = platform.night();

        assertThat(night.lastState()).as(night.cause()).isEqualTo("Published");
        assertThat(night.steps())
                .extracting(NightlyRun.Step::state)
                .contains("Store the KPIs")
                .doesNotContain("Report the KPIs");
        assertThat(latest).extracting(row -> row.get(0)).containsExactlyElementsOf(ids());
        assertThat(latest)
                .extracting(row -> row.get(1) == null, row -> row.get(3))
                .containsOnly(tuple(false, "false"));
        for (String kpi : List.of("active_learners", "monthly_revenue")) {
            assertThat(metrics.newest(kpi)).as(kpi).hasValue(value(latest, kpi));
        }
        assertThat(metrics.newest("sign_ups")).as("a month of the sample is no news").isEmpty();
        assertThat(metrics.times(Publications.SNAPSHOT)).contains(snapshot);
        assertThat(latest).extracting(row -> row.get(2)).containsOnly("false");
        assertThat(again.lastState()).as(again.cause()).isEqualTo("Already published");
        assertThat(platform.kpis(history).rows()).isEqualTo(once).isNotEmpty();
        assertThat(stored()).isGreaterThan(stored);
        assertThat(platform.alerts().mailsAbout(again.executionArn())).isEmpty();
        assertThat(platform.maskedTables()).noneMatch(table -> table.contains("__kpi"));
    }

    @Test
    void aKpiThatFailsIsReportedAndStaleWhileTheNightAndTheOthersStand() {
        platform.takeSnapshot();
        int learners = PutMetrics.of(platform).count("active_learners");
        int revenue = PutMetrics.of(platform).count("monthly_revenue");
        platform.standIn.control().breakWith(Faults.query("__kpi__active_learners\"\nWITH"));

        NightlyRun.Outcome night = platform.night();

        assertThat(night.lastState()).as(night.cause()).isEqualTo("Published");
        assertThat(platform.alerts().mailsAbout(night.executionArn()))
                .as(failedQueries().toString())
                .singleElement()
                .asString()
                .contains(
                        "KpiFailed",
                        "KPI active_learners could not be computed",
                        "docs/operations/run-failed.md")
                .doesNotContain("monthly_revenue", "broken disk");
        assertThat(platform.kpis("SELECT kpi FROM kpi_latest WHERE stale").rows())
                .containsExactly(List.of("active_learners"));
        assertThat(PutMetrics.of(platform).count("active_learners"))
                .as("an old value is not put as a new one")
                .isEqualTo(learners);
        assertThat(PutMetrics.of(platform).count("monthly_revenue")).isGreaterThan(revenue);
        assertThat(platform.isLocked()).isFalse();

        platform.standIn.control().clearFaults();
        NightlyRun.Outcome again = platform.night();

        assertThat(again.lastState()).as(again.cause()).isEqualTo("Already published");
        assertThat(platform.kpis("SELECT kpi FROM kpi_latest WHERE stale").rows()).isEmpty();
    }

    @Test
    void aHistoryThatCannotBeWrittenIsReportedAndTheNightStands() {
        Night night = platform.nights.disturbed().night();

        night.assertPublished();
        assertThat(night.mails()).singleElement().asString().contains("KpisNotStored");
    }

    private static double value(List<List<String>> latest, String kpi) {
        return latest.stream()
                .filter(row -> row.get(0).equals(kpi))
                .mapToDouble(row -> Double.parseDouble(row.get(1)))
                .findFirst()
                .orElseThrow();
    }

    private long stored() {
        return Long.parseLong(platform.kpis("SELECT count(*) FROM history").rows().get(0).get(0));
    }

    private List<String> ids() {
        return platform.environment.kpis().stream().map(Kpi::id).toList();
    }

    /** Why queries of the nightly run failed, newest first. */
    private List<String> failedQueries() {
        List<String> reasons = new ArrayList<>();
        for (String id :
                platform.clients
                        .athena()
                        .listQueryExecutions(r -> r.workGroup(platform.names.pipelineWorkgroup()))
                        .queryExecutionIds()) {
            var status =
                    platform.clients
                            .athena()
                            .getQueryExecution(r -> r.queryExecutionId(id))
                            .queryExecution()
                            .status();
            if (status.stateChangeReason() != null) {
                reasons.add(status.stateChangeReason());
            }
        }
        return reasons;
    }
}
