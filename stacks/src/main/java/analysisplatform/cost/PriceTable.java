package analysisplatform.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The prices of {@code prices.yaml}, by region. */
public final class PriceTable {

    private static final String RESOURCE = "prices.yaml";

    private final SortedMap<String, Prices> regions;

    PriceTable(SortedMap<String, Prices> regions) {
        this.regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }

    /**
     * The table that comes with this library.
     *
     * @throws IllegalArgumentException with a sentence that names the entry when it is not valid
     */
    public static PriceTable bundled() {
        try (InputStream yaml = PriceTable.class.getResourceAsStream(RESOURCE)) {
            return PriceFile.read(RESOURCE, yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, unreadable);
        }
    }

    /**
     * @throws IllegalArgumentException when the table does not know the region
     */
    public Prices of(String region) {
        Prices prices = regions.get(region);
        if (prices == null) {
            throw new IllegalArgumentException(
                    "No prices are known for region %s, only for %s; add the region to %s."
                            .formatted(region, String.join(", ", regions.keySet()), RESOURCE));
        }
        return prices;
    }

    public SortedMap<String, Prices> regions() {
        return regions;
    }
}
