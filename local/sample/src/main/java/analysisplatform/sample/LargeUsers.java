package analysisplatform.sample;

import static java.util.stream.Collectors.joining;

import analysisplatform.sample.SampleDatabase.Flavour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The users of the learning service in any number, for measuring: the same columns as in the
 * sample, ordinary people only, made inside DuckDB because a million rows of Java maps would not
 * fit.
 */
final class LargeUsers {

    private static final String DATABASE = "learning";
    private static final String FOLDER = "learning.users";

    /** Rows of one batch folder; RDS splits big tables too. */
    private static final int BATCH = 250_000;

    /** As many throws as wanted for one user, the same in every run. */
    private static final String DICE =
            "CREATE MACRO dice(number, throw, sides) AS CAST(hash(number, throw) % sides AS INTEGER)";

    private LargeUsers() {}

    static ExportDescription write(Path target, int users) {
        if (users < 1) {
            throw new IllegalArgumentException("There must be at least one user, not " + users);
        }
        int batches = (users + BATCH - 1) / BATCH;
        long bytes = 0;
        for (int batch = 1; batch <= batches; batch++) {
            int first = (batch - 1) * BATCH + 1;
            int last = Math.min(users, batch * BATCH);
            Path folder = target.resolve(DATABASE).resolve(FOLDER).resolve(String.valueOf(batch));
            bytes += writeBatch(folder, first, last);
        }
        ExportDescription description =
                new ExportDescription(
                        DATABASE + "-export-1",
                        DATABASE,
                        List.of(new ExportDescription.Table(FOLDER, users, batches)));
        describe(target, description, bytes);
        return description;
    }

    private static long writeBatch(Path folder, int first, int last) {
        Path file = folder.resolve("part-00000-users-from-%d.gz.parquet".formatted(first));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Files.createDirectories(folder);
            statement.execute(DICE);
            statement.execute(
                    "COPY (SELECT %s FROM (%s)) TO '%s' (FORMAT parquet, COMPRESSION gzip)"
                            .formatted(
                                    UsersTable.COLUMNS.stream()
                                            .map(LargeUsers::typed)
                                            .collect(joining(", ")),
                                    people(first, last),
                                    file.toString().replace("'", "''")));
            Files.createFile(folder.resolve("_SUCCESS"));
            return Files.size(file);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static void describe(Path target, ExportDescription description, long bytes) {
        SampleTable table =
                new SampleTable(DATABASE, "users", UsersTable.COLUMNS, List.of(List.of()));
        try {
            new Manifest(
                            description.exportId(),
                            new SampleDatabase(DATABASE, Flavour.MYSQL, List.of(table)),
                            List.of(new Manifest.Exported(table, bytes)))
                    .write(target);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot describe the export in " + target, e);
        }
    }

    private static String typed(SourceColumn column) {
        return "CAST(%1$s AS %2$s) AS %1$s".formatted(column.name(), column.parquetType());
    }

    private static String people(int first, int last) {
        return """
            SELECT
              i AS id,
              CAST(md5('public' || i) AS UUID) AS public_id,
              given.latin || '.' || surname.latin || i AS username,
              surname.kanji || ' ' || given.kanji AS name,
              surname.kana || ' ' || given.kana AS name_kana,
              given.latin || '.' || surname.latin || i || '@' || domain AS email,
              CASE WHEN i %% 10 <> 0
                THEN printf('090-0%%03d-%%04d', dice(i, 1, 1000), dice(i, 2, 10000)) END AS phone,
              CASE WHEN i %% 12 <> 0
                THEN strftime(DATE '1950-01-01' + dice(i, 3, 20000), '%%Y-%%m-%%d') END AS birthday,
              [%s][1 + dice(i, 4, 4)] AS gender,
              printf('%%03d-%%04d', dice(i, 5, 1000), dice(i, 6, 10000)) AS postal_code,
              [%s][1 + dice(i, 7, %d)] AS prefecture,
              '架空市見本町' || (1 + dice(i, 8, 9)) || '-' || (1 + dice(i, 9, 30)) || '-' || (1 + dice(i, 10, 20)) AS address,
              ['free', 'free', 'standard', 'premium'][1 + dice(i, 11, 4)] AS plan,
              encode('JP') AS country_code,
              CASE WHEN i %% 4 = 0 THEN 'en' ELSE 'ja' END AS locale,
              '203.0.113.' || dice(i, 12, 256) AS last_sign_in_ip,
              dice(i, 13, 500) AS sign_in_count,
              dice(i, 14, 2) AS newsletter,
              dice(i, 15, 1000000) / 100.0 AS credit_balance,
              '$2a$12$' || md5('digest' || i) || dice(i, 16, 1000) AS password_digest,
              CASE WHEN i %% 20 = 0 THEN surname.kanji || '様より電話あり' END AS note,
              '{"theme":"dark","contact":"' || given.latin || '.' || surname.latin || i || '"}' AS settings,
              CASE WHEN i %% 5 = 0 THEN '\\x89PNG\\x00'::BLOB END AS avatar,
              TIMESTAMPTZ '2023-09-01 00:00:00+00' + to_minutes(dice(i, 17, 1296000)) AS created_at
            FROM (
              SELECT i,
                [%s][1 + dice(i, 18, %d)] AS surname,
                [%s][1 + dice(i, 19, %d)] AS given,
                [%s][1 + dice(i, 20, %d)] AS domain
              FROM range(%d, %d) AS numbers (i)
            )"""
                .formatted(
                        texts(List.of("female", "male", "other", "")),
                        texts(People.PREFECTURES),
                        People.PREFECTURES.size(),
                        names(People.SURNAMES),
                        People.SURNAMES.size(),
                        names(People.GIVEN_NAMES),
                        People.GIVEN_NAMES.size(),
                        texts(People.SHARED_DOMAINS),
                        People.SHARED_DOMAINS.size(),
                        first,
                        last + 1);
    }

    private static String names(List<People.Name> names) {
        return names.stream()
                .map(
                        name ->
                                "{'kanji': '%s', 'kana': '%s', 'latin': '%s'}"
                                        .formatted(name.kanji(), name.kana(), name.latin()))
                .collect(joining(", "));
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(text -> "'" + text + "'").collect(joining(", "));
    }
}
