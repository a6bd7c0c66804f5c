package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.config.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionJarTest {

    @TempDir private Path root;

    @BeforeEach
    void makeModule() throws IOException {
        Files.createDirectories(root.resolve("lambda/target"));
        Files.createFile(root.resolve("lambda/pom.xml"));
        Files.createDirectories(root.resolve("another-account-iam-role/deep"));
    }

    @Test
    void isFoundFromAnyFolderOfTheRepository() throws IOException {
        Path jar = Files.createFile(root.resolve("lambda/target/export-function.jar"));

        Path repository = FunctionJar.repository(root.resolve("another-account-iam-role/deep"));

        assertThat(repository).isEqualTo(root);
        assertThat(FunctionJar.below(repository)).isEqualTo(jar).isAbsolute();
    }

    @Test
    void missingJarIsToldWithTheCommandThatBuildsIt() {
        assertThatThrownBy(() -> FunctionJar.below(root))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(
                        root.resolve("lambda/target/export-function.jar")
                                + ": the export function is not built; run mvn -pl lambda package.");
    }

    @Test
    void foreignFolderIsToldHowToNameTheRepository() {
        assertThatThrownBy(() -> FunctionJar.repository(root.getRoot()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(
                        "/: the module lambda is neither here nor above; start in the repository or"
                                + " set -Dplatform.root.");
    }
}
