package analysisplatform.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a result.
 *
 * @param values by column name, in the order of the columns; SQL's NULL is Java's
 */
public record Row(Map<String, Object> values) {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * @throws IllegalArgumentException when the result has no such column
     */
    public Object get(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException(
                    "No column " + column + " in the result; it has " + values.keySet());
        }
        return values.get(column);
    }

    /** The value as text, null for NULL. */
    public String text(String column) {
        Object value = get(column);
        return value == null ? null : value.toString();
    }

    /** The value of a number column without a fraction. */
    public long number(String column) {
        return ((Number) get(column)).longValue();
    }

    /** The values alone, in the order of the columns. */
    public List<Object> list() {
        return Collections.unmodifiableList(new ArrayList<>(values.values()));
    }
}
