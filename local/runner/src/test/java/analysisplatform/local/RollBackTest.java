package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kept run is published again: at once, whole, and with the way back open. */
@OnTheStandIn
class RollBackTest {

    static final String OPENED = "Open the run to analysts";

    private final DeployedPlatform platform;
    private String older;
    private String newer;

    RollBackTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void twoRunsArePublished() {
        platform.twoRunsPublished();
        older = platform.record("previous").orElseThrow();
        newer = platform.publishedRun().orElseThrow();
    }

    @Test
    void theKeptRunIsPublishedWholeAndTheOtherIsKeptInstead() {
        List<String> runs = platform.maskedRuns();
        List<String> tables = platform.maskedTables();
        String snapshot = platform.record("previousSnapshotArn").orElseThrow();

        NightlyRun.Outcome outcome = platform.rollBackTo(older);

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Rolled back");
        assertThat(outcome.functionCalls()).as("it is opened").isEqualTo(1);
        assertThat(outcome.scannedBytes()).hasSize(4).containsOnly(0L);
        assertEverybodySees(older);
        assertThat(platform.record("previous")).contains(newer);
        assertThat(platform.record("snapshotArn")).contains(snapshot);
        assertThat(platform.maskedRuns()).containsExactlyInAnyOrderElementsOf(runs);
        assertThat(platform.maskedTables()).containsExactlyInAnyOrderElementsOf(tables);
        assertThat(platform.isLocked()).isFalse();
        assertThat(platform.alerts().mailsAbout(outcome.executionArn())).isEmpty();
    }

    @Test
    void theWayForwardIsTheSameCommand() {
        String snapshot = platform.record("snapshotArn").orElseThrow();
        platform.rollBackTo(older);

        NightlyRun.Outcome outcome = platform.rollBackTo(newer);

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Rolled back");
        assertEverybodySees(newer);
        assertThat(platform.record("previous")).contains(older);
        assertThat(platform.record("snapshotArn")).contains(snapshot);
    }

    @Test
    void aNightWithoutANewSnapshotPublishesTheKeptRunWithoutExportingItAgain() {
        platform.rollBackTo(older);

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Rolled back");
        assertThat(outcome.steps())
                .extracting(NightlyRun.Step::state)
                .doesNotContain("Look at the export", "Mask", "Clear the way for the masked files");
        assertEverybodySees(newer);
        assertThat(platform.record("previous")).contains(older);
        assertThat(platform.maskedRuns()).containsExactlyInAnyOrder(older, newer);
    }

    @Test
    void theNightAfterReplacesTheRunThatWasRolledBackFrom() {
        platform.rollBackTo(older);
        platform.takeSnapshot();

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Published");
        String newest = platform.publishedRun().orElseThrow();
        assertEverybodySees(newest);
        assertThat(platform.record("previous")).contains(older);
        assertThat(platform.maskedRuns()).containsExactlyInAnyOrder(older, newest);
    }

    @Test
    void aRunThatIsPublishedAlreadyChangesNothing() {
        NightlyRun.Outcome outcome = platform.rollBackTo(newer);

        assertThat(outcome.lastState()).isEqualTo("Already published");
        assertThat(outcome.functionCalls()).isZero();
        assertEverybodySees(newer);
        assertThat(platform.record("previous")).contains(older);
    }

    @Test
    void aRunThatIsNotKeptIsRefusedWithThoseThatArePossible() {
        NightlyRun.Outcome outcome = platform.rollBackTo(DeployedPlatform.NEVER_RUN);

        assertThat(outcome.error()).isEqualTo("RunNotKept");
        assertThat(outcome.cause()).contains(DeployedPlatform.NEVER_RUN, older, newer);
        assertEverybodySees(newer);
        assertThat(platform.record("previous")).contains(older);
        assertThat(platform.maskedRuns()).containsExactlyInAnyOrder(older, newer);
        assertThat(platform.isLocked()).isFalse();
        assertThat(platform.alerts().awaitedMailsAbout(outcome.executionArn())).hasSize(1);
    }

    @Test
    void somethingThatIsNoRunIsRefusedTheSameWay() {
        NightlyRun.Outcome outcome = platform.start("{\"runId\": {\"not\": [1]}}");

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("RunNotKept");
        assertThat(platform.isLocked()).isFalse();
    }

