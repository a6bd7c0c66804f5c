package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nights whose proof finds something, or cannot be run: nothing of them is published. */
@OnTheStandIn
class ViolatedProofTest {

    private final DeployedPlatform platform;
    private Yesterday yesterday;

    ViolatedProofTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somethingIsPublished() {
        yesterday = Yesterday.of(platform);
    }

    @Test
    void aProofThatFindsARawValueStopsTheNightAndShowsNoValue() {
        platform.takeSnapshot();
        Path leaking = platform.folder("leaking-sample");
        LeakingSample.write(platform.sample, leaking, LeakingSample.USERS_PLAN_SHOWS_THEIR_MAIL);
        platform.standIn.control().exportFrom(leaking);

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("ProofViolated");
        assertThat(outcome.cause())
                .startsWith("Prove: ")
                .contains(
                        "table users, column plan, check residue (values of subscriptions.customer_email, users.email): ")
                .contains("table users, column plan, check pattern_mail: ")
                .doesNotContain("@");
        yesterday.assertStandsAfter(outcome);
    }

    @Test
    void aRawValueInAnotherTableStopsTheNightToo() {
        platform.takeSnapshot();
        Path leaking = platform.folder("leaking-tables");
        LeakingSample.write(platform.sample, leaking, LeakingSample.SUBSCRIPTIONS_SHOW_NAMES);
        platform.standIn.control().exportFrom(leaking);

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("ProofViolated");
        assertThat(outcome.cause())
                .containsPattern(
                        "table subscriptions, column [a-z_]+, check residue \\(values of users");
        yesterday.assertStandsAfter(outcome);
    }

    @Test
    void aProofThatCannotBeRunStopsTheNightAndNamesItself() {
        platform.takeSnapshot();
        platform.standIn.control().breakWith(Faults.query("'known_answer'"));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("ProofFailed");
        assertThat(outcome.cause()).contains("Proof 'source' could not be run");
        yesterday.assertStandsAfter(outcome);
    }
}
