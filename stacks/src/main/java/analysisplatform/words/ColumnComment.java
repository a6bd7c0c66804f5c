package analysisplatform.words;

import analysisplatform.config.Language;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.masking.PublishedColumn;
import java.nio.charset.StandardCharsets;

/** What the catalogue says of a published column: its class, and what its mask does. */
public final class ColumnComment {

    /**
     * Of a comment in UTF-8:
     * https://docs.aws.amazon.com/glue/latest/webapi/API_Column.html#Glue-Type-Column-Comment
     */
    private static final int MOST_BYTES = 255;

    private static final String CUT = "…";

    private ColumnComment() {}

    /** One line of at most 255 bytes; the end of a longer one is left out. */
    public static String of(MaskingPolicy policy, PublishedColumn column, Language language) {
        Words dataClass = MaskWords.of(column.dataClass());
        Words mask = MaskWords.of(policy).of(column.action()).whole();
        return cut("%s: %s".formatted(dataClass.in(language), mask.in(language)));
    }

    private static String cut(String text) {
        if (bytes(text) <= MOST_BYTES) {
            return text;
        }
        int end = text.length();
        while (bytes(text.substring(0, end) + CUT) > MOST_BYTES) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + CUT;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
