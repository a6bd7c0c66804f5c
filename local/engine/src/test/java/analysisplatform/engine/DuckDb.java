package analysisplatform.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Writes Parquet of any type with a program that is not the one under test. */
final class DuckDb {

    private DuckDb() {}

    static Path write(String select, Path file) throws Exception {
        Files.createDirectories(file.getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (" + select + ") TO '" + file + "' (FORMAT parquet, COMPRESSION gzip)");
        }
        return file;
    }
}
