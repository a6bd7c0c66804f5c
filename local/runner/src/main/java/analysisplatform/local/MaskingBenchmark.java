package analysisplatform.local;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.engine.AthenaOnFiles;
import analysisplatform.engine.Engine;
import analysisplatform.engine.ExportCatalog;
import analysisplatform.engine.ParquetColumn;
import analysisplatform.engine.ParquetSchema;
import analysisplatform.engine.QueryResult;
import analysisplatform.json.Json;
import analysisplatform.masking.Databases;
import analysisplatform.masking.ProofStatement;
import analysisplatform.masking.Proofs;
import analysisplatform.masking.PseudonymKey;
import analysisplatform.masking.TableStatements;
import analysisplatform.sample.SampleExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The parts of {@code local/bench-masking} that are Java: writes many users as an export and as tab
 * separated text, and masks and proves them on the embedded engine. The last line of its output is
 * JSON.
 */
public final class MaskingBenchmark {

    private static final String RUN = "r20260101000000_00000000";
    private static final String TABLE = "users";
    private static final double NANOSECONDS = 1e9;

    private MaskingBenchmark() {}

    /**
     * @param arguments {@code write <folder> <users>} or {@code mask <folder> <environment folder>}
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[1]);
        Map<String, Object> answer =
                switch (arguments[0]) {
                    case "write" -> write(folder, Integer.parseInt(arguments[2]));
                    case "mask" -> mask(folder, Path.of(arguments[2]));
                    default ->
                            throw new IllegalArgumentException(
                                    "write or mask, not " + arguments[0]);
                };
        System.out.println(Json.text(answer));
    }

    private static Map<String, Object> write(Path folder, int users) throws SQLException {
        SampleExport.writeUsers(export(folder), users);
        Path csv = folder.resolve("users.tsv");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    COPY (SELECT * REPLACE (
                        decode(country_code) AS country_code,
                        hex(avatar) AS avatar,
                        strftime(created_at, '%%Y-%%m-%%d %%H:%%M:%%S') AS created_at)
                      FROM read_parquet('%s/learning/learning.users/*/*.parquet', hive_partitioning = false))
                    TO '%s' (FORMAT csv, DELIMITER '\t', HEADER false, QUOTE '', ESCAPE '', NULLSTR '\\N')"""
                            .formatted(export(folder), csv));
        }
        return Map.of(
                "csv",
                csv.toString(),
                "columns",
                columns(folder).stream().map(ParquetColumn::name).toList());
    }

    private static Map<String, Object> mask(Path folder, Path environmentFolder)
            throws IOException {
        Environment environment = EnvironmentLoader.load(environmentFolder);
        Source source = usersOf(environment.sources().get(0));
        MaskingPolicy policy = usersOf(environment.policyOf(environment.sources().get(0)));
        SourceTable table = source.sourceTables().get(0);
        Databases databases = Databases.onFiles(folder, "", "pseudonyms");
        try (Engine engine = Engine.onFiles(folder.resolve("warehouse"))) {
            AthenaOnFiles athena = new AthenaOnFiles(engine);
            new ExportCatalog(engine.client()).register(databases.raw(), export(folder));
            Stream.of(databases.masked(), databases.pseudonymKey())
                    .forEach(schema -> engine.execute("CREATE SCHEMA " + schema));
            athena.run(PseudonymKey.create(databases));
            TableStatements statements = new TableStatements(table, policy, databases);
            List<ProofStatement> proofs = Proofs.of(source.sourceTables(), policy, databases);

            Measured mask = Measured.of(athena, List.of(statements.createMasked().render(RUN)));
            Measured prove =
                    Measured.of(
                            athena,
                            proofs.stream().map(proof -> proof.render(RUN, t -> false)).toList());
            for (QueryResult proof : prove.results()) {
                if (proof.rows().get(0).number("violations") != 0) {
                    throw new IllegalStateException(proof.rows().get(0).text("findings"));
                }
            }
            return Map.of(
                    "engine",
                    String.valueOf(engine.execute("SELECT version()").value()),
                    "rawBytes",
                    rawBytes(folder),
                    "columns",
                    policy.tables().get(TABLE).columns().size(),
                    "proofs",
                    proofs.size(),
                    "mask",
                    mask.json(),
                    "whole",
                    mask.and(prove).json());
        }
    }

    /** What some statements took together. */
    private record Measured(double seconds, long bytesRead, List<QueryResult> results) {

        static Measured of(AthenaOnFiles athena, List<String> statements) {
            long start = System.nanoTime();
            List<QueryResult> results = statements.stream().map(athena::run).toList();
            return new Measured(
                    (System.nanoTime() - start) / NANOSECONDS,
                    results.stream().mapToLong(QueryResult::bytesRead).sum(),
                    results);
        }

        Measured and(Measured other) {
            return new Measured(seconds + other.seconds, bytesRead + other.bytesRead, List.of());
        }

        Map<String, Object> json() {
            return Map.of("seconds", seconds, "bytesRead", bytesRead);
        }
    }

    private static Source usersOf(Source source) {
        return new Source(
                source.name(),
                source.account(),
                source.region(),
                source.engine(),
                source.kind(),
                source.identifier(),
                source.database(),
                List.of(TABLE),
                source.maxSnapshotAge());
    }

    private static MaskingPolicy usersOf(MaskingPolicy policy) {
        return new MaskingPolicy(
                policy.source(),
                policy.minimumDomainPeople(),
                policy.timeZone(),
                policy.onUnclassified(),
                policy.unparsablePercent(),
                List.of(),
                policy.quasiIdentifiers().stream()
                        .filter(quasi -> quasi.table().equals(TABLE))
                        .toList(),
                Map.of(TABLE, policy.tables().get(TABLE)));
    }

    private static Path export(Path folder) {
        return folder.resolve("export");
    }

    private static List<ParquetColumn> columns(Path folder) {
        try (Stream<Path> files = Files.walk(export(folder))) {
            return ParquetSchema.of(
                    files.filter(MaskingBenchmark::isParquet).findFirst().orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + export(folder), e);
        }
    }

    private static long rawBytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(export(folder))) {
            return files.filter(MaskingBenchmark::isParquet)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static boolean isParquet(Path file) {
        return file.toString().endsWith(".parquet");
    }
}
