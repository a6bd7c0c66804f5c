package analysisplatform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder in the layout of an RDS export: {@code <database>/<schema.table>/<batch>/part-*.parquet}
 * and the export's manifests beside the database.
 *
 * @param database name of its one database folder
 */
public record ExportFolder(Path path, String database) {

    /**
     * @throws NoExport when it is no folder or does not hold exactly one database
     */
    public static ExportFolder at(Path path) {
        if (!Files.isDirectory(path)) {
            throw new NoExport("There is no folder " + path + ".");
        }
        List<String> databases = names(path);
        if (databases.size() != 1) {
            throw new NoExport(
                    "%s must hold the folder of one database, but holds %s."
                            .formatted(path, databases.isEmpty() ? "none" : databases));
        }
        return new ExportFolder(path.toAbsolutePath(), databases.get(0));
    }

    /** The folders of tables, {@code schema.table} each, by name. */
    public List<String> tableFolders() {
        return names(path.resolve(database));
    }

    /** All Parquet files of one table, in whatever batch folders. */
    public List<Path> parquetFiles(String tableFolder) {
        try (Stream<Path> files = Files.walk(path.resolve(database).resolve(tableFolder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + path, e);
        }
    }

    /** The manifests that tell of tables; none when the export was copied without them. */
    public List<Path> manifests() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(
                            file ->
                                    file.getFileName()
                                            .toString()
                                            .matches("export_tables_info_.*\\.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + path, e);
        }
    }

    private static List<String> names(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + parent, e);
        }
    }
}
