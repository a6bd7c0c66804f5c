package analysisplatform.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.EnvironmentsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tools/run cost}: what is told, and what the exit code says. */
class CostTest {

    @TempDir private Path environments;

    @BeforeEach
    void copyAnEnvironment() throws IOException {
        Path shipped = EnvironmentsFolder.locate();
        try (Stream<Path> files = Files.walk(shipped.resolve("dev"))) {
            for (Path file : files.toList()) {
                Files.copy(file, environments.resolve(shipped.relativize(file)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "prod"})
    void everyShippedEnvironmentKeepsToItsBudget(String environment) {
        CommandLineRun run = CommandLineRun.with(Map.of()).call("cost", environment);

        assertThat(run.out())
                .contains("One month of 30 nights", "RDS snapshot export", "Total")
                .containsPattern("JPY a month, budget 5,000 JPY: [0-9,]+ JPY are left[.]")
                .containsPattern(
                        "5,000 JPY are exceeded when the snapshot .*has more than [0-9]+ GB");
        assertThat(run.exit()).isEqualTo(Exit.OK);
    }

    @Test
    void monthThatIsTooDearHasItsOwnExitCode() {
        CommandLineRun run = cost("--snapshot-gb", "1000");

        assertThat(run.out())
                .containsPattern("[0-9,]+ JPY too much[.] The biggest line is RDS snapshot export");
        assertThat(run.exit()).isEqualTo(Exit.TOO_DEAR);
    }

    @Test
    void reasonInTheConfigurationAcceptsIt() throws IOException {
        configure("budget: {exceedBecause: The migration runs until May.}");

        CommandLineRun run = cost("--snapshot-gb", "1000");

        assertThat(run.out()).contains("It is accepted: The migration runs until May.");
        assertThat(run.exit()).isEqualTo(Exit.OK);
    }

    @Test
    void rateSizeQueriesAndLimitComeFromTheConfiguration() throws IOException {
        String before = cost().out();
        configure(
                "budget: {yenPerDollar: 300, monthlyYen: 9000, queriesPerDay: 10, megabytesPerQuery: 20}");

        String after = cost().out();

        assertThat(line(before, "RDS snapshot export")).contains(" 7.20  1,080 ");
        assertThat(line(after, "RDS snapshot export")).contains(" 7.20  2,160 ");
        assertThat(line(before, "Athena, analysts")).contains(" 150,000 ");
        assertThat(line(after, "Athena, analysts")).contains(" 6,000 ");
        assertThat(after).contains("budget 9,000 JPY", "9,000 JPY are exceeded");
    }

    @Test
    void sizeOfTheSnapshotIsAKeyOfTheSource() throws IOException {
        replace("    database: learning\n", "    database: learning\n    snapshotGigabytes: 30\n");

        assertThat(line(cost().out(), "RDS snapshot export")).contains(" 900 ");
    }

    @Test
    void regionWithoutPricesIsNamed() throws IOException {
        replace("ap-northeast-1", "eu-west-1");

        CommandLineRun run = cost();

        assertThat(run.err()).startsWith("No prices are known for region eu-west-1");
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void unknownEnvironmentIsNamed() {
        CommandLineRun run = CommandLineRun.in(environments).call("cost", "staging");

        assertThat(run.err()).contains("staging: there is no such folder.");
        assertThat(run.exit()).isEqualTo(Exit.INVALID_CONFIGURATION);
    }

    private CommandLineRun cost(String... options) {
        String[] arguments =
                Stream.concat(Stream.of("cost", "dev"), Stream.of(options)).toArray(String[]::new);
        return CommandLineRun.in(environments).call(arguments);
    }

    /** The last table's, which is the month's. */
    private static String line(String report, String what) {
        return report.lines()
                .filter(line -> line.startsWith(what))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void configure(String yaml) throws IOException {
        replace("sources:\n", yaml + "\nsources:\n");
    }

    private void replace(String old, String replacement) throws IOException {
        Path file = environments.resolve("dev/platform.yaml");
        Files.writeString(file, Files.readString(file, UTF_8).replace(old, replacement), UTF_8);
    }
}
