package analysisplatform.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lines that are paid together, dearest first. */
public record Bill(List<Line> lines) {

    public Bill {
        lines = lines.stream().sorted(Comparator.comparing(Line::usd).reversed()).toList();
    }

    static Bill of(List<Charge> charges, Prices prices) {
        return new Bill(charges.stream().map(prices::line).toList());
    }

    public BigDecimal usd() {
        return lines.stream().map(Line::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whole yen, rounded up: what is over the budget by a fraction is over it. */
    public BigDecimal yen() {
        return yenExactly().setScale(0, RoundingMode.CEILING);
    }

    BigDecimal yenExactly() {
        return lines.stream().map(Line::yen).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Optional<Line> biggest() {
        return lines.stream().findFirst();
    }
}
