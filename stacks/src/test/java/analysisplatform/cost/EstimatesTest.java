package analysisplatform.cost;

import static analysisplatform.cost.Examples.TOKYO;
import static analysisplatform.cost.Examples.environment;
import static analysisplatform.cost.Examples.line;
import static analysisplatform.cost.Examples.shop;
import static analysisplatform.cost.Examples.shopWithQuickSight;
import static analysisplatform.cost.Examples.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.config.Environment;
import analysisplatform.constructs.TestEnvironments;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatesTest {

    private static final String NIGHTLY_RUN = "Athena, nightly run";

    @Test
    void sixteenTablesOfTwentyGigabytesStayWithinHalfTheBudgetAndABit() {
        Bill month = Estimates.of(shop(), SnapshotSize.USUAL).month();

        assertThat(line(month, "RDS snapshot export").usd()).isEqualByComparingTo("7.2");
        assertThat(line(month, "Glue crawlers").usd()).isEqualByComparingTo("4.4");
        assertThat(line(month, "KMS keys").usd()).isEqualByComparingTo("3");
        assertThat(line(month, "CloudWatch alarms").quantity())
                .as("two of the source, five of what all sources share")
                .isEqualByComparingTo("7");
        assertThat(line(month, "Athena, analysts").usd()).isEqualByComparingTo("0.75");
        assertThat(month.usd().doubleValue()).isBetween(16.0, 19.0);
    }

    @Test
    void eachTableIsMaskedOnceAndReadThreeTimesByItsProof() {
        Bill night = Estimates.of(shop(), SnapshotSize.ofEachSource(20)).night();

        // 2 GB of Parquet masked, 6 GB proven, 10 MB each for the key and the source as a whole
        assertThat(line(night, NIGHTLY_RUN).quantity()).isEqualByComparingTo("8020");
    }

    @Test
    void manySmallTablesCostTenMegabytesAQuery() {
        Bill night =
                Estimates.of(
                                environment(TOKYO, false, source("shop", 100)),
                                SnapshotSize.ofEachSource(1))
                        .night();

        // 100 masks and 100 proofs of less than 10 MB, the key, the source as a whole,
        // and nine statements that search 34 MB for residue
        assertThat(line(night, NIGHTLY_RUN).quantity()).isEqualByComparingTo("2326");
    }

    @Test
    void aKpiReadsAsMuchAsATableAndTheirHistoryAndMetricsAreTwoQueriesMore() {
        Environment without = environment(TOKYO, false, source("shop", 16));
        Environment with =
                new Environment(
                        without.name(),
                        without.platform(),
                        without.policies(),
                        List.of(TestEnvironments.KPI, TestEnvironments.KPI));
        Bill before = Estimates.of(without, SnapshotSize.ofEachSource(20)).night();
        Bill after = Estimates.of(with, SnapshotSize.ofEachSource(20)).night();

        // twice 125 MB, and 10 MB each for the history and the metrics
        assertThat(line(after, NIGHTLY_RUN).quantity()).isEqualByComparingTo("8290");
        assertThat(
                        line(after, "Step Functions")
                                .quantity()
                                .subtract(line(before, "Step Functions").quantity()))
                .isEqualByComparingTo("22");
    }

    @Test
    void everySourceHasItsOwnExportAndCrawler() {
        SnapshotSize sizes = SnapshotSize.ofEachSource(20).with("logistics", 5);

        Bill month =
                Estimates.of(
                                environment(
                                        TOKYO, false, source("shop", 4), source("logistics", 2)),
                                sizes)
                        .month();

        assertThat(line(month, "RDS snapshot export").quantity()).isEqualByComparingTo("750");
        assertThat(line(month, "Glue crawlers").usd()).isEqualByComparingTo("8.8");
        assertThat(line(month, "KMS keys").usd())
                .as("keys belong to the environment")
                .isEqualByComparingTo("3");
        assertThat(line(month, "CloudWatch alarms").quantity()).isEqualByComparingTo("9");
    }

    @Test
    void quickSightIsCountedOnlyWhenEnabled() {
        Bill without = Estimates.of(shop(), SnapshotSize.USUAL).month();
        Bill with = Estimates.of(shopWithQuickSight(), SnapshotSize.USUAL).month();

        assertThat(with.usd().subtract(without.usd())).isEqualByComparingTo("33");
        assertThat(Budget.OF_A_MONTH.allows(without)).isTrue();
        assertThat(Budget.OF_A_MONTH.verdict(with)).contains("QuickSight authors with 3,600 JPY");
    }

    @Test
    void everyMaskedFileIsTaggedOnceANightAndKeepsItsTag() {
        Estimate estimate = Estimates.of(shop(), SnapshotSize.USUAL);

        // 50 for each of 16 tables, and one for each of its 30 files
        assertThat(line(estimate.night(), "S3, writes and lists").quantity())
                .isEqualByComparingTo("1280");
        assertThat(line(estimate.month(), "S3, tags").quantity())
                .as("two runs are kept")
                .isEqualByComparingTo("960");
    }

    @Test
    void looksAtTheExportCostTransitionsWhereverTheyAreFrequent() {
        Bill night = Estimates.of(shop(), SnapshotSize.USUAL).night();

        // 80 of a run, 4 for each of 31 looks at the export and 11 at the crawler, 18 a table
        assertThat(line(night, "Step Functions").quantity()).isEqualByComparingTo("536");
    }

    @Test
    void environmentWithoutSourcesCostsOnlyWhatStands() {
        Estimate estimate = Estimates.of(environment(TOKYO, false), SnapshotSize.USUAL);

        assertThat(estimate.night().lines()).isEmpty();
        assertThat(estimate.month().lines()).isNotEmpty();
    }

    @Test
    void largestSnapshotIsTheLastThatFits() {
        int largest = Estimates.largestSnapshotWithin(Budget.OF_A_MONTH, shop()).orElseThrow();

        assertThat(Budget.OF_A_MONTH.allows(monthOf(largest))).isTrue();
        assertThat(Budget.OF_A_MONTH.allows(monthOf(largest + 1))).isFalse();
    }

    @Test
    void noSnapshotFitsBesideQuickSight() {
        assertThat(Estimates.largestSnapshotWithin(Budget.OF_A_MONTH, shopWithQuickSight()))
                .isEmpty();
    }

    @Test
    void sizeOfAnUnknownSourceIsRefused() {
        SnapshotSize sizes = SnapshotSize.USUAL.with("shpo", 5);

        assertThatThrownBy(() -> Estimates.of(shop(), sizes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A snapshot size is given for shpo, but environment prod has only the sources shop.");
    }

    @Test
    void regionWithoutPricesIsRefused() {
        assertThatThrownBy(
                        () ->
                                Estimates.of(
                                        environment("eu-west-1", false, source("shop", 1)),
                                        SnapshotSize.USUAL))
                .hasMessageContaining("No prices are known for region eu-west-1");
    }

    private static Bill monthOf(int gigabytes) {
        return Estimates.of(shop(), SnapshotSize.ofEachSource(gigabytes)).month();
    }
}
