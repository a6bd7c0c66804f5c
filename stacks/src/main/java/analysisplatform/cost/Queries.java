package analysisplatform.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Athena statements of one kind.
 *
 * @param megabytesEach what one of them scans; 1 MB is 1,000,000 bytes
 */
public record Queries(Kind kind, long count, BigDecimal megabytesEach) {

    /**
     * Athena bills no statement for less; a cancelled one is billed too.
     *
     * @see <a href="https://aws.amazon.com/athena/pricing/">Athena pricing, read 2026-11</a>
     */
    public static final BigDecimal MINIMUM_MEGABYTES = BigDecimal.TEN;

    /** Whether Athena bills the statement at all. */
    public enum Kind {
        SCAN,
        /** Views, and everything else that only changes the catalogue, is free. */
        DEFINITION
    }

    public Queries {
        Quantities.notNegative("queries", count);
        Quantities.notNegative("megabytes of a query", megabytesEach);
    }

    public static Queries scans(long count, BigDecimal megabytesEach) {
        return new Queries(Kind.SCAN, count, megabytesEach);
    }

    public static Queries definitions(long count) {
        return new Queries(Kind.DEFINITION, count, BigDecimal.ZERO);
    }

    /** Athena rounds each query up to whole megabytes. */
    public BigDecimal billedMegabytes() {
        return switch (kind) {
            case DEFINITION -> BigDecimal.ZERO;
            case SCAN ->
                    megabytesEach
                            .setScale(0, RoundingMode.CEILING)
                            .max(MINIMUM_MEGABYTES)
                            .multiply(BigDecimal.valueOf(count));
        };
    }
}
