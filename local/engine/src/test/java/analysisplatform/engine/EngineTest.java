package analysisplatform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EngineTest {

    private final Engine engine = SharedEngine.engine();

    @Test
    void computesTheKnownPseudonymOfAMailInFullWidthLetters() {
        String key = HexFormat.of().formatHex(bytesFromZeroTo(31));

        Object pseudonym =
                engine.execute(
                                """
                                SELECT 'v1_' || lower(substr(to_hex(hmac_sha256(to_utf8('email:'
                                  || lower(trim(normalize('Ｔaro＠Example.com　', NFKC)))), X'%s')), 1, 16))
                                """
                                        .formatted(key))
                        .value();

        assertThat(pseudonym).isEqualTo("v1_8313a34fa7eb992a");
    }

    @Test
    void givesEveryTypeAsItsJavaValue() {
        Row row =
                engine.execute(
                                """
                                SELECT true AS yes, 7 AS number, BIGINT '9007199254740993' AS big,
                                  DECIMAL '18446744073709551615' AS huge, 1.5E0 AS ratio, nan() AS nan,
                                  REAL '0.5' AS small, '𠮷野 😀' AS text, X'00FF' AS bytes,
                                  DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 01:02:03.004' AS time,
                                  ARRAY[1, 2] AS list, CAST(NULL AS varchar) AS nothing
                                """)
                        .single();

        assertThat(row.list())
                .containsExactly(
                        true,
                        7,
                        9007199254740993L,
                        new BigDecimal("18446744073709551615"),
                        1.5,
                        Double.NaN,
                        0.5f,
                        "𠮷野 😀",
                        new byte[] {0, (byte) 0xff},
                        LocalDate.of(2024, 2, 29),
                        LocalDateTime.of(2024, 2, 29, 1, 2, 3, 4_000_000),
                        "[1,2]",
                        null);
    }

    @Test
    void namesAndTypesTheColumnsOfAnEmptyResult() {
        QueryResult result =
                engine.execute(
                        "SELECT 'a' AS name, TIMESTAMP '2024-01-01 00:00' AS at WHERE false");

        assertThat(result.rows()).isEmpty();
        assertThat(result.columns())
                .containsExactly(
                        new QueryResult.Column("name", "varchar(1)"),
                        new QueryResult.Column("at", "timestamp(0)"));
    }

    @Test
    void givesAllPagesOfALargeResult() {
        QueryResult result =
                engine.execute(
                        "SELECT a.n * 1000 + b.n AS n FROM UNNEST(sequence(0, 99)) AS a(n)"
                                + " CROSS JOIN UNNEST(sequence(0, 999)) AS b(n)");

        assertThat(result.values("n")).hasSize(100_000).doesNotHaveDuplicates();
    }

    @Test
    void writesParquetToAnExternalLocationAndReadsItThroughAView() throws Exception {
        Path folder = SharedEngine.folder("lake").resolve("masked");

        Object written =
                engine.execute(
                                "CREATE TABLE tests.masked WITH (format = 'PARQUET', external_location = '"
                                        + SharedEngine.location(folder)
                                        + "') AS SELECT * FROM (VALUES (BIGINT '1', 'a'), (2, NULL)) AS t(id, name)")
                        .value();
        engine.execute("CREATE OR REPLACE VIEW tests.published AS SELECT id FROM tests.masked");
        engine.execute(
                "CREATE OR REPLACE VIEW tests.published AS SELECT id, name FROM tests.masked");
        QueryResult result = engine.execute("SELECT * FROM tests.published ORDER BY id");

        assertThat(written).isEqualTo(2L);
        assertThat(result.rows())
                .extracting(Row::list)
                .containsExactly(List.of(1L, "a"), listOf(2L, null));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> !file.getFileName().toString().startsWith(".")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(ParquetSchema.of(file)).hasSize(2));
        }
    }

    @Test
    void tellsHowMuchItReadSoThatAColumnLeftOutCostsNothing() throws Exception {
        Path export = SharedEngine.folder("billed");
        DuckDb.write(
                "SELECT i AS id, md5(i::VARCHAR) AS digest FROM range(50000) AS numbers (i)",
                export.resolve("shop/shop.digests/1/part-0.gz.parquet"));
        new ExportCatalog(engine.client()).register("billed", export);

        long narrow = engine.execute("SELECT count(id) FROM billed.shop_digests").bytesRead();
        long wide =
                engine.execute("SELECT count(id), count(digest) FROM billed.shop_digests")
                        .bytesRead();

        assertThat(narrow).isPositive();
        assertThat(wide).isGreaterThan(narrow + 50_000);
        assertThat(engine.execute("SELECT 1 AS one").bytesRead()).isZero();
    }

    @Test
    void refusesAnExternalLocationThatIsNotEmpty() throws Exception {
        Path folder = SharedEngine.folder("taken");
        Files.writeString(folder.resolve("part-00000"), "of an earlier run");

        QueryFailed failure =
                catchThrowableOfType(
                        QueryFailed.class,
                        () ->
                                engine.execute(
                                        "CREATE TABLE tests.taken WITH (external_location = '"
                                                + SharedEngine.location(folder)
                                                + "') AS SELECT 1 AS id"));

        assertThat(failure.errorName()).isEqualTo("HIVE_PATH_ALREADY_EXISTS");
    }

    @Test
    void reportsTheNameAndTheMessageOfAFailedQuery() {
        QueryFailed failure =
                catchThrowableOfType(
                        QueryFailed.class,
                        () -> engine.execute("SELECT nobody FROM (VALUES 1) AS t(id)"));

        assertThat(failure.errorName()).isEqualTo("COLUMN_NOT_FOUND");
        assertThat(failure).hasMessageContaining("Column 'nobody' cannot be resolved");
    }

    @Test
    void looksUpTablesInTheSchemaOfTheClient() {
        engine.execute("CREATE TABLE tests.here AS SELECT 'yes' AS found");

        QueryResult result = engine.client().inSchema("tests").execute("SELECT found FROM here");

        assertThat(result.value()).isEqualTo("yes");
    }

    @Test
    void tellsAnEngineThatIsGoneFromAQueryThatFailed() {
        EngineClient client = EngineClient.of(URI.create("http://127.0.0.1:1"));

        EngineUnreachable failure =
                catchThrowableOfType(EngineUnreachable.class, () -> client.execute("SELECT 1"));

        assertThat(failure).hasMessageContaining("http://127.0.0.1:1 did not answer");
    }

    private static byte[] bytesFromZeroTo(int last) {
        byte[] bytes = new byte[last + 1];
        for (int i = 0; i <= last; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static List<Object> listOf(Object... values) {
        return Arrays.asList(values);
    }
}
