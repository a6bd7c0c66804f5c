package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;

/** A night that is over, between what could be seen before it and after it. */
record Night(Look before, NightlyRun.Outcome outcome, Look after) {

    static Night of(DeployedPlatform platform, Supplier<NightlyRun.Outcome> run) {
        return after(Look.at(platform), platform, run);
    }

    /** As {@link #of}, where nothing happened since somebody looked. */
    static Night after(Look before, DeployedPlatform platform, Supplier<NightlyRun.Outcome> run) {
        NightlyRun.Outcome outcome = run.get();
        if (!outcome.succeeded()) {
            platform.alerts().awaitedMailsAbout(outcome.executionArn());
        }
        return new Night(before, outcome, Look.at(platform));
    }

    /** Messages about this night. */
    List<String> mails() {
        return after.mailsWith(outcome.executionArn());
    }

    List<String> states() {
        return outcome.steps().stream().map(NightlyRun.Step::state).toList();
    }

    void assertPublished() {
        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Published");
        assertThat(after.run()).isNotEqualTo(before.run());
    }

    /** One mail, all as before, nothing raw left behind. */
    void assertYesterdayStands() {
        assertThat(outcome.succeeded()).isFalse();
        assertThat(mails()).singleElement().asString().contains(outcome.error());
        assertThat(after.run()).isEqualTo(before.run());
        assertThat(after.content()).isEqualTo(before.content());
        assertThat(after.store().maskedRuns())
                .containsExactlyInAnyOrderElementsOf(before.store().maskedRuns());
        assertThat(after.store().maskedTables())
                .containsExactlyInAnyOrderElementsOf(before.store().maskedTables());
        assertNothingRawAndNoLockIsLeft();
    }

    void assertNothingRawAndNoLockIsLeft() {
        assertThat(after.store().rawFiles()).isEmpty();
        assertThat(after.store().rawTables()).isEmpty();
        assertThat(after.locked()).isFalse();
    }
}
