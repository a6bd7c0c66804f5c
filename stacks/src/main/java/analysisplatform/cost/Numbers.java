package analysisplatform.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them, the same on every computer. */
final class Numbers {

    private Numbers() {}

    static String yen(BigDecimal yen) {
        return format("#,##0", yen);
    }

    static String usd(BigDecimal usd, int decimals) {
        return format("#,##0." + "0".repeat(decimals), usd);
    }

    static String quantity(BigDecimal quantity) {
        return format("#,##0.##", quantity);
    }

    private static String format(String pattern, BigDecimal number) {
        DecimalFormat format =
                new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
