package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command line says before anything is started. */
class LocalRunTest {

    @TempDir private Path folder;

    private final PrintStream terminal = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void readTheTerminal() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveTheTerminalBack() {
        System.setOut(terminal);
    }

    @Test
    void anUnknownEnvironmentIsNamedWithThePlacesWhereItCouldBe() {
        assertThat(run("--env", "nowhere")).isEqualTo(1);
        assertThat(output())
                .contains("FAILED: There is no environment 'nowhere'")
                .contains("environments/nowhere/platform.yaml")
                .contains("local/examples/nowhere/platform.yaml");
    }

    @Test
    void dataWhoseDatabaseHasNoPolicyIsRefusedBeforeAnythingStarts() throws IOException {
        Files.createDirectories(folder.resolve("data/warehouse/warehouse.items/1"));

        assertThat(run("--data", folder.resolve("data").toString())).isEqualTo(1);
        assertThat(output()).contains("There is no environment 'warehouse'");
    }

    @Test
    void dataThatIsNotThereIsNamed() {
        assertThat(run("--data", folder.resolve("absent").toString())).isEqualTo(1);
        assertThat(output()).contains("There is no folder " + folder.resolve("absent"));
    }

    @Test
    void dataOfTwoDatabasesIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("data/one"));
        Files.createDirectories(folder.resolve("data/two"));

        assertThat(run("--data", folder.resolve("data").toString())).isEqualTo(1);
        assertThat(output()).contains("must hold the folder of one database, but holds [one, two]");
    }

    @Test
    void anInvalidConfigurationIsToldWithItsFile() throws IOException {
        Path broken = folder.resolve("environments/broken");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("platform.yaml"), "project: analysis\n");

        assertThat(run("--env", "broken")).isEqualTo(1);
        assertThat(output()).contains("broken/platform.yaml: account");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--root";
        all[1] = folder.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new CommandLine(new LocalRun()).execute(all);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
