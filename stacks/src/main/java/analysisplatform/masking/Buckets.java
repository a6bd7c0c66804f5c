package analysisplatform.masking;

import analysisplatform.config.Action;
import java.math.BigDecimal;
import java.util.List;

/** Masks of numbers. */
final class Buckets {

    /** The engine's own cast also reads the words NaN and Infinity, and 1d as 1. */
    private static final String NUMBER =
            "'^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?$'";

    private Buckets() {}

    static Mask bucket(Action.Bucket action, String raw) {
        String text = Texts.trimmed(raw);
        return Mask.of(
                "CASE WHEN regexp_like(%1$s, %2$s) THEN TRY_CAST(%1$s AS double) END"
                        .formatted(text, NUMBER),
                number -> labels(action.edges(), number));
    }

    private static String labels(List<BigDecimal> edges, String number) {
        StringBuilder cases = new StringBuilder("CAST(CASE");
        String from = "";
        for (BigDecimal edge : edges) {
            String label = from + (from.isEmpty() ? "<" : "..<") + plain(edge);
            cases.append(" WHEN %s < %sE0 THEN '%s'".formatted(number, plain(edge), label));
            from = plain(edge);
        }
        return cases.append(
                        " WHEN %s >= %sE0 THEN '>=%s' END AS varchar)"
                                .formatted(number, from, from))
                .toString();
    }

    private static String plain(BigDecimal edge) {
        return edge.stripTrailingZeros().toPlainString();
    }
}
