package analysisplatform.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private final Budget budget = Budget.OF_A_MONTH;

    @Test
    void exactlyTheBudgetIsAllowed() {
        Bill bill = bill("4000", "1000");

        assertThat(budget.allows(bill)).isTrue();
        assertThat(budget.verdict(bill))
                .isEqualTo("5,000 JPY a month, budget 5,000 JPY: 0 JPY are left.");
    }

    @Test
    void fractionOfAYenAboveIsTooMuch() {
        Bill bill = bill("5000", "0.001");

        assertThat(budget.allows(bill)).isFalse();
        assertThat(budget.verdict(bill)).contains("1 JPY too much");
    }

    @Test
    void verdictNamesTheBiggestLineWhenTheBillIsTooHigh() {
        assertThat(budget.verdict(bill("100", "6000.4", "1300")))
                .isEqualTo(
                        "7,401 JPY a month, budget 5,000 JPY: 2,401 JPY too much."
                                + " The biggest line is thing 6000.4 with 6,000 JPY.");
    }

    @Test
    void roundedLinesDoNotAddUpToARoundingErrorInTheTotal() {
        assertThat(bill("0.4", "0.4", "0.4").yen()).isEqualByComparingTo("2");
    }

    @Test
    void billWithoutLinesCostsNothing() {
        assertThat(bill().yen()).isEqualByComparingTo("0");
        assertThat(bill().biggest()).isEmpty();
    }

    private static Bill bill(String... yen) {
        return new Bill(
                Arrays.stream(yen)
                        .map(BigDecimal::new)
                        .map(
                                amount ->
                                        new Line(
                                                "thing " + amount,
                                                BigDecimal.ONE,
                                                "thing",
                                                amount.movePointLeft(2),
                                                amount,
                                                ""))
                        .toList());
    }
}
