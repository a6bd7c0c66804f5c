package analysisplatform.cost;

import java.math.BigDecimal;

/**
 * Runs of Glue crawlers.
 *
 * @param minutesEach how long one of them works
 */
public record Crawls(long count, BigDecimal minutesEach) {

    /** A crawler uses two data processing units. Unconfirmed: no AWS page says so. */
    public static final BigDecimal DPU = BigDecimal.valueOf(2);

    /** A shorter crawl is billed like one of ten minutes. Unconfirmed, but the dearer reading. */
    public static final BigDecimal MINIMUM_MINUTES = BigDecimal.TEN;

    public Crawls {
        Quantities.notNegative("crawls", count);
        Quantities.notNegative("minutes of a crawl", minutesEach);
    }

    public BigDecimal billedDpuMinutes() {
        return minutesEach.max(MINIMUM_MINUTES).multiply(DPU).multiply(BigDecimal.valueOf(count));
    }
}
