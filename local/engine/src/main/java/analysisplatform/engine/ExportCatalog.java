package analysisplatform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Catalogues an RDS export on local files the way a Glue crawler does on S3: one external table for
 * each folder that holds Parquet, named after the folder, its batch folders as the partition key
 * {@code partition_0}. A folder with only {@code _SUCCESS} gives no table.
 */
public final class ExportCatalog {

    /** The batch folder of a row. */
    public static final String PARTITION_KEY = "partition_0";

    private final EngineClient client;

    public ExportCatalog(EngineClient client) {
        this.client = client;
    }

    /**
     * @param schema created when absent
     * @param export holds {@code <database>/<schema.table>/<batch>/part-*.parquet}
     * @return the names of the tables made, in the order of the folders
     */
    public List<String> register(String schema, Path export) {
        client.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(schema));
        List<String> tables = new ArrayList<>();
        for (Path database : folders(export)) {
            for (Path folder : folders(database)) {
                registerTable(schema, folder).ifPresent(tables::add);
            }
        }
        return List.copyOf(tables);
    }

    private Optional<String> registerTable(String schema, Path folder) {
        List<Path> batches =
                folders(folder).stream().filter(batch -> !parquetFiles(batch).isEmpty()).toList();
        List<Path> files = batches.isEmpty() ? parquetFiles(folder) : parquetFiles(batches.get(0));
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String table = catalogued(folder.getFileName().toString());
        createTable(quoted(schema) + "." + quoted(table), folder, files.get(0), batches);
        batches.forEach(batch -> registerPartition(schema, table, batch));
        return Optional.of(table);
    }

    private void createTable(String table, Path folder, Path file, List<Path> batches) {
        List<String> columns = new ArrayList<>();
        ParquetSchema.of(file)
                .forEach(column -> columns.add(definition(column.name(), column.trinoType())));
        String partitioning = "";
        if (!batches.isEmpty()) {
            columns.add(definition(PARTITION_KEY, "varchar"));
            partitioning = ", partitioned_by = ARRAY['" + PARTITION_KEY + "']";
        }
        client.execute(
                columns.stream()
                                .collect(
                                        Collectors.joining(
                                                ", ", "CREATE TABLE " + table + " (", ")"))
                        + " WITH (format = 'PARQUET', external_location = "
                        + literal(location(folder))
                        + partitioning
                        + ")");
    }

    private void registerPartition(String schema, String table, Path batch) {
        client.execute(
                "CALL system.register_partition(%s, %s, ARRAY['%s'], ARRAY[%s], %s)"
                        .formatted(
                                literal(schema),
                                literal(table),
                                PARTITION_KEY,
                                literal(batch.getFileName().toString()),
                                literal(location(batch))));
    }

    private static String catalogued(String folder) {
        return folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }

    private static String location(Path folder) {
        return "file://" + folder.toAbsolutePath();
    }

    private static String definition(String name, String type) {
        return quoted(name) + " " + type;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static List<Path> folders(Path parent) {
        return children(parent).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> parquetFiles(Path folder) {
        return children(folder).stream()
                .filter(file -> file.getFileName().toString().endsWith(".parquet"))
                .toList();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
