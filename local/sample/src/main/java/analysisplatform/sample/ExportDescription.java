package analysisplatform.sample;

import java.util.List;

/**
 * What was written.
 *
 * @param database also the name of the folder below the target
 * @param tables in the order of the manifest
 */
public record ExportDescription(String exportId, String database, List<Table> tables) {

    public ExportDescription {
        tables = List.copyOf(tables);
    }

    /**
     * @param folder {@code schema.table}
     * @param batches number of batch folders, at least one
     */
    public record Table(String folder, int rows, int batches) {}

    public int rows() {
        return tables.stream().mapToInt(Table::rows).sum();
    }
}
