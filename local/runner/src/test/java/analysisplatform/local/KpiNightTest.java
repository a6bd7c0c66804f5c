package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import analysisplatform.config.Kpi;
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
        platform.takeSnapshot();

        NightlyRun.Outcome night = platform.night();
        assertThat(platform.alerts().mailsAbout(night.executionArn()))
                .as(platform.failedQueries().toString())
                .isEmpty();
        List<List<String>> latest = platform.kpis(LATEST).rows();
        String history = "SELECT kpi, day, dimension, value FROM kpi_history ORDER BY 1, 2, 3";
        List<List<String>> once = platform.kpis(history).rows();
        long stored = stored();
        NightlyRun.Outcome again = platform.night();

        assertThat(night.lastState()).as(night.cause()).isEqualTo("Published");
        assertThat(night.steps())
                .extracting(NightlyRun.Step::state)
                .contains("Store the KPIs")
                .doesNotContain("Report the KPIs");
        assertThat(latest).extracting(row -> row.get(0)).containsExactlyElementsOf(ids());
        assertThat(latest)
                .as("the newest week of sign-ups is a small group")
                .extracting(row -> row.get(1) == null, row -> row.get(3))
                .containsExactly(tuple(false, "false"), tuple(true, "true"), tuple(false, "false"));
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
        platform.standIn.control().breakWith(Faults.query("__kpi__sign_ups\"\nWITH"));

        NightlyRun.Outcome night = platform.night();

        assertThat(night.lastState()).as(night.cause()).isEqualTo("Published");
        assertThat(platform.alerts().mailsAbout(night.executionArn()))
                .as(platform.failedQueries().toString())
                .singleElement()
                .asString()
                .contains(
                        "KpiFailed",
                        "KPI sign_ups could not be computed",
                        "docs/operations/run-failed.md")
                .doesNotContain("monthly_revenue", "broken disk");
        assertThat(platform.kpis("SELECT kpi FROM kpi_latest WHERE stale").rows())
                .containsExactly(List.of("sign_ups"));
        assertThat(platform.isLocked()).isFalse();

        platform.standIn.control().clearFaults();
        NightlyRun.Outcome again = platform.night();

        assertThat(again.lastState()).as(again.cause()).isEqualTo("Already published");
        assertThat(platform.kpis("SELECT kpi FROM kpi_latest WHERE stale").rows()).isEmpty();
    }

    @Test
    void aHistoryThatCannotBeWrittenIsReportedAndTheNightStands() {
        platform.takeSnapshot();
        platform.standIn.control().breakWith(Faults.query("__kpi_history\""));

        NightlyRun.Outcome night = platform.night();

        assertThat(night.lastState()).as(night.cause()).isEqualTo("Published");
        assertThat(platform.alerts().mailsAbout(night.executionArn()))
                .singleElement()
                .asString()
                .contains("KpisNotStored");
    }

    private long stored() {
        return Long.parseLong(platform.kpis("SELECT count(*) FROM history").rows().get(0).get(0));
    }

    private List<String> ids() {
        return platform.environment.kpis().stream().map(Kpi::id).toList();
    }
}
