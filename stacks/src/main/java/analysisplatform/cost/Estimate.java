package analysisplatform.cost;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one night and one month of the platform cost. Free tiers and consumption tax are left out.
 *
 * @param month {@value #NIGHTS} nights and everything that stands beside them
 */
public record Estimate(String region, Bill night, Bill month) {

    /** Nights in a month. */
    public static final int NIGHTS = 30;

    public static Estimate of(NightUsage night, MonthlyStanding standing, Prices prices) {
        List<Charge> nightly = night.charges();
        return new Estimate(
                prices.region(),
                Bill.of(nightly, prices),
                Bill.of(
                        Stream.concat(
                                        nightly.stream().map(charge -> charge.times(NIGHTS)),
                                        standing.charges().stream())
                                .toList(),
                        prices));
    }
}
