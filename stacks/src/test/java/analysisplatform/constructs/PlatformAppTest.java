package analysisplatform.constructs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    @Test
    void refusesWhatCostsMoreThanItMayUntilSomebodySaysWhyItIsAccepted() throws IOException {
        Path platform = copyOfDev();

        Files.writeString(
                platform, "budget: {monthlyYen: 100}\n", UTF_8, StandardOpenOption.APPEND);
        int refused = synthesise(environments);
        String sentence = printed();
        Files.writeString(
                platform,
                Files.readString(platform)
                        .replace("monthlyYen: 100", "monthlyYen: 100, exceedBecause: a trial"),
                UTF_8);

        assertThat(refused).isEqualTo(1);
        assertThat(sentence)
                .hasLineCount(1)
                .startsWith(platform + ": budget.monthlyYen is 100, but a month is estimated at ");
        assertThat(built).isEmpty();
        assertThat(synthesise(environments)).isZero();
        assertThat(built).containsExactly("dev");
    }

    private Path copyOfDev() throws IOException {
        Path shipped = Path.of(System.getProperty("platform.root"), "environments");
        try (Stream<Path> files = Files.walk(shipped.resolve("dev"))) {
            for (Path file : files.toList()) {
                Files.copy(file, environments.resolve(shipped.relativize(file)));
            }
        }
        return environments.resolve("dev/platform.yaml");
    }

    private int synthesise(Path folder) {
        return PlatformApp.synthesise(
                new String[] {folder.toString()},
                environments ->
                        app -> environments.forEach(environment -> built.add(environment.name())),
                new PrintStream(problems, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return problems.toString(StandardCharsets.UTF_8);
    }
}
