package analysisplatform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopSampleTest {

    @TempDir static Path folder;
    private static Export export;

    @BeforeAll
    static void write() {
        Path target = folder.resolve("shop-export");
        export = new Export(target, SampleExport.writeShop(target));
    }

    @Test
    void namesFoldersAfterSchemaAndTable() {
        assertThat(export.description().tables())
                .extracting(ExportDescription.Table::folder)
                .containsExactly("public.customers", "sales.orders", "sales.refunds");
        assertThat(export.files().keySet())
                .anyMatch(file -> file.startsWith("shop/public.customers/2/part-"))
                .contains("shop/sales.refunds/1/_SUCCESS");
    }

    @Test
    void namesTheDatabaseInTheTargetsOfTheManifest() {
        assertThat(
                        export.json("export_tables_info_shop-export-1_from_1_to_3.json")
                                .findValuesAsText("target"))
                .containsExactly(
                        "shop.public.customers", "shop.sales.orders", "shop.sales.refunds");
    }

    @Test
    void storesAllButNumbersAndBooleansAsText() {
        Map<String, String> types = export.types("public.customers");

        assertThat(types)
                .containsEntry("id", "INT64 INT_64")
                .containsEntry("newsletter", "BOOLEAN")
                .containsEntry("public_id", "BYTE_ARRAY UTF8")
                .containsEntry("credit_limit", "BYTE_ARRAY UTF8")
                .containsEntry("profile", "BYTE_ARRAY UTF8")
                .containsEntry("birth_date", "BYTE_ARRAY UTF8")
                .containsEntry("created_at", "BYTE_ARRAY UTF8");
        assertThat(export.types("sales.orders")).containsEntry("quantity", "INT32 INT_32");
    }

    @Test
    void writesTimesAsPostgreSqlPrintsThem() {
        assertThat(export.query("sales.orders", "SELECT ordered_at FROM $table"))
                .hasSize(300)
                .allSatisfy(
                        time ->
                                assertThat((String) time)
                                        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\+00"));
        assertThat(export.query("public.customers", "SELECT birth_date FROM $table"))
                .contains("infinity");
    }
}
