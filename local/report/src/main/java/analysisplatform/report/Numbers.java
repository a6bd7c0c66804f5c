package analysisplatform.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them: thousands separated, no more digits than tell something. */
final class Numbers {

    /** From here on a fraction tells nothing. */
    private static final double LARGE = 1000;

    /** From here on digits no longer fit anywhere; the number is then written with a power. */
    private static final double HUGE = 1e15;

    /** Below it a number is written with a power too. */
    private static final double TINY = 1e-6;

    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Numbers() {}

    static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size >= HUGE || size > 0 && size < TINY) {
            return format("0.##E0", BigDecimal.valueOf(value).round(DIGITS));
        }
        if (size < 1) {
            return format("0.########", BigDecimal.valueOf(value).round(DIGITS));
        }
        return format(
                "#,##0.#",
                BigDecimal.valueOf(value).setScale(size >= LARGE ? 0 : 1, RoundingMode.HALF_UP));
    }

    /** With a sign, also for a rise. */
    static String signed(double value) {
        if (value == 0) {
            return "±0";
        }
        return (value > 0 ? "+" : "−") + text(Math.abs(value));
    }

    /** The value is rounded before, because the formatter rounds half to even. */
    private static String format(String pattern, BigDecimal value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value)
                .replace("-", "−");
    }
}
