package analysisplatform.cost;

import static analysisplatform.cost.Examples.TOKYO;
import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import org.junit.jupiter.api.Test;

class AccountLimitTest {

    @Test
    void exportsThatAnotherAccountPaysAreTakenOff() {
        // 5,000 JPY are 33.33 USD; an export of 20 GB costs 0.24 USD on each of 30 nights
        assertThat(AccountLimit.usd(Examples.shop())).isEqualByComparingTo("26.13");
    }

    @Test
    void exportsOfTheAnalysisAccountStayIn() {
        Environment own =
                Examples.environment(
                        TOKYO, false, Examples.source("shop", 1, Examples.ANALYSIS_ACCOUNT));

        assertThat(AccountLimit.usd(own)).isEqualByComparingTo("33.33");
    }

    @Test
    void limitIsNeverBelowADollar() {
        assertThat(AccountLimit.usd(Examples.spending(Examples.shop(), 100, "a trial")))
                .isEqualByComparingTo("1");
    }

    @Test
    void regionWithoutPricesHasTheWholeLimit() {
        assertThat(
                        AccountLimit.usd(
                                Examples.environment("eu-west-1", false, Examples.source("a", 1))))
                .isEqualByComparingTo("33.33");
    }
}
