package analysisplatform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportCatalogTest {

    private final Engine engine = SharedEngine.engine();
    private final ExportCatalog catalog = new ExportCatalog(engine.client());

    @Test
    void readsAllBatchFoldersOfATableAndTellsThemApart() throws Exception {
        Path export = SharedEngine.folder("batches");
        DuckDb.write(
                "SELECT 1::BIGINT AS id",
                export.resolve("shop/shop.Order-Lines/1/part-0.gz.parquet"));
        DuckDb.write(
                "SELECT 2::BIGINT AS id",
                export.resolve("shop/shop.Order-Lines/2/part-0.gz.parquet"));

        List<String> tables = catalog.register("batches", export);
        QueryResult result =
                engine.execute("SELECT id, partition_0 FROM batches.shop_order_lines ORDER BY id");

        assertThat(tables).containsExactly("shop_order_lines");
        assertThat(result.rows())
                .extracting(Row::list)
                .containsExactly(List.of(1L, "1"), List.of(2L, "2"));
    }

    @Test
    void makesNoTableOfAFolderWithoutParquet() throws Exception {
        Path export = SharedEngine.folder("empty");
        Path batch = Files.createDirectories(export.resolve("shop/shop.audit/1"));
        Files.createFile(batch.resolve("_SUCCESS"));
        Files.writeString(export.resolve("export_info_x.json"), "{}");

        List<String> tables = catalog.register("empty", export);

        assertThat(tables).isEmpty();
        assertThat(engine.execute("SHOW TABLES FROM empty").rows()).isEmpty();
    }

    @Test
    void readsFilesThatLieInTheTablesFolderItself() throws Exception {
        Path export = SharedEngine.folder("flat");
        DuckDb.write(
                "SELECT 'x' AS \"Name\"", export.resolve("shop/public.tags/part-0.gz.parquet"));

        catalog.register("flat", export);

        assertThat(engine.execute("SELECT * FROM flat.public_tags").rows())
                .containsExactly(new Row(Map.of("name", "x")));
    }

    @Test
    void readsBackEveryTypeOfAnExport() throws Exception {
        Path export = SharedEngine.folder("types");
        DuckDb.write(
                """
                SELECT 7::BIGINT AS big, 8::INTEGER AS small, 18446744073709551615::DECIMAL(20,0) AS huge,
                  12.34::DECIMAL(10,2) AS price, 0.5::DOUBLE AS ratio, true AS flag, '𠮷' AS text,
                  'ab'::BLOB AS bytes, TIMESTAMP '2024-01-02 03:04:05.678' AS at,
                  CAST(NULL AS DECIMAL(20,0)) AS nothing
                """,
                export.resolve("d/d.t/1/part-0.gz.parquet"));

        catalog.register("types", export);
        Row row = engine.execute("SELECT * FROM types.d_t").single();

        assertThat(row.number("big")).isEqualTo(7);
        assertThat(row.number("small")).isEqualTo(8);
        assertThat(row.text("huge")).isEqualTo("18446744073709551615");
        assertThat(row.text("price")).isEqualTo("12.34");
        assertThat(row.get("ratio")).isEqualTo(0.5);
        assertThat(row.get("flag")).isEqualTo(true);
        assertThat(row.text("text")).isEqualTo("𠮷");
        assertThat(row.get("bytes")).isEqualTo(new byte[] {'a', 'b'});
        assertThat(row.text("at")).isEqualTo("2024-01-02T03:04:05.678");
        assertThat(row.get("nothing")).isNull();
    }
}
