package analysisplatform.masking;

import java.util.ArrayList;
import java.util.List;

/** Java's values as SQL, written apart from the code under test. */
final class Literal {

    private Literal() {}

    /** Of the type that the catalogue gives text: a varchar without a length. */
    static String text(String value) {
        return value == null
                ? "CAST(NULL AS varchar)"
                : "VARCHAR '" + value.replace("'", "''") + "'";
    }

    /** One row: its number and the text. */
    static String row(int number, String value) {
        return "(" + number + ", " + text(value) + ")";
    }

    /** Rows numbered from 0. */
    static String[] rows(Iterable<String> values) {
        List<String> rows = new ArrayList<>();
        for (String value : values) {
            rows.add(row(rows.size(), value));
        }
        return rows.toArray(String[]::new);
    }
}
