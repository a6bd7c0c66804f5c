package analysisplatform.cost;

import java.math.BigDecimal;

/** Checks that records share. */
final class Quantities {

    private Quantities() {}

    static void notNegative(String what, BigDecimal quantity) {
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException(
                    "The number of %s must not be below 0, but is %s."
                            .formatted(what, quantity.toPlainString()));
        }
    }

    static void notNegative(String what, long quantity) {
        notNegative(what, BigDecimal.valueOf(quantity));
    }
}
