package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
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
        int before = platform.alerts().signsOfLife();
        platform.takeSnapshot();

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Published");
        assertThat(platform.alerts().signsOfLife()).isEqualTo(before + 1);
        assertThat(platform.alerts().isSilenceTold()).isTrue();
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
        platform.ageAllSnapshotsBy(Duration.ofDays(3));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.succeeded()).isFalse();
        assertThat(platform.alerts().signsOfLife()).isEqualTo(before);
    }

    @Test
    void theSameSnapshotASecondTimeGivesNoSignOfLife() {
        platform.takeSnapshot();
        platform.night();
        int before = platform.alerts().signsOfLife();

        NightlyRun.Outcome again = platform.night();

        assertThat(again.lastState()).isEqualTo("Already published");
        assertThat(platform.alerts().signsOfLife()).isEqualTo(before);
    }

    @Test
    void theFirstPublicationAfterAFailureIsToldOnce() {
        platform.takeSnapshot();
        platform.standIn.control().breakWith(Map.of("crawler", "FAILED: no access"));
        platform.night();
        platform.standIn.control().clearFaults();
        int before = platform.alerts().mailsWith("of source learning is published").size();

        platform.night();
        platform.takeSnapshot();
        platform.night();

        assertThat(platform.alerts().mailsWith("of source learning is published"))
                .hasSize(before + 1)
                .last()
                .asString()
                .contains("The execution before ended as FAILED", "\\\"source\\\":\\\"custom\\\"");
    }

    @Test
    void aPublicationIsSummedUpInOneLine() {
        platform.takeSnapshot();
        platform.night();
        String run = platform.publishedRun().orElseThrow();
        int rows = platform.views().stream().mapToInt(view -> platform.content(view).size()).sum();

        assertThat(platform.alerts().mailsWith("run " + run + ", about"))
                .singleElement()
                .asString()
                .containsPattern(
                        "Source learning: %d rows in 4 tables, data of 20\\S+Z, run %s, about \\d+ JPY for the night\\."
                                .formatted(rows, run));
    }

    @Test
    void aSignOfLifeThatCannotBeGivenFailsTheRunAndLeavesThePublication() {
        String before = platform.publishedRun().orElseThrow();
        platform.takeSnapshot();
        platform.standIn.control().breakWith(Faults.afterThePublication());

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.cause()).startsWith("Give a sign of life: ");
        assertThat(platform.publishedRun()).isPresent().get().isNotEqualTo(before);
        assertThat(platform.rawFiles()).isEmpty();
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
}
