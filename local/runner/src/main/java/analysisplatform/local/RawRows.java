package analysisplatform.local;

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

/** Rows of an export folder as they are before the mask. */
final class RawRows {

    private final Path export;

    /**
     * @param export folder in the layout of an RDS export
     */
    RawRows(Path export) {
        this.export = export;
    }

    /**
     * @param folder {@code <database>/<schema.table>}
     * @param filled columns that must not be NULL in a row that is shown
     */
    List<Map<String, String>> first(int count, String folder, List<String> filled) {
        String files = export.resolve(folder).resolve("*/*.parquet").toString();
        String condition =
                String.join(" AND ", filled.stream().map(c -> '"' + c + "\" IS NOT NULL").toList());
        String sql =
                "SELECT * FROM read_parquet('%s') WHERE %s LIMIT %d"
                        .formatted(files.replace("'", "''"), condition, count);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Map<String, String>> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new LocalRunFailed("Cannot read " + files + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> row(ResultSet rows) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.put(rows.getMetaData().getColumnName(column), rows.getString(column));
        }
        return row;
    }
}
