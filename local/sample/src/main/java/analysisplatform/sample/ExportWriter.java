package analysisplatform.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lays a database out as an RDS snapshot export: {@code
 * <database>/<schema.table>/<batch>/part-*.gz.parquet} and {@code _SUCCESS}, beside them {@code
 * export_info_<id>.json} and {@code export_tables_info_<id>_from_1_to_<n>.json}.
 */
final class ExportWriter {

    private ExportWriter() {}

    static ExportDescription write(SampleDatabase database, Path target) {
        try {
            refuseOccupied(target);
            Path folder = Files.createDirectories(target.resolve(database.name()));
            List<Manifest.Exported> exported = new ArrayList<>();
            for (SampleTable table : database.tables()) {
                exported.add(new Manifest.Exported(table, writeTable(table, folder)));
            }
            String exportId = database.name() + "-export-1";
            new Manifest(exportId, database, exported).write(target);
            return new ExportDescription(
                    exportId,
                    database.name(),
                    database.tables().stream().map(ExportWriter::described).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the sample to " + target, e);
        }
    }

    private static void refuseOccupied(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        "The folder " + target + " is not empty; name an empty or a new one");
            }
        }
    }

    /**
     * @return bytes written
     */
    private static long writeTable(SampleTable table, Path database) throws IOException {
        long bytes = 0;
        int number = 0;
        for (List<Map<String, Object>> rows : table.batches()) {
            number++;
            Path batch =
                    Files.createDirectories(
                            database.resolve(table.folder()).resolve(String.valueOf(number)));
            if (!rows.isEmpty()) {
                bytes += Files.size(ParquetFile.write(table, rows, batch));
            }
            Files.createFile(batch.resolve("_SUCCESS"));
        }
        return bytes;
    }

    private static ExportDescription.Table described(SampleTable table) {
        return new ExportDescription.Table(table.folder(), table.rows(), table.batches().size());
    }
}
