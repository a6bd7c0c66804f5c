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

/** The sample as it would be if a developer stored something personal in a harmless column. */
final class LeakingSample {

    static final Leak USERS_PLAN_SHOWS_THEIR_MAIL =
            new Leak(
                    "learning.users",
                    "SELECT * REPLACE (email AS plan) FROM read_parquet('{file}')");

    static final Leak SUBSCRIPTIONS_SHOW_NAMES =
            new Leak(
                    "learning.subscriptions",
                    "SELECT s.* REPLACE (u.username AS plan) FROM read_parquet('{file}') AS s JOIN read_parquet('{users}') AS u ON u.id = s.user_id");

    private LeakingSample() {}

    /**
     * @param folder of the table that shows what it must not
     * @param query its rows
     */
    record Leak(String folder, String query) {}

    static void write(Path sample, Path target, Leak leak) {
        try (Stream<Path> files = Files.walk(sample);
                Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            Path users =
                    all.stream()
                            .filter(file -> isOf("learning.users", file))
                            .findFirst()
                            .orElseThrow();
            for (Path file : all) {
                Path copy = target.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (isOf(leak.folder(), file)) {
                    statement.execute(
                            "COPY (%s) TO '%s' (FORMAT PARQUET, COMPRESSION GZIP)"
                                    .formatted(
                                            leak.query()
                                                    .replace("{file}", file.toString())
                                                    .replace("{users}", users.toString()),
                                            copy));
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy the sample", e);
        } catch (SQLException e) {
            throw new AssertionError("Cannot rewrite " + leak.folder(), e);
        }
    }

    private static boolean isOf(String folder, Path file) {
        return file.getFileName().toString().endsWith(".parquet")
                && List.of(file.toString().split("/")).contains(folder);
    }
}
