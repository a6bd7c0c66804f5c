package analysisplatform.cost;

import static analysisplatform.cost.Examples.TOKYO;
import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpendingLimitTest {

    private static final Path FOLDER = Path.of("environments");

    private final Environment cheap = Examples.shop();
    private final Environment dear = Examples.shopWithQuickSight();

    @Test
    void cheapEnvironmentIsNotRefused() {
        assertThat(SpendingLimit.problem(FOLDER, cheap)).isEmpty();
    }

    @Test
    void dearEnvironmentIsRefusedInOneSentenceThatSaysWhatToDo() {
        assertThat(SpendingLimit.problem(FOLDER, dear))
                .hasValueSatisfying(
                        problem ->
                                assertThat(problem)
                                        .startsWith(
                                                "environments/prod/platform.yaml: budget.monthlyYen is 5000,"
                                                        + " but a month is estimated at ")
                                        .contains("most of it QuickSight authors (3,600 JPY)")
                                        .contains("budget.exceedBecause")
                                        .endsWith("tools/run cost prod shows every line."));
    }

    @Test
    void aReasonLiftsTheRefusal() {
        assertThat(SpendingLimit.problem(FOLDER, Examples.spending(dear, 5000, "until May")))
                .isEmpty();
    }

    @Test
    void aHigherLimitLiftsTheRefusal() {
        assertThat(SpendingLimit.problem(FOLDER, Examples.spending(dear, 10_000, ""))).isEmpty();
        assertThat(SpendingLimit.problem(FOLDER, Examples.spending(cheap, 1000, ""))).isPresent();
    }

    @Test
    void regionWithoutPricesCannotBeRefused() {
        assertThat(
                        SpendingLimit.problem(
                                FOLDER,
                                Examples.environment("eu-west-1", true, Examples.source("a", 1))))
                .isEmpty();
    }

    @Test
    void deploymentIsToldEachPartTheTotalAndTheSizeThatIsTooMuch() {
        var lines = EstimateSummary.of(cheap);
        int total = lines.indexOf(lineOf("Month of 30 nights"));

        assertThat(lines)
                .contains(
                        "RDS snapshot export: 7.20 USD, 1,080 JPY", "KMS keys: 3.00 USD, 450 JPY");
        assertThat(lines.get(total + 1)).contains("JPY a month, budget 5,000 JPY: ");
        assertThat(lines.get(total + 2))
                .isEqualTo(
                        "5,000 JPY are exceeded when the snapshot has more than %d GB."
                                .formatted(
                                        Estimates.largestSnapshotWithin(Budget.OF_A_MONTH, cheap)
                                                .orElseThrow()));
        assertThat(lines.get(total + 3))
                .startsWith("Estimated from 20 GB of snapshot of shop, prices read between 2026-")
                .contains("150 JPY for a dollar");
        assertThat(lines).allMatch(line -> line.length() < 200);
    }

    @Test
    void linesOfADeploymentAddUpToItsTotal() {
        double sum =
                EstimateSummary.of(cheap).stream()
                        .takeWhile(line -> !line.startsWith("Month of"))
                        .mapToDouble(
                                line -> Double.parseDouble(line.replaceAll(".*: (.*) USD.*", "$1")))
                        .sum();

        assertThat(sum)
                .isCloseTo(
                        Estimates.of(cheap).month().usd().doubleValue(),
                        org.assertj.core.data.Offset.offset(0.1));
    }

    @Test
    void severalSourcesAreSaidToBeMeantEach() {
        Environment two =
                Examples.environment(
                        TOKYO, false, Examples.source("shop", 2), Examples.source("crm", 2));

        assertThat(EstimateSummary.largestSnapshot(two))
                .contains("when the snapshot of each of the 2 sources has more than ");
        assertThat(EstimateSummary.largestSnapshot(dear))
                .isEqualTo("5,000 JPY are exceeded whatever the size of the snapshots.");
    }

    @Test
    void deploymentWithoutPricesSaysSo() {
        assertThat(
                        EstimateSummary.of(
                                Examples.environment("eu-west-1", false, Examples.source("a", 1))))
                .containsExactly("No prices are known for region eu-west-1.");
    }

    private String lineOf(String beginning) {
        return EstimateSummary.of(cheap).stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }
}
