package analysisplatform.cost;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform.Spending;
import analysisplatform.config.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The part of the month's limit that the analysis account's own bill may reach. RDS charges an
 * export to the account of the snapshot, so what other accounts are estimated to pay is taken off.
 */
public final class AccountLimit {

    private static final int CENTS = 2;

    /** AWS Budgets refuses a limit of nothing. */
    private static final BigDecimal SMALLEST = BigDecimal.ONE;

    private AccountLimit() {}

    /** USD, whole cents, at least one dollar. */
    public static BigDecimal usd(Environment environment) {
        Spending spending = environment.platform().spending();
        return BigDecimal.valueOf(spending.monthlyYen())
                .divide(spending.yenPerDollar(), MathContext.DECIMAL64)
                .subtract(paidElsewhere(environment))
                .max(SMALLEST)
                .setScale(CENTS, RoundingMode.DOWN);
    }

    private static BigDecimal paidElsewhere(Environment environment) {
        String region = environment.platform().region();
        if (!PriceTable.bundled().knows(region)) {
            return BigDecimal.ZERO;
        }
        Price export = PriceTable.bundled().regions().get(region).get(Item.RDS_EXPORT);
        return environment.sources().stream()
                .filter(source -> !source.account().equals(environment.platform().account()))
                .map(Source::snapshotGigabytes)
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(BigDecimal.valueOf(Estimate.NIGHTS))
                .multiply(export.usd())
                .divide(export.per(), MathContext.DECIMAL64);
    }
}
