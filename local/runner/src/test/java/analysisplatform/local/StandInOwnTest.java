package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The tests of local/aws, which are written in its own language. */
class StandInOwnTest {

    private final Workspace workspace = OnTheStandIn.Extension.workspace();

    @Test
    void theStandInPassesItsOwnTests() {
        Optional<String> missing = new StandInTools(workspace).standInIsMissing();
        missing.ifPresent(
                what -> System.out.println("SKIPPED: the stand-in's own tests, because " + what));
        Assumptions.assumeTrue(missing.isEmpty());
        Path python = new Python(workspace).interpreter();
        Command tests =
                new Command(
                        List.of(python.toString(), "-m", "unittest", "discover"),
                        workspace.root().resolve("local/aws"),
                        Map.of("PYTHONDONTWRITEBYTECODE", "1"),
                        workspace.log("stand-in-tests"));

        assertThat(tests.exitCode()).as("%s", tests.output()).isZero();
        assertThat(tests.output()).containsPattern("Ran \\d{2,} tests");
    }
}
