package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What analysts saw before a night that fails, and what was kept for them. */
record Yesterday(
        DeployedPlatform platform,
        String run,
        List<String> content,
        List<String> runs,
        List<String> tables) {

    /** Publishes something when nothing is. */
    static Yesterday of(DeployedPlatform platform) {
        platform.publishedBefore();
        return new Yesterday(
                platform,
                platform.publishedRun().orElseThrow(),
                platform.content("posts"),
                platform.maskedRuns(),
                platform.maskedTables());
    }

    /** One mail, all as before, nothing raw left behind. */
    void assertStandsAfter(NightlyRun.Outcome outcome) {
        assertThat(outcome.succeeded()).isFalse();
        assertThat(platform.alerts().awaitedMailsAbout(outcome.executionArn()))
                .singleElement()
                .asString()
                .contains(outcome.error());
        assertThat(platform.publishedRun()).contains(run);
        assertThat(platform.content("posts")).isEqualTo(content);
        assertThat(platform.maskedRuns()).containsExactlyInAnyOrderElementsOf(runs);
        assertThat(platform.maskedTables()).containsExactlyInAnyOrderElementsOf(tables);
        assertThat(platform.rawFiles()).isEmpty();
        assertThat(platform.rawTables()).isEmpty();
        assertThat(platform.isLocked()).isFalse();
    }
}
