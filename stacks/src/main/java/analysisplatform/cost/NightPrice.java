package analysisplatform.cost;

import analysisplatform.config.Environment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a night of one source costs, from how much its export turned out to be. An estimate, with
 * the usual assumptions.
 *
 * @param yen whatever the size; all sources share the environment's alike
 * @param yenPerGigabyte of exported Parquet, its share of the snapshot included
 */
public record NightPrice(BigDecimal yen, BigDecimal yenPerGigabyte) {

    private static final int DECIMALS = 4;

    /** Empty when nobody knows the prices of the region. */
    public static Optional<NightPrice> of(Environment environment) {
        if (!PriceTable.bundled().knows(environment.platform().region())) {
            return Optional.empty();
        }
        BigDecimal sources = BigDecimal.valueOf(environment.sources().size());
        BigDecimal small = night(environment, 0);
        BigDecimal larger = night(environment, 1);
        return Optional.of(
                new NightPrice(
                        shared(small, sources),
                        shared(
                                larger.subtract(small)
                                        .divide(
                                                Assumptions.USUAL.parquetShare(),
                                                MathContext.DECIMAL64),
                                sources)));
    }

    private static BigDecimal night(Environment environment, long gigabytes) {
        return Estimates.of(environment, SnapshotSize.ofEachSource(gigabytes)).night().yenExactly();
    }

    private static BigDecimal shared(BigDecimal yen, BigDecimal sources) {
        return yen.divide(sources, DECIMALS, RoundingMode.CEILING);
    }
}
