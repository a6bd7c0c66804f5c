package analysisplatform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The sample as it would be if a developer had changed the table of users. */
final class ChangedSample {

    private ChangedSample() {}

    /**
     * @param columns of the changed table, as DuckDB selects them from the table of users
     */
    static void write(Path sample, Path target, String columns) {
        try (Stream<Path> files = Files.walk(sample);
                Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (isUsers(file)) {
                    statement.execute(
                            "COPY (SELECT %s FROM read_parquet('%s')) TO '%s' (FORMAT PARQUET, COMPRESSION GZIP)"
                                    .formatted(columns, file, copy));
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy the sample", e);
        } catch (SQLException e) {
            throw new AssertionError("Cannot rewrite the table of users", e);
        }
    }

    private static boolean isUsers(Path file) {
        return file.getFileName().toString().endsWith(".parquet")
                && List.of(file.toString().split("/")).contains("learning.users");
    }
}
