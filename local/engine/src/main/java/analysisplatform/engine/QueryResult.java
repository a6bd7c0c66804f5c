package analysisplatform.engine;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a statement gave. Statements that write have one row with the number of rows written.
 *
 * @param columns in the order of the SELECT
 * @param bytesRead from files, as Athena bills them
 */
public record QueryResult(List<Column> columns, List<Row> rows, long bytesRead)
        implements Iterable<Row> {

    public QueryResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param type in Trino's words, for example {@code varchar} or {@code timestamp(3)}
     */
    public record Column(String name, String type) {}

    /** All values of one column. */
    public List<Object> values(String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toList(), Collections::unmodifiableList));
    }

    /**
     * The only row.
     *
     * @throws IllegalStateException when there are none or several
     */
    public Row single() {
        if (rows.size() != 1) {
            throw new IllegalStateException("Expected one row, got " + rows.size());
        }
        return rows.get(0);
    }

    /** The only value of the only row. */
    public Object value() {
        List<Object> values = single().list();
        if (values.size() != 1) {
            throw new IllegalStateException("Expected one column, got " + values.size());
        }
        return values.get(0);
    }

    @Override
    public Iterator<Row> iterator() {
        return rows.iterator();
    }
}
