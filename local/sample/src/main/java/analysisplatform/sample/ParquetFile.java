package analysisplatform.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes rows as one gzip-compressed Parquet file, named as Spark names them. */
final class ParquetFile {

    private ParquetFile() {}

    /** The file's name is derived from its content, so equal rows give an equal name. */
    static Path write(SampleTable table, List<Map<String, Object>> rows, Path folder) {
        Path draft = folder.resolve("draft.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            // With several threads the order of the rows may change.
            statement.execute("SET threads = 1");
            statement.execute(createTable(table.columns()));
            append(connection.unwrap(DuckDBConnection.class), table, rows);
            statement.execute(
                    "COPY rows TO '%s' (FORMAT parquet, COMPRESSION gzip)"
                            .formatted(draft.toString().replace("'", "''")));
            UUID id = UUID.nameUUIDFromBytes(Files.readAllBytes(draft));
            return Files.move(draft, folder.resolve("part-00000-" + id + "-c000.gz.parquet"));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write rows of " + table.folder(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + draft, e);
        }
    }

    private static String createTable(List<SourceColumn> columns) {
        return columns.stream()
                .map(column -> '"' + column.name() + "\" " + column.parquetType())
                .collect(Collectors.joining(", ", "CREATE TABLE rows (", ")"));
    }

    private static void append(
            DuckDBConnection connection, SampleTable table, List<Map<String, Object>> rows)
            throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("main", "rows")) {
            for (Map<String, Object> row : rows) {
                if (row.size() != table.columns().size()) {
                    throw new IllegalArgumentException(
                            "A row of " + table.folder() + " has " + row.keySet());
                }
                appender.beginRow();
                for (SourceColumn column : table.columns()) {
                    append(appender, row.get(column.name()));
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof Integer number) {
            appender.append(number.intValue());
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            appender.append(flag.booleanValue());
        } else if (value instanceof BigDecimal number) {
            appender.append(number);
        } else if (value instanceof byte[] bytes) {
            appender.append(bytes);
        } else if (value instanceof OffsetDateTime time) {
            appender.append(time);
        } else {
            throw new IllegalArgumentException("No way to write a " + value.getClass());
        }
    }
}
