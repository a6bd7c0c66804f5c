package analysisplatform.cost;

import analysisplatform.config.Environment;
import java.math.BigDecimal;

/** What a month may cost. */
public record Budget(BigDecimal yen) {

    /** What the platform was asked to stay within. */
    public static final Budget OF_A_MONTH = new Budget(BigDecimal.valueOf(5000));

    /** What the configuration allows. */
    public static Budget of(Environment environment) {
        return new Budget(BigDecimal.valueOf(environment.platform().spending().monthlyYen()));
    }

    public boolean allows(Bill bill) {
        return bill.yen().compareTo(yen) <= 0;
    }

    /** One sentence; it names the line to look at first when the bill is too high. */
    public String verdict(Bill bill) {
        String compared =
                "%s JPY a month, budget %s JPY"
                        .formatted(Numbers.yen(bill.yen()), Numbers.yen(yen));
        if (allows(bill)) {
            return "%s: %s JPY are left."
                    .formatted(compared, Numbers.yen(yen.subtract(bill.yen())));
        }
        Line biggest = bill.biggest().orElseThrow();
        return "%s: %s JPY too much. The biggest line is %s with %s JPY."
                .formatted(
                        compared,
                        Numbers.yen(bill.yen().subtract(yen)),
                        biggest.what(),
                        Numbers.yen(biggest.yen()));
    }
}
