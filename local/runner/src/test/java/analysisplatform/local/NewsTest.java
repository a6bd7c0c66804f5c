package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people hear of nights: signs of life, recoveries, and one line about each publication. */
@OnTheStandIn
class NewsTest {

    private final DeployedPlatform platform;

    NewsTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somethingIsPublished() {
        platform.publishedBefore();
    }

    @Test
    void aPublicationGivesASignOfLifeAndArmsTheAlarm() {
        Night night = platform.nights.published();

        night.assertPublished();
        assertThat(night.after().signsOfLife()).isEqualTo(night.before().signsOfLife() + 1);
        assertThat(night.after().silenceTold()).isTrue();
    }

    @Test
    void aDeploymentDoesNotDisarmTheAlarm() {
        platform.deployment.apply(stack -> {});

        assertThat(platform.alerts().isSilenceTold()).isTrue();
    }

    @Test
    void aNightThatFailsGivesNoSignOfLife() {
        int before = platform.alerts().signsOfLife();
        platform.takeSnapshot();
        platform.snapshots.ageAllBy(Duration.ofDays(3));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.succeeded()).isFalse();
        assertThat(platform.alerts().signsOfLife()).isEqualTo(before);
    }

    @Test
    void theSameSnapshotASecondTimeGivesNoSignOfLife() {
        Night again = platform.nights.repeated();

        assertThat(again.outcome().lastState()).isEqualTo("Already published");
        assertThat(again.after().signsOfLife()).isEqualTo(again.before().signsOfLife());
    }

    @Test
    void theFirstPublicationAfterAFailureIsToldOnce() {
        Night first = platform.nights.recovered();
        Night other = platform.nights.published();

        assertThat(recoveries(first.after()))
                .hasSize(recoveries(first.before()).size() + 1)
                .last()
                .asString()
                .contains("The execution before ended as FAILED", "\\\"source\\\":\\\"custom\\\"");
        assertThat(recoveries(other.after())).isEqualTo(recoveries(other.before()));
    }

    @Test
    void aPublicationIsSummedUpInOneLine() {
        Look after = platform.nights.published().after();
        String run = after.run();
        int rows = after.content().values().stream().mapToInt(List::size).sum();

        assertThat(after.mailsWith("run " + run + ", about"))
                .singleElement()
                .asString()
                .containsPattern(
                        "Source learning: %d rows in 4 tables, data of 20\\S+Z, run %s, about \\d+ JPY for the night\\."
                                .formatted(rows, run));
    }

    @Test
    void aSignOfLifeThatCannotBeGivenFailsTheRunAndLeavesThePublication() {
        Night night = platform.nights.withoutSignOfLife();

        assertThat(night.outcome().cause()).startsWith("Give a sign of life: ");
        assertThat(night.after().run()).isNotEqualTo(night.before().run());
        assertThat(night.after().store().rawFiles()).isEmpty();
    }

    @Test
    void aStoppedNightIsMailedWithoutErrorAndCause() {
        platform.takeSnapshot();
        String execution = platform.machine().start();
        platform.clients.stepFunctions().stopExecution(r -> r.executionArn(execution));

        NightlyRun.Outcome outcome = platform.machine().await(execution);

        assertThat(platform.alerts().awaitedMailsAbout(execution))
                .singleElement()
                .asString()
                .contains("source learning was stopped", "ABORTED", "run-stopped.md")
                .doesNotContain("null");
        assertThat(outcome.error()).isEmpty();
    }

    private static List<String> recoveries(Look look) {
        return look.mailsWith("of source learning is published");
    }
}
