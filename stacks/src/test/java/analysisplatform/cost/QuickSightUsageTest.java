package analysisplatform.cost;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.constructs.TestEnvironments;
import analysisplatform.cost.MonthlyStanding.QuickSightUsers;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class QuickSightUsageTest {

    private static final Environment FULL = TestEnvironments.full();

    @Test
    void everyNamedPersonIsPaidForAndAdminsLikeAuthors() {
        Bill month = Estimates.of(FULL, SnapshotSize.ofEachSource(1)).month();

        assertThat(Examples.line(month, "QuickSight authors").usd()).isEqualByComparingTo("48");
        assertThat(Examples.line(month, "QuickSight readers").usd()).isEqualByComparingTo("6");
        assertThat(month.lines()).noneMatch(line -> line.what().equals("QuickSight, SPICE"));
    }

    @Test
    void spiceIsPaidForBeyondWhatTheAuthorsBring() {
        assertThat(new QuickSightUsers(1, 0, new BigDecimal("12.5")).paidSpiceGigabytes())
                .isEqualByComparingTo("2.5");
        assertThat(new QuickSightUsers(2, 0, new BigDecimal("12.5")).paidSpiceGigabytes())
                .isEqualByComparingTo("0");
    }

    @Test
    void aBigViewNeedsMoreSpiceThanComesWithTheAuthors() {
        Bill month = Estimates.of(FULL, SnapshotSize.ofEachSource(200)).month();

        // 200 GB of snapshot, a tenth of it Parquet, half of that the view, five times that SPICE
        assertThat(Examples.line(month, "QuickSight, SPICE").usd())
                .isEqualByComparingTo(new BigDecimal("0.38").multiply(BigDecimal.valueOf(50 - 20)));
    }

    @Test
    void switchedOffItCostsNothing() {
        Bill month =
                Estimates.of(
                                TestEnvironments.fullWithoutQuickSight(),
                                SnapshotSize.ofEachSource(200))
                        .month();

        assertThat(month.lines()).noneMatch(line -> line.what().startsWith("QuickSight"));
    }
}
