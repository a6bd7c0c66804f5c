package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.local.WorkingStates.WorkingState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Nights in which every call is made twice: because the first was refused, or because its answer
 * never came and what it did is done already.
 */
@OnTheStandIn
class RepeatedCallsTest {

    private static final String TAKE_THE_LOCK = "Take the lock";

    private final DeployedPlatform platform;

    RepeatedCallsTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @Test
    void everyStateThatIsRefusedOnceIsTriedAgainAndTheNightPublishes() {
        SharedNights.Repeated refused = platform.nights.refused();

        assertPublishedAsEver(refused.night());
        assertMetOnce(refused.met(), entered(refused.night()));
    }

    @Test
    void everyStateWhoseAnswerIsLostMayBeRepeatedAndTheNightIsTheSame() {
        SharedNights.Repeated unheard = platform.nights.unheard();

        Set<String> answered = entered(unheard.night());
        // Another execution has the lock, so the first call does nothing that could go unheard.
        answered.remove(TAKE_THE_LOCK);

        assertPublishedAsEver(unheard.night());
        assertMetOnce(unheard.met(), answered);
    }

    @Test
    void aLockWhoseTakingWasNotHeardOfIsHeldAndGivenBack() {
        platform.publishedBefore();
        WorkingState take =
                platform.workingStates().tasks().stream()
                        .filter(state -> state.name().equals(TAKE_THE_LOCK))
                        .findFirst()
                        .orElseThrow();
        platform.standIn
                .control()
                .breakWith(Faults.states(List.of(Faults.after(take.name(), take.passingError()))));

        NightlyRun.Outcome outcome = platform.rollBackTo(DeployedPlatform.NEVER_RUN);

        assertThat(platform.standIn.control().metStateFaults()).containsOnlyKeys(TAKE_THE_LOCK);
        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("RunNotKept");
        assertThat(platform.isLocked()).isFalse();
    }

    @Test
    void aKpiWhoseAnswerIsLostStandsInTheHistoryOnce() {
        platform.nights.unheard();

        assertThat(
                        platform.kpis(
                                        "SELECT kpi, day, dimension FROM history GROUP BY kpi, day, dimension, run, computed_at HAVING count(*) > 1")
                                .rows())
                .isEmpty();
    }

    @Test
    void aRunThatWasRetiredWithoutAnAnswerLeavesNoTableBehind() {
        Night night = platform.nights.unheard().night();
        Set<String> kept = Set.of(night.before().run(), night.after().run());

        assertThat(night.before().store().maskedRuns()).hasSize(2);
        assertThat(night.after().store().maskedRuns()).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(night.after().store().maskedTables())
                .allMatch(table -> kept.stream().anyMatch(table::endsWith));
    }

    private static void assertPublishedAsEver(Night night) {
        night.assertPublished();
        assertThat(night.mails()).isEmpty();
        assertThat(night.after().content()).isEqualTo(night.before().content());
        assertThat(night.after().runsShown().values()).containsOnly(night.after().run());
        assertThat(night.after().runsShown()).doesNotContainKey("left_the_policy");
        assertThat(night.after().evidence().data().path("verdict").asText()).isEqualTo("PROVEN");
        assertThat(night.after().evidence().reports())
                .isEqualTo(night.before().evidence().reports() + 1);
        night.assertNothingRawAndNoLockIsLeft();
    }

    private Set<String> entered(Night night) {
        Set<String> tasks =
                platform.workingStates().tasks().stream()
                        .map(WorkingState::name)
                        .collect(Collectors.toSet());
        Set<String> entered = new TreeSet<>(night.states());
        entered.retainAll(tasks);
        return entered;
    }

    private static void assertMetOnce(Map<String, Integer> met, Set<String> states) {
        assertThat(met.keySet()).isEqualTo(states);
        assertThat(met.values()).containsOnly(1);
        assertThat(states)
                .containsAll(
                        List.of(
                                "Take the lock over",
                                "Start the crawler",
                                "Remember what was reported",
                                "Mask a table",
                                "Publish a view",
                                "Retire the view",
                                "Remove the tables of one run",
                                "Tell of the recovery",
                                "Store the KPIs",
                                "Release the lock"));
    }
}
