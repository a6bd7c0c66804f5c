package analysisplatform.cost;

import static analysisplatform.cost.Examples.TOKYO;
import static analysisplatform.cost.Examples.empty;
import static analysisplatform.cost.Examples.export;
import static analysisplatform.cost.Examples.line;
import static analysisplatform.cost.Examples.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private final Prices tokyo = PriceTable.bundled().of(TOKYO, Examples.YEN_PER_DOLLAR);

    @Test
    void thirtyExportsOfTwentyGigabytesCostSevenDollarsTwenty() {
        Estimate estimate = Estimate.of(export("20"), empty(), tokyo);

        assertThat(estimate.night().usd()).isEqualByComparingTo("0.24");
        assertThat(estimate.month().usd()).isEqualByComparingTo("7.2");
        assertThat(estimate.month().yen()).isEqualByComparingTo("1080");
    }

    @Test
    void exportingNinetyGigabytesLeavesNextToNothingOfTheBudget() {
        Bill month = Estimate.of(export("90"), empty(), tokyo).month();

        assertThat(month.yen()).isEqualByComparingTo("4860");
        assertThat(Budget.OF_A_MONTH.allows(month)).isTrue();
    }

    @Test
    void exportIsCheaperInVirginia() {
        Prices virginia = PriceTable.bundled().of("us-east-1", Examples.YEN_PER_DOLLAR);

        assertThat(Estimate.of(export("20"), empty(), virginia).month().usd())
                .isEqualByComparingTo("6");
    }

    @Test
    void shortCrawlsAreBilledLikeTenMinutesOfTwoUnits() {
        Estimate estimate = Estimate.of(crawls(1, "1.5"), empty(), tokyo);

        Line line = line(estimate.month(), "Glue crawlers");
        assertThat(line.quantity()).isEqualByComparingTo("600");
        assertThat(line.usd()).isEqualByComparingTo("4.4");
    }

    @Test
    void longCrawlsAreBilledByTheirMinutes() {
        Estimate estimate = Estimate.of(crawls(2, "15"), empty(), tokyo);

        assertThat(estimate.night().usd()).isEqualByComparingTo("0.44");
    }

    @Test
    void smallQueriesAreBilledLikeTenMegabytes() {
        Estimate estimate =
                Estimate.of(queries(Queries.scans(100, new BigDecimal("0.2"))), empty(), tokyo);

        Line line = line(estimate.night(), "Athena, nightly run");
        assertThat(line.quantity()).isEqualByComparingTo("1000");
        assertThat(line.usd()).isEqualByComparingTo("0.005");
    }

    @Test
    void queriesAreRoundedUpToWholeMegabytes() {
        assertThat(Queries.scans(2, new BigDecimal("10.01")).billedMegabytes())
                .isEqualByComparingTo("22");
    }

    @Test
    void viewsAreFree() {
        assertThat(Estimate.of(queries(Queries.definitions(16)), empty(), tokyo).night().lines())
                .isEmpty();
    }

    @Test
    void aHundredAnalystQueriesADayCostThreeQuartersOfADollar() {
        MonthlyStanding standing =
                new MonthlyStanding(
                        0,
                        BigDecimal.ZERO,
                        0,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        0,
                        0,
                        0,
                        MonthlyStanding.QuickSightUsers.NONE,
                        Queries.scans(3000, BigDecimal.valueOf(50)));

        assertThat(Estimate.of(nothing(), standing, tokyo).month().usd())
                .isEqualByComparingTo("0.75");
    }

    @Test
    void standingCostsAreAddedOnceAndNightsThirtyTimes() {
        MonthlyStanding standing =
                new MonthlyStanding(
                        2,
                        BigDecimal.valueOf(10),
                        500_000,
                        BigDecimal.valueOf(2),
                        BigDecimal.ONE,
                        BigDecimal.valueOf(3),
                        5,
                        12,
                        100,
                        new MonthlyStanding.QuickSightUsers(1, 3),
                        Queries.scans(0, BigDecimal.ZERO));

        Estimate estimate = Estimate.of(export("10"), standing, tokyo);

        assertThat(estimate.night().lines()).hasSize(1);
        assertThat(line(estimate.month(), "KMS keys").usd()).isEqualByComparingTo("2");
        assertThat(line(estimate.month(), "S3, storage").quantity())
                .as("two runs are kept")
                .isEqualByComparingTo("20");
        // 3.6 export + 2 keys + 0.5 storage + 0.05 reports + 0.76 and 0.099 logs + 0.5 alarms +
        // 0.6 for two metrics beyond ten + 0.002 mails + 33 + 1 for a million tags
        assertThat(estimate.month().usd()).isEqualByComparingTo("42.111");
    }

    @Test
    void everySmallThingOfANightIsPriced() {
        NightUsage night =
                new NightUsage(
                        BigDecimal.ZERO,
                        List.of(),
                        1000,
                        BigDecimal.valueOf(100),
                        1_000_000,
                        new Crawls(0, BigDecimal.ZERO),
                        1000,
                        10_000,
                        1_000_000);

        Bill bill = Estimate.of(night, empty(), tokyo).night();

        // 0.025 + 0.00133334 + 0.20 + 0.0047 + 0.03 + 1.4269
        assertThat(bill.usd()).isEqualByComparingTo("1.68793334");
    }

    @Test
    void dearestLineComesFirst() {
        Estimate estimate = Estimate.of(crawlsAndExport("2"), empty(), tokyo);

        assertThat(estimate.month().biggest().orElseThrow().what()).isEqualTo("Glue crawlers");
    }

    @Test
    void lineSaysWhenItsPriceIsUnconfirmed() {
        Prices virginia = PriceTable.bundled().of("us-east-1", Examples.YEN_PER_DOLLAR);

        assertThat(line(Estimate.of(export("1"), empty(), tokyo).night(), "RDS snapshot export"))
                .extracting(Line::note)
                .asString()
                .endsWith("; price unconfirmed");
        assertThat(line(Estimate.of(export("1"), empty(), virginia).night(), "RDS snapshot export"))
                .extracting(Line::note)
                .asString()
                .doesNotContain("unconfirmed");
    }

    @Test
    void negativeQuantitiesAreRefused() {
        assertThatThrownBy(() -> export("-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of snapshot gigabytes must not be below 0, but is -1.");
    }

    private static NightUsage crawls(long count, String minutes) {
        return night(BigDecimal.ZERO, List.of(), new Crawls(count, new BigDecimal(minutes)));
    }

    private static NightUsage crawlsAndExport(String gigabytes) {
        return night(new BigDecimal(gigabytes), List.of(), new Crawls(1, BigDecimal.valueOf(10)));
    }

    private static NightUsage queries(Queries queries) {
        return night(BigDecimal.ZERO, List.of(queries), new Crawls(0, BigDecimal.ZERO));
    }

    private static NightUsage night(BigDecimal gigabytes, List<Queries> queries, Crawls crawls) {
        return new NightUsage(gigabytes, queries, 0, BigDecimal.ZERO, 0, crawls, 0, 0, 0);
    }
}
