package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

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
        String before = platform.publishedRun().orElseThrow();
        platform.takeSnapshot();

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Published");
        assertThat(platform.publishedRun()).isPresent().get().isNotEqualTo(before);
        assertThat(platform.views()).containsExactlyInAnyOrderElementsOf(published());
        assertThat(platform.rawFiles()).isEmpty();
        assertThat(platform.rawTables()).isEmpty();
        assertThat(platform.isLocked()).isFalse();
        assertThat(platform.alerts().mailsAbout(outcome.executionArn())).isEmpty();
    }

    @Test
    void theRunBeforeIsKeptForARollBackAndOlderOnesGo() {
        String first = platform.publishedRun().orElseThrow();
        platform.takeSnapshot();
        platform.night();
        String second = platform.publishedRun().orElseThrow();
        platform.takeSnapshot();
        platform.night();
        String third = platform.publishedRun().orElseThrow();

        assertThat(platform.maskedRuns()).containsExactlyInAnyOrder(second, third);
        assertThat(platform.maskedTables())
                .noneMatch(table -> table.endsWith(first))
                .anyMatch(table -> table.endsWith(second))
                .anyMatch(table -> table.endsWith(third));
    }

    @Test
    void theSameSnapshotASecondTimeChangesNothing() {
        platform.takeSnapshot();
        platform.night();
        String published = platform.publishedRun().orElseThrow();
        List<String> content = platform.content("users");

        NightlyRun.Outcome again = platform.night();

        assertThat(again.lastState()).isEqualTo("Already published");
        assertThat(platform.publishedRun()).contains(published);
        assertThat(platform.content("users")).isEqualTo(content);
        assertThat(platform.rawFiles()).isEmpty();
        assertThat(platform.isLocked()).isFalse();
    }

    @Test
    void pseudonymsStayTheSameFromNightToNight() {
        List<String> before = platform.content("users");
        platform.takeSnapshot();

        platform.night();

        assertThat(platform.content("users")).isEqualTo(before).isNotEmpty();
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
        platform.takeSnapshot();
        platform.standIn
                .control()
                .breakWith(
                        Map.of(
                                "sdk",
                                Map.of(
                                        "service", "glue",
                                        "action", "start_crawler",
                                        "error", "ThrottlingException",
                                        "times", 2)));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Published");
    }

    @Test
    void aSecondExecutionLeavesTheFirstAlone() {
        platform.takeSnapshot();
        String first = platform.machine().start();

        NightlyRun.Outcome second = platform.night();
        NightlyRun.Outcome ended = platform.machine().await(first);

        assertThat(second.lastState()).isEqualTo("Another run is in progress");
        assertThat(ended.lastState()).as(ended.cause()).isEqualTo("Published");
    }

    @Test
    void theLockOfAnExecutionThatRunsNoMoreIsTakenOver() {
        platform.takeSnapshot();
        String ended = platform.night().executionArn();
        platform.lockFor(ended);
        platform.takeSnapshot();

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Published");
        assertThat(outcome.steps())
                .extracting(NightlyRun.Step::state)
                .contains("Take the lock over");
        assertThat(platform.isLocked()).isFalse();
    }

    @Test
    void aLockThatVanishesBetweenTwoLooksIsTaken() {
        platform.standIn
                .control()
                .breakWith(
                        Map.of(
                                "sdk",
                                Map.of(
                                        "service", "dynamodb",
                                        "action", "put_item",
                                        "error", "ConditionalCheckFailedException",
                                        "times", 1)));

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
        platform.addViewWithoutPolicy("left_the_policy");
        platform.takeSnapshot();

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Published");
        assertThat(platform.views()).containsExactlyInAnyOrderElementsOf(published());
    }

    @Test
    void anExecutionAbortedWhileViewsSwitchIsHealedByTheNextOne() {
        String before = platform.publishedRun().orElseThrow();
        platform.takeSnapshot();
        platform.standIn.control().breakWith(heldSwitchOf("subscriptions"));
        String aborted = platform.machine().start();
        Eventually.await(
                "a view has switched", () -> !before.equals(platform.runsShown().get("posts")));

        platform.abort(aborted);
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
