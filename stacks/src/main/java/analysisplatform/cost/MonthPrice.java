package analysisplatform.cost;

import analysisplatform.config.Environment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What a month costs, divided as it can be measured while it goes by. An estimate, with the usual
 * assumptions.
 *
 * @param standing yen of a whole month, whatever is done in it
 * @param night of one source
 * @param yenPerGigabyte that an analyst's query scans
 */
public record MonthPrice(BigDecimal standing, NightPrice night, BigDecimal yenPerGigabyte) {

    private static final BigDecimal MEGABYTES_PER_GIGABYTE = BigDecimal.valueOf(1000);

    /** Empty when nobody knows the prices of the region. */
    public static Optional<MonthPrice> of(Environment environment) {
        return NightPrice.of(environment)
                .map(night -> new MonthPrice(standing(environment), night, scan(environment)));
    }

    private static BigDecimal standing(Environment environment) {
        Estimate estimate =
                Estimates.of(
                        environment,
                        SnapshotSize.USUAL,
                        Assumptions.of(environment).withoutAnalystQueries());
        return estimate.month()
                .yenExactly()
                .subtract(
                        estimate.night()
                                .yenExactly()
                                .multiply(BigDecimal.valueOf(Estimate.NIGHTS)));
    }

    private static BigDecimal scan(Environment environment) {
        Prices prices = Estimates.prices(environment);
        Price scan = prices.of(Item.ATHENA_SCAN);
        return scan.usd()
                .multiply(prices.yenPerDollar())
                .multiply(MEGABYTES_PER_GIGABYTE)
                .divide(scan.per(), MathContext.DECIMAL64);
    }
}
