package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nights that end well. */
@OnTheStandIn
class NightlyRunTest {

    private final DeployedPlatform platform;

    NightlyRunTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somethingIsPublished() {
        platform.publishedBefore();
    }

    @Test
    void aNewSnapshotReplacesWhatAnalystsSeeAndLeavesNothingRawBehind() {
        Night night = platform.nights.published();

        night.assertPublished();
        assertThat(night.after().runsShown().keySet())
                .containsExactlyInAnyOrderElementsOf(published());
        night.assertNothingRawAndNoLockIsLeft();
        assertThat(night.mails()).isEmpty();
    }

    @Test
    void theRunBeforeIsKeptForARollBackAndOlderOnesGo() {
        Night night = platform.nights.published();
        String second = night.before().run();
        String third = night.after().run();
        List<String> older = new ArrayList<>(night.before().store().maskedRuns());
        older.remove(second);

        assertThat(older).hasSize(1);
        assertThat(night.after().store().maskedRuns()).containsExactlyInAnyOrder(second, third);
        assertThat(night.after().store().maskedTables())
                .noneMatch(table -> table.endsWith(older.get(0)))
                .anyMatch(table -> table.endsWith(second))
                .anyMatch(table -> table.endsWith(third));
    }

    @Test
    void everyFileOfThePublishedAndOfTheKeptRunIsOpenToAnalysts() {
        Look.Store store = platform.nights.published().after().store();

        assertThat(store.openRuns())
                .contains(platform.nights.published().after().run())
                .containsExactlyInAnyOrderElementsOf(store.maskedRuns());
    }

    @Test
    void theSameSnapshotASecondTimeChangesNothing() {
        Night again = platform.nights.repeated();

        assertThat(again.outcome().lastState()).isEqualTo("Already published");
        assertThat(again.after().run()).isEqualTo(again.before().run());
        assertThat(again.after().content()).isEqualTo(again.before().content());
        again.assertNothingRawAndNoLockIsLeft();
    }

    @Test
    void pseudonymsStayTheSameFromNightToNight() {
        Night night = platform.nights.published();

        assertThat(night.after().content().get("users"))
                .isEqualTo(night.before().content().get("users"))
                .isNotEmpty();
    }

    @Test
    void analystsSeeNoColumnThatThePolicyDrops() {
        Analyst.Answer answer = platform.analyst().ask("SELECT * FROM users LIMIT 1");

        assertThat(answer.columns())
                .contains("id", "email", "plan")
                .doesNotContain("name", "name_kana", "phone", "address", "password_digest");
    }

    @Test
    void anEmptyTableIsPublishedEmptyWithItsColumns() {
        Analyst.Answer answer = platform.analyst().ask("SELECT * FROM audit_logs");

        assertThat(answer.columns()).contains("user_id", "action");
        assertThat(answer.rows()).isEmpty();
    }

    @Test
    void aBusyServiceIsAskedAgain() {
        Night night = platform.nights.disturbed().night();

        night.assertPublished();
    }

    @Test
    void aSecondExecutionLeavesTheFirstAlone() {
        SharedNights.Disturbed disturbed = platform.nights.disturbed();

        assertThat(disturbed.second().lastState()).isEqualTo("Another run is in progress");
        disturbed.night().assertPublished();
    }

    @Test
    void theLockOfAnExecutionThatRunsNoMoreIsTakenOver() {
        Night night = platform.nights.disturbed().night();

        night.assertPublished();
        assertThat(night.states()).contains("Take the lock over");
        assertThat(night.after().locked()).isFalse();
    }

    @Test
    void aLockThatVanishesBetweenTwoLooksIsTaken() {
        platform.standIn
                .control()
                .breakWith(
                        Faults.refused(
                                "dynamodb", "put_item", "ConditionalCheckFailedException", 1));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.steps())
                .extracting(NightlyRun.Step::state)
                .startsWith("Take the lock", "Read the lock", "Take the lock");
        assertThat(outcome.succeeded()).as(outcome.cause()).isTrue();
        assertThat(outcome.lastState()).isNotEqualTo("Another run is in progress");
        assertThat(platform.isLocked()).isFalse();
    }

    @Test
    void aViewWhoseTableLeftThePolicyIsRetired() {
        Night night = platform.nights.disturbed().night();

        night.assertPublished();
        assertThat(night.after().runsShown().keySet())
                .containsExactlyInAnyOrderElementsOf(published());
    }

    @Test
    void anExecutionAbortedWhileViewsSwitchIsHealedByTheNextOne() {
        String before = platform.publishedRun().orElseThrow();
        platform.takeSnapshot();
        platform.standIn.control().breakWith(heldSwitchOf("subscriptions"));
        String aborted = platform.machine().start();
        Eventually.await(
                "a view has switched", () -> !before.equals(platform.runsShown().get("posts")));

        platform.outsider().aborts(aborted);
        Map<String, String> mixed = platform.runsShown();
        platform.standIn.control().clearFaults();
        NightlyRun.Outcome healed = platform.night();

        assertThat(mixed).containsEntry("subscriptions", before);
        assertThat(mixed.get("posts")).isNotEqualTo(before);
        assertThat(platform.alerts().awaitedMailsAbout(aborted)).hasSize(1);
        assertThat(healed.lastState()).as(healed.cause()).isEqualTo("Published");
        assertThat(platform.runsShown().values())
                .containsOnly(platform.publishedRun().orElseThrow())
                .doesNotContain(before);
        assertThat(platform.rawFiles()).isEmpty();
        assertThat(platform.isLocked()).isFalse();
    }

    private Map<String, ?> heldSwitchOf(String view) {
        String published = platform.names.publishedDatabase(platform.source);
        return Map.of(
                "athena",
                Map.of(
                        "contains",
                        "VIEW \"%s\".\"%s\"".formatted(published, view),
                        "status",
                        "RUNNING"));
    }

    private List<String> published() {
        return platform.source.sourceTables().stream().map(table -> table.publishedName()).toList();
    }
}
