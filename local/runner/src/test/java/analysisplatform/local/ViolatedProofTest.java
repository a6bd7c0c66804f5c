package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nights whose proof finds something, or cannot be run: nothing of them is published. */
@OnTheStandIn
class ViolatedProofTest {

    private final DeployedPlatform platform;

    ViolatedProofTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @Test
    void aProofThatFindsARawValueStopsTheNightAndShowsNoValue() {
        Night night = platform.nights.leaking();
        NightlyRun.Outcome outcome = night.outcome();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("ProofViolated");
        assertThat(outcome.cause())
                .startsWith("Prove: ")
                .contains(
                        "table users, column plan, check residue (values of subscriptions.customer_email, users.email): ")
                .contains("table users, column plan, check pattern_mail: ")
                .doesNotContain("@");
        night.assertYesterdayStands();
    }

    @Test
    void aRawValueInAnotherTableStopsTheNightToo() {
        Yesterday yesterday = Yesterday.of(platform);
        platform.takeSnapshot();
        Path leaking = platform.folder("leaking-tables");
        LeakingSample.write(platform.sample, leaking, LeakingSample.SUBSCRIPTIONS_SHOW_NAMES);
        platform.standIn.control().exportFrom(leaking);

        List<String> masked = new ArrayList<>();
        List<String> opened = new ArrayList<>();

        NightlyRun.Outcome outcome =
                platform.machine()
                        .run(
                                step -> {
                                    if (step.state().equals("Prove")) {
                                        masked.addAll(platform.maskedRuns());
                                        opened.addAll(platform.maskedFiles().openedRuns());
                                    }
                                });

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("ProofViolated");
        assertThat(outcome.cause())
                .containsPattern(
                        "table subscriptions, column [a-z_]+, check residue \\(values of users");
        assertThat(outcome.steps())
                .extracting(NightlyRun.Step::state)
                .doesNotContain(RollBackTest.OPENED);
        assertThat(masked).hasSizeGreaterThan(yesterday.runs().size());
        assertThat(opened).isNotEmpty().isSubsetOf(yesterday.runs());
        yesterday.assertStandsAfter(outcome);
    }

    @Test
    void aProofThatCannotBeRunStopsTheNightAndNamesItself() {
        Yesterday yesterday = Yesterday.of(platform);
        platform.takeSnapshot();
        platform.standIn.control().breakWith(Faults.query("'known_answer'"));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("ProofFailed");
        assertThat(outcome.cause()).contains("Proof 'source' could not be run");
        yesterday.assertStandsAfter(outcome);
    }
}
