package analysisplatform.sample;

import java.util.List;
import java.util.Map;

/**
 * One table and its rows.
 *
 * @param schema for MySQL the database
 * @param batches the rows of each batch folder, values by column name; one empty batch for an empty
 *     table
 */
record SampleTable(
        String schema,
        String name,
        List<SourceColumn> columns,
        List<List<Map<String, Object>>> batches) {

    SampleTable {
        columns = List.copyOf(columns);
        batches = List.copyOf(batches);
    }

    /** The name of the table's folder. */
    String folder() {
        return schema + "." + name;
    }

    int rows() {
        return batches.stream().mapToInt(List::size).sum();
    }
}
