package analysisplatform.cost;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What AWS asks for one thing in one region.
 *
 * @param usd buys {@code per} times {@code unit}
 * @param source where the figure was read
 * @param read the month in which it was read, or written down if it is from memory
 * @param certain whether the source is AWS's own page or price data for this very region
 */
public record Price(
        BigDecimal usd,
        BigDecimal per,
        String unit,
        String source,
        YearMonth read,
        boolean certain) {}
