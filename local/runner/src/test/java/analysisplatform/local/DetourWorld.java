package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/**
 * A new snapshot and a world that sends a night through states that most nights leave out, without
 * keeping it from its end: the execution before failed and left its lock, a view has no policy, and
 * a column is new.
 */
final class DetourWorld {

    private DetourWorld() {}

    static void prepare(DeployedPlatform platform) {
        NightlyRun.Outcome failed = platform.rollBackTo(DeployedPlatform.NEVER_RUN);
        assertThat(failed.error()).isEqualTo("RunNotKept");
        platform.outsider().locksFor(failed.executionArn());
        if (!platform.views().contains("left_the_policy")) {
            platform.outsider().addsViewWithoutPolicy("left_the_policy");
        }
        platform.takeSnapshot();
        Path sample = platform.folder("sample-with-a-new-column");
        ChangedSample.write(platform.sample, sample, "*, 26.5 AS shoe_size");
        platform.standIn.control().exportFrom(sample);
    }
}
