package analysisplatform.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small steps with rows. */
final class Rows {

    private Rows() {}

    /** A row of names and values in turn; a value may be null. */
    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    /** The row with some values replaced. */
    static Map<String, Object> with(Map<String, Object> row, Object... namesAndValues) {
        Map<String, Object> changed = new LinkedHashMap<>(row);
        row(namesAndValues)
                .forEach(
                        (name, value) -> {
                            if (!changed.containsKey(name)) {
                                throw new IllegalArgumentException("No column " + name);
                            }
                            changed.put(name, value);
                        });
        return changed;
    }

    /** Cuts the rows into batches of about equal size. */
    static List<List<Map<String, Object>>> batches(List<Map<String, Object>> rows, int number) {
        List<List<Map<String, Object>>> batches = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int from = rows.size() * i / number;
            int to = rows.size() * (i + 1) / number;
            batches.add(Collections.unmodifiableList(rows.subList(from, to)));
        }
        return batches;
    }
}
