package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nights that fail: each ends with a mail that names the step and the cause, with yesterday's data
 * standing and nothing raw left behind.
 */
@OnTheStandIn
class FailedNightTest {

    private final DeployedPlatform platform;
    private Yesterday yesterday;

    FailedNightTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somethingIsPublished() {
        yesterday = Yesterday.of(platform);
    }

    @Test
    void aSnapshotThatIsTooOldIsRefused() {
        platform.takeSnapshot();
        platform.snapshots.ageAllBy(Duration.ofDays(3));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).isEqualTo("analysisplatform.export.SnapshotTooOld");
        assertThat(outcome.cause()).startsWith("Start the export: ").contains("26");
        assertYesterdayStands(outcome);
    }

    @Test
    void anExportThatFailsIsReportedWithItsCause() {
        platform.takeSnapshot();
        broken(Map.of("export", "FAILED: the role cannot be assumed"));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).isEqualTo("analysisplatform.export.ExportFailed");
        assertThat(outcome.cause())
                .startsWith("Look at the export: ")
                .contains("the role cannot be assumed");
        assertYesterdayStands(outcome);
    }

    @Test
    void anExportThatSomebodyCancelsIsReported() {
        platform.takeSnapshot();
        broken(Map.of("export", "CANCELED"));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).isEqualTo("analysisplatform.export.ExportCanceled");
        assertYesterdayStands(outcome);
    }

    @Test
    void aTableThatTheExportSkippedIsNamed() {
        platform.takeSnapshot();
        broken(Map.of("exportSkipTable", "learning.posts"));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).isEqualTo("analysisplatform.export.ExportIncomplete");
        assertThat(outcome.cause()).contains("lacks 1 of 4 wanted tables: posts");
        assertYesterdayStands(outcome);
    }

    @Test
    void aCrawlThatFailsIsReportedWithItsMessage() {
        platform.takeSnapshot();
        broken(Map.of("crawler", "FAILED: no access to the bucket"));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).isEqualTo("CrawlFailed");
        assertThat(outcome.cause()).contains("no access to the bucket");
        assertYesterdayStands(outcome);
    }

    @Test
    void aCrawlThatDoesNotEndIsGivenUp() {
        platform.takeSnapshot();
        broken(Map.of("crawler", "RUNNING"));

        NightlyRun.Outcome outcome = platform.night();
        platform.standIn.control().clearFaults();
        platform.awaitCrawler();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("CrawlTimedOut");
        assertThat(outcome.cause()).contains("still running after 1 minutes");
        assertYesterdayStands(outcome);
    }

    @Test
    void anExportThatDoesNotEndIsGivenUpAndAdoptedByTheNextRun() {
        platform.takeSnapshot();
        broken(Map.of("export", "IN_PROGRESS"));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("ExportTimedOut");
        assertThat(outcome.cause()).contains("not complete after 1 minutes");
        assertYesterdayStands(outcome);

        platform.standIn.control().clearFaults();
        NightlyRun.Outcome again = platform.night();

        assertThat(again.lastState()).as(again.cause()).isEqualTo("Published");
    }

    @Test
    void aMaskThatFailsNamesItsTable() {
        platform.takeSnapshot();
        broken(Faults.query("/posts/'"));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).isEqualTo("MaskFailed");
        assertThat(outcome.cause())
                .startsWith("Mask: ")
                .contains("Table posts could not be masked");
        assertYesterdayStands(outcome);
    }

    @Test
    void rawDataThatChangesDuringTheNightIsNotPublished() {
        platform.takeSnapshot();

        NightlyRun.Outcome outcome =
                platform.machine()
                        .run(
                                step -> {
                                    if (step.state().equals("Mask")) {
                                        platform.outsider().addsRawFileToTheEmptyTable();
                                    }
                                });

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("RawDataChanged");
        assertYesterdayStands(outcome);
    }

    @Test
    void aViewThatCannotBeSwitchedTakesAllOthersBack() {
        Instant snapshot = platform.takeSnapshot();
        broken(Faults.query(Faults.switchOf("subscriptions", platform, snapshot)));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).isEqualTo("PublishFailed");
        assertThat(outcome.cause()).contains("View subscriptions could not be switched");
        assertYesterdayStands(outcome);
    }

    @Test
    void viewsThatCanGoNeitherOnNorBackAreReportedAndHealedByTheNextRun() {
        platform.takeSnapshot();
        broken(
                Faults.query(
                        "\"%s\".\"subscriptions\""
                                .formatted(platform.names.publishedDatabase(platform.source))));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("ViewsMixed");
        assertThat(outcome.cause()).contains("start the execution again");
        assertThat(platform.alerts().awaitedMailsAbout(outcome.executionArn())).hasSize(1);
        assertThat(platform.publishedRun()).contains(yesterday.run());
        assertThat(platform.content("posts")).isEqualTo(yesterday.content());
        assertThat(platform.maskedRuns())
                .as("a view may show the new run, so its files stay")
                .containsAll(yesterday.runs())
                .hasSize(yesterday.runs().size() + 1);
        assertThat(platform.rawFiles()).isEmpty();
        assertThat(platform.isLocked()).isFalse();

        platform.standIn.control().clearFaults();
        NightlyRun.Outcome again = platform.night();

        assertThat(again.lastState()).as(again.cause()).isEqualTo("Published");
        assertThat(platform.runsShown().values())
                .containsOnly(platform.publishedRun().orElseThrow());
    }

    @Test
    void aFailureAfterThePublicationLeavesTheNewDataStanding() {
        Night night = platform.nights.withoutSignOfLife();

        assertThat(night.outcome().cause()).startsWith("Give a sign of life: ");
        assertThat(night.after().run()).isNotEqualTo(night.before().run());
        assertThat(night.after().content().get("posts"))
                .isEqualTo(night.before().content().get("posts"));
        night.assertNothingRawAndNoLockIsLeft();
        assertThat(night.mails()).hasSize(1);
    }

    /** As after an execution that was stopped between its publication and that view. */
    @Test
    void aViewWithoutAPolicyThatDoesNotGoFailsAStartForThePublishedSnapshotUntilItGoes() {
        platform.outsider().addsViewWithoutPolicy("left_the_policy");
        broken(
                Faults.states(
                        List.of(Faults.before("Retire the view", "Glue.AccessDeniedException"))));

        Night night = Night.of(platform, platform::night);
        platform.standIn.control().clearFaults();
        NightlyRun.Outcome again = platform.night();

        assertThat(night.outcome().cause()).startsWith("Retire views without a policy: ");
        night.assertYesterdayStands();
        assertThat(night.after().evidence().reports())
                .as("the run was proven and reported in its own night")
                .isEqualTo(night.before().evidence().reports());
        assertThat(night.after().runsShown()).containsKey("left_the_policy");
        assertThat(again.lastState()).as(again.cause()).isEqualTo("Already published");
        assertThat(platform.views()).doesNotContain("left_the_policy");
    }

    @Test
    void theNightAfterAFailureExportsAgainAndPublishes() {
        platform.nights.recovered().assertPublished();
    }

    private void broken(Map<String, ?> fault) {
        platform.standIn.control().breakWith(fault);
    }

    private void assertYesterdayStands(NightlyRun.Outcome outcome) {
        yesterday.assertStandsAfter(outcome);
    }
}
