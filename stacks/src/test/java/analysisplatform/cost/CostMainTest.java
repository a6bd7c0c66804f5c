package analysisplatform.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.config.InvalidConfiguration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostMainTest {

    private static final Path ENVIRONMENTS = Path.of("src", "test", "resources", "environments");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyEnvironmentHasAPrice(String environment) {
        assertThat(CostMain.report(ENVIRONMENTS, List.of(environment)))
                .contains("One month of 30 nights", "RDS snapshot export")
                .containsPattern("JPY a month, budget 5,000 JPY: ");
    }

    @Test
    void snapshotSizeIsTakenFromTheArguments() {
        String small = CostMain.report(ENVIRONMENTS, List.of("dev", "--snapshot-gb", "1"));
        String big = CostMain.report(ENVIRONMENTS, List.of("dev", "--snapshot-gb", "1000"));

        assertThat(small).contains("JPY are left");
        assertThat(big).contains("The biggest line is RDS snapshot export");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dev --snapshot-gb", "dev --snapshot-gb -5", "dev --size 5"})
    void otherArgumentsAreAnsweredWithTheUsage(String line) {
        List<String> arguments =
                Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty()).toList();

        assertThatThrownBy(() -> CostMain.report(ENVIRONMENTS, arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Usage: <environment> [--snapshot-gb N]");
    }

    @Test
    void unknownEnvironmentIsNamed() {
        assertThatThrownBy(() -> CostMain.report(ENVIRONMENTS, List.of("staging")))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("staging");
    }
}
