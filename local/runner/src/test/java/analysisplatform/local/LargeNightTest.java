package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.sample.SampleExport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A night with many users, as many as {@code -Dlarge.users} asks for: a million take about four
 * minutes.
 */
@OnTheStandIn
class LargeNightTest {

    private static final int USERS = Integer.getInteger("large.users", 10_000);
    private static final String TABLE = "learning/learning.users";

    private final DeployedPlatform platform;

    LargeNightTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @AfterEach
    void theSampleAgain() {
        platform.standIn.control().exportFrom(platform.sample);
        platform.takeSnapshot();
        platform.night();
    }

    @Test
    void everyUserIsMaskedProvenAndPublishedOnce() {
        platform.standIn.control().clearFaults();
        platform.standIn.control().exportFrom(sampleWith(USERS));
        platform.takeSnapshot();

        NightlyRun.Outcome night = platform.night();

        assertThat(night.lastState()).as(night.cause()).isEqualTo("Published");
        assertThat(platform.analyst().ask("SELECT count(*), count(DISTINCT id) FROM users").rows())
                .containsExactly(List.of(String.valueOf(USERS), String.valueOf(USERS)));
    }

    /** The sample's other tables beside that many users. */
    private Path sampleWith(int users) {
        Path many = platform.folder("many-users");
        SampleExport.writeUsers(many, users);
        Path export = platform.folder("large-export");
        Folders.copy(platform.sample, export, file -> !file.startsWith(TABLE));
        Folders.copy(many, export, file -> file.startsWith(TABLE));
        return export;
    }
}
