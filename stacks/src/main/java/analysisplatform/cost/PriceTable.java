package analysisplatform.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The prices of {@code prices.yaml}, by region. */
public final class PriceTable {

    private static final String RESOURCE = "prices.yaml";

    private final SortedMap<String, Map<Item, Price>> regions;

    PriceTable(SortedMap<String, Map<Item, Price>> regions) {
        this.regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }

    /** Read once: the search for the largest snapshot prices a dozen estimates. */
    private static final class Bundled {
        private static final PriceTable TABLE = read();

        private static PriceTable read() {
            try (InputStream yaml = PriceTable.class.getResourceAsStream(RESOURCE)) {
                return PriceFile.read(RESOURCE, yaml);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Cannot read " + RESOURCE, unreadable);
            }
        }
    }

    /** The table that comes with this library. */
    public static PriceTable bundled() {
        return Bundled.TABLE;
    }

    public boolean knows(String region) {
        return regions.containsKey(region);
    }

    /**
     * @param yenPerDollar JPY for one USD
     * @throws IllegalArgumentException when the table does not know the region
     */
    public Prices of(String region, BigDecimal yenPerDollar) {
        if (!knows(region)) {
            throw new IllegalArgumentException(
                    "No prices are known for region %s, only for %s; add the region to %s."
                            .formatted(region, String.join(", ", regions.keySet()), RESOURCE));
        }
        return new Prices(region, yenPerDollar, regions.get(region));
    }

    /** Every region has a price of every item. */
    public SortedMap<String, Map<Item, Price>> regions() {
        return regions;
    }
}
