package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.sample.SampleExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A night with many users. A million of them take minutes, so that many are asked for by {@code
 * -Dlarge.users=1000000}.
 */
@OnTheStandIn
class LargeNightTest {

    private static final int USERS = Integer.getInteger("large.users", 30_000);
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
    void everyUserIsMaskedProvenAndPublishedOnce() throws IOException {
        platform.standIn.control().clearFaults();
        platform.standIn.control().exportFrom(sampleWith(USERS));
        platform.takeSnapshot();

        NightlyRun.Outcome night = platform.night();

        assertThat(night.lastState()).as(night.cause()).isEqualTo("Published");
        assertThat(platform.analyst().ask("SELECT count(*), count(DISTINCT id) FROM users").rows())
                .containsExactly(List.of(String.valueOf(USERS), String.valueOf(USERS)));
    }

    /** The sample's other tables beside that many users. */
    private Path sampleWith(int users) throws IOException {
        Path many = platform.folder("many-users");
        SampleExport.writeUsers(many, users);
        Path export = platform.folder("large-export");
        copy(platform.sample, export, file -> !file.startsWith(TABLE));
        copy(many, export, file -> file.startsWith(TABLE));
        return export;
    }

    private static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = from.relativize(file);
                if (wanted.test(name)) {
                    Path copy = to.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }
}
