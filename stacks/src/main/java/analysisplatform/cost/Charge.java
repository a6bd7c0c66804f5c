package analysisplatform.cost;

import java.math.BigDecimal;

/**
 * A quantity that AWS bills, not yet priced.
 *
 * @param what the line's name
 * @param quantity in the unit of the item's price, minimums applied
 */
record Charge(Item item, String what, BigDecimal quantity, String note) {

    static Charge of(Item item, BigDecimal quantity) {
        return of(item, quantity, "");
    }

    static Charge of(Item item, BigDecimal quantity, String note) {
        return new Charge(item, item.label(), quantity, note);
    }

    static Charge of(Item item, long quantity) {
        return of(item, BigDecimal.valueOf(quantity));
    }

    Charge called(String name) {
        return new Charge(item, name, quantity, note);
    }

    Charge times(int factor) {
        return new Charge(item, what, quantity.multiply(BigDecimal.valueOf(factor)), note);
    }

    boolean isUsed() {
        return quantity.signum() > 0;
    }
}
