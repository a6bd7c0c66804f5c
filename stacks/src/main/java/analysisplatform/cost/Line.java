package analysisplatform.cost;

import java.math.BigDecimal;

/**
 * One priced line. Amounts are exact; whoever shows them rounds.
 *
 * @param quantity in {@code unit}, minimums applied
 * @param note why the quantity is what it is and whether the price must still be confirmed
 */
public record Line(
        String what,
        BigDecimal quantity,
        String unit,
        BigDecimal usd,
        BigDecimal yen,
        String note) {}
