package analysisplatform.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;

/**
 * All prices of one region.
 *
 * @param yenPerDollar an assumption, not a rate of any day
 * @param items every {@link Item} has a price
 */
public record Prices(String region, BigDecimal yenPerDollar, Map<Item, Price> items) {

    private static final String UNCERTAIN = "price unconfirmed";

    public Prices {
        items = Map.copyOf(new EnumMap<>(items));
    }

    public Price of(Item item) {
        return items.get(item);
    }

    Line line(Charge charge) {
        Price price = of(charge.item());
        BigDecimal usd =
                charge.quantity().multiply(price.usd()).divide(price.per(), MathContext.DECIMAL128);
        return new Line(
                charge.what(),
                charge.quantity(),
                price.unit(),
                usd,
                usd.multiply(yenPerDollar),
                note(charge, price));
    }

    private static String note(Charge charge, Price price) {
        if (price.certain()) {
            return charge.note();
        }
        return charge.note().isEmpty() ? UNCERTAIN : charge.note() + "; " + UNCERTAIN;
    }
}
