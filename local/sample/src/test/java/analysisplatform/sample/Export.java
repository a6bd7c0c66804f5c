package analysisplatform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A written export, read back. */
record Export(Path folder, ExportDescription description) {

    /** Content by path below the export's folder. */
    Map<String, byte[]> files() {
        try (Stream<Path> paths = Files.walk(folder)) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readAllBytes(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** First column of a query in which {@code $table} stands for all batches of a table. */
    List<Object> query(String table, String sql) {
        String files =
                "read_parquet('%s/%s/%s/*/*.parquet')"
                        .formatted(folder, description.database(), table);
        return run(sql.replace("$table", files)).stream().map(row -> row.get(0)).toList();
    }

    /** Parquet's physical type and annotation of each column, of a table's first batch. */
    Map<String, String> types(String table) {
        Map<String, String> types = new LinkedHashMap<>();
        run(("SELECT name, type, converted_type, precision, scale FROM"
                                + " parquet_schema('%s/%s/%s/1/*.parquet') WHERE type IS NOT NULL")
                        .formatted(folder, description.database(), table))
                .forEach(row -> types.put((String) row.get(0), type(row)));
        return types;
    }

    private static String type(List<Object> row) {
        String annotation = row.get(2) == null ? "" : " " + row.get(2);
        String digits =
                annotation.equals(" DECIMAL") ? "(" + row.get(3) + "," + row.get(4) + ")" : "";
        return row.get(1) + annotation + digits;
    }

    private static List<List<Object>> run(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
