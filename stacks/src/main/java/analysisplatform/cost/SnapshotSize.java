package analysisplatform.cost;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * How big the snapshots are. Configuration does not know it; the RDS console does.
 *
 * @param gigabytes of a source that is not in {@code bySource}
 * @param bySource by source name
 */
public record SnapshotSize(BigDecimal gigabytes, Map<String, BigDecimal> bySource) {

    /** 20 GB for every source. */
    public static final SnapshotSize USUAL = ofEachSource(20);

    public SnapshotSize {
        bySource = Map.copyOf(bySource);
        Quantities.notNegative("snapshot gigabytes", gigabytes);
        bySource.forEach(
                (name, size) ->
                        Quantities.notNegative("snapshot gigabytes of source " + name, size));
    }

    public static SnapshotSize ofEachSource(long gigabytes) {
        return new SnapshotSize(BigDecimal.valueOf(gigabytes), Map.of());
    }

    /** What the configuration says of each source. */
    public static SnapshotSize of(Environment environment) {
        Map<String, BigDecimal> sizes = new HashMap<>();
        environment
                .sources()
                .forEach(
                        source ->
                                sizes.put(
                                        source.name(),
                                        BigDecimal.valueOf(source.snapshotGigabytes())));
        return new SnapshotSize(USUAL.gigabytes, sizes);
    }

    public SnapshotSize with(String source, long size) {
        Map<String, BigDecimal> sizes = new HashMap<>(bySource);
        sizes.put(source, BigDecimal.valueOf(size));
        return new SnapshotSize(gigabytes, sizes);
    }

    BigDecimal of(Source source) {
        return bySource.getOrDefault(source.name(), gigabytes);
    }
}
