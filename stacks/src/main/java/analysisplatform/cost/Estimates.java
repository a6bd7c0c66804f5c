package analysisplatform.cost;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform;
import analysisplatform.config.Source;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an environment will cost, before anything of it is deployed. */
public final class Estimates {

    /** No estimate is asked for above this; the export alone costs about 540,000 yen a month. */
    private static final int LARGEST_GIGABYTES = 10_000;

    private Estimates() {}

    /**
     * Of the environment as it is configured.
     *
     * @throws IllegalArgumentException when the region has no prices
     */
    public static Estimate of(Environment environment) {
        return of(environment, SnapshotSize.of(environment));
    }

    /**
     * With the assumptions of the configuration and the prices that come with this library.
     *
     * @throws IllegalArgumentException when the region has no prices or a size names no source
     */
    public static Estimate of(Environment environment, SnapshotSize snapshots) {
        return of(environment, snapshots, Assumptions.of(environment));
    }

    public static Estimate of(
            Environment environment, SnapshotSize snapshots, Assumptions assumptions) {
        checkSources(environment, snapshots);
        ExpectedUsage usage = new ExpectedUsage(environment, snapshots, assumptions);
        return Estimate.of(usage.night(), usage.standing(), prices(environment));
    }

    static Prices prices(Environment environment) {
        Platform platform = environment.platform();
        return PriceTable.bundled().of(platform.region(), platform.spending().yenPerDollar());
    }

    /**
     * The most whole GB that each source's snapshot may have; empty when even 1 GB is too dear, and
     * never above 10,000.
     */
    public static OptionalInt largestSnapshotWithin(Budget budget, Environment environment) {
        int fits = 0;
        int tooBig = LARGEST_GIGABYTES + 1;
        while (tooBig - fits > 1) {
            int middle = (fits + tooBig) / 2;
            if (budget.allows(of(environment, SnapshotSize.ofEachSource(middle)).month())) {
                fits = middle;
            } else {
                tooBig = middle;
            }
        }
        return fits == 0 ? OptionalInt.empty() : OptionalInt.of(fits);
    }

    private static void checkSources(Environment environment, SnapshotSize snapshots) {
        Set<String> known =
                environment.sources().stream()
                        .map(Source::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = new TreeSet<>(snapshots.bySource().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "A snapshot size is given for %s, but environment %s has only the sources %s."
                            .formatted(
                                    String.join(", ", unknown),
                                    environment.name(),
                                    String.join(", ", known)));
        }
    }
}
