package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformAppTest {

    @TempDir private Path environments;

    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private final List<String> built = new ArrayList<>();

    @Test
    void tellsEveryProblemOfEveryEnvironmentAndBuildsNothing() throws IOException {
        Files.writeString(
                Files.createDirectories(environments.resolve("dev")).resolve("platform.yaml"),
                "project: Acme!\n");
        Files.writeString(
                Files.createDirectories(environments.resolve("prod")).resolve("platform.yaml"),
                "project: acme\naccount: nobody\n");

        int exitCode = synthesise(environments);

        assertThat(exitCode).isEqualTo(1);
        assertThat(printed()).contains("dev").contains("prod").contains("account");
        assertThat(built).isEmpty();
    }

    @Test
    void tellsThatTheFolderIsMissing() {
        int exitCode = synthesise(environments.resolve("nowhere"));

        assertThat(exitCode).isEqualTo(1);
        assertThat(printed()).contains("nowhere").contains("no such folder");
    }

    private int synthesise(Path folder) {
        return PlatformApp.synthesise(
                new String[] {folder.toString()},
                () -> (app, environment) -> built.add(environment.name()),
                new PrintStream(problems, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return problems.toString(StandardCharsets.UTF_8);
    }
}
