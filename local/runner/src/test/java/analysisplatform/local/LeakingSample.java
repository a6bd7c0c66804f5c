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

/** The sample as it would be if a developer stored mail addresses in the column {@code plan}. */
final class LeakingSample {

    private LeakingSample() {}

    static void write(Path sample, Path target) {
        try (Stream<Path> files = Files.walk(sample);
                Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (isUsers(file)) {
                    statement.execute(
                            "COPY (SELECT * REPLACE (email AS plan) FROM read_parquet('%s')) TO '%s' (FORMAT PARQUET, COMPRESSION GZIP)"
                                    .formatted(file, copy));
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