    @Test
    void aRunThatCannotBeOpenedToAnalystsIsNotPublished() {
        platform.maskedFiles().unmark(older);
        platform.standIn
                .control()
                .breakWith(
                        Faults.states(
                                List.of(
                                        Faults.before(
                                                OPENED, "analysisplatform.export.AccessRefused"))));

        NightlyRun.Outcome refused = platform.rollBackTo(older);

        assertThat(refused.error()).isEqualTo("analysisplatform.export.AccessRefused");
        assertThat(refused.cause()).startsWith(OPENED + ": ");
        assertEverybodySees(newer);
        assertThat(platform.maskedFiles().openedRuns()).containsExactly(newer);
        assertThat(platform.maskedRuns()).containsExactlyInAnyOrder(older, newer);
        assertThat(platform.isLocked()).isFalse();
        assertThat(platform.alerts().awaitedMailsAbout(refused.executionArn())).hasSize(1);
    }

    @Test
    void aKeptRunFromBeforeFilesWereMarkedIsOpenedByItsRollBack() {
        platform.maskedFiles().unmark(older);

        NightlyRun.Outcome outcome = platform.rollBackTo(older);

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Rolled back");
        assertThat(platform.maskedFiles().openRuns()).containsExactlyInAnyOrder(older, newer);
    }

    @Test
    void aRollBackThatFailsHalfWayLeavesEverythingAsItWas() {
        platform.standIn.control().breakWith(Faults.query("subscriptions__" + older));

        NightlyRun.Outcome outcome = platform.rollBackTo(older);

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("PublishFailed");
        assertEverybodySees(newer);
        assertThat(platform.record("previous")).contains(older);
        assertThat(platform.maskedRuns()).containsExactlyInAnyOrder(older, newer);
        assertThat(platform.isLocked()).isFalse();
    }

    @Test
    void afterAnyNumberOfFailedNightsTheWayBackIsStillOpen() {
        List<String> tables = platform.maskedTables();
        for (Map<String, ?> fault :
                List.of(
                        Map.of("export", "FAILED: the role cannot be assumed"),
                        Map.of("crawler", "FAILED: no access to the bucket"),
                        Faults.query("/posts/'"))) {
            platform.takeSnapshot();
            platform.standIn.control().clearFaults();
            platform.standIn.control().breakWith(fault);
            assertThat(platform.night().succeeded()).isFalse();
        }
        platform.standIn.control().clearFaults();

        assertEverybodySees(newer);
        assertThat(platform.maskedTables()).containsExactlyInAnyOrderElementsOf(tables);
        assertThat(platform.rollBackTo(older).lastState()).isEqualTo("Rolled back");
        assertEverybodySees(older);
        assertThat(platform.content("users")).isNotEmpty();
    }

    @Test
    void viewsThatAFailedNightLeftMixedGoBackBeforeTheNextOneRemovesAnything() {
        Instant snapshot = platform.takeSnapshot();
        String published = platform.names.publishedDatabase(platform.source);
        platform.standIn
                .control()
                .breakWith(
                        Map.of(
                                "athena",
                                List.of(
                                        Faults.statement(
                                                Faults.switchOf("posts", platform, snapshot)),
                                        Faults.statement("\"users__" + newer),
                                        Faults.statement(
                                                "DROP VIEW IF EXISTS \"%s\".\"users\""
                                                        .formatted(published)))));
        NightlyRun.Outcome mixed = platform.night();
        assertThat(mixed.error()).as(mixed.cause()).isEqualTo("ViewsMixed");
        assertThat(platform.runsShown().get("users")).isNotEqualTo(newer);
        platform.standIn.control().clearFaults();
        platform.standIn.control().breakWith(Map.of("crawler", "FAILED: no access to the bucket"));

        assertThat(platform.night().error()).isEqualTo("CrawlFailed");

        assertEverybodySees(newer);
        assertThat(platform.maskedRuns()).containsExactlyInAnyOrder(older, newer);
        assertThat(platform.record("publishing")).isEmpty();
    }

    private void assertEverybodySees(String run) {
        assertThat(platform.publishedRun()).contains(run);
        assertThat(platform.runsShown())
                .containsOnlyKeys("audit_logs", "posts", "subscriptions", "users")
                .containsValues(run)
                .allSatisfy((view, shown) -> assertThat(shown).as(view).isEqualTo(run));
    }
}
