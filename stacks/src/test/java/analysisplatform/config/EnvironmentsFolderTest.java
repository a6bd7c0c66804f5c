package analysisplatform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsFolderTest {

    @TempDir private Path root;

    @Test
    void theEnvironmentVariableComesFirst() throws IOException {
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Files.createDirectory(root.resolve("environments"));

        Path found =
                EnvironmentsFolder.locate(
                        Map.of("PLATFORM_ENVIRONMENTS", elsewhere.toString()), root);

        assertThat(found).isEqualTo(elsewhere);
    }

    @Test
    void otherwiseTheNearestFolderAtOrAboveTheWorkingDirectoryIsTaken() throws IOException {
        Path environments = Files.createDirectory(root.resolve("environments"));
        Path deep = Files.createDirectories(root.resolve("main/target"));

        assertThat(EnvironmentsFolder.locate(Map.of(), deep)).isEqualTo(environments);
        assertThat(EnvironmentsFolder.locate(Map.of(), root)).isEqualTo(environments);
    }

    @Test
    void anEmptyVariableIsNoVariable() throws IOException {
        Path environments = Files.createDirectory(root.resolve("environments"));

        assertThat(EnvironmentsFolder.locate(Map.of("PLATFORM_ENVIRONMENTS", " "), root))
                .isEqualTo(environments);
    }

    @Test
    void aVariableThatNamesNoFolderIsAProblem() {
        Path wrong = root.resolve("wrong");

        assertThatThrownBy(
                        () ->
                                EnvironmentsFolder.locate(
                                        Map.of("PLATFORM_ENVIRONMENTS", wrong.toString()), root))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(
                        wrong
                                + ": there is no such folder; the environment variable PLATFORM_ENVIRONMENTS must name the environments folder.");
    }

    @Test
    void noFolderAnywhereIsAProblem() {
        assertThatThrownBy(() -> EnvironmentsFolder.locate(Map.of(), root))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(
                        root
                                + ": there is no folder environments here or above; start in the repository or set the environment variable PLATFORM_ENVIRONMENTS.");
    }
}
