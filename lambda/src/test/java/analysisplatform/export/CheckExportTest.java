package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckExportTest {

    private static final String ID = "shop-20260302180509-0123456789ab-1";
    private static final String EXPORT = World.PREFIX + "/" + ID + "/";
    private static final String USERS = EXPORT + "shop/public.users/";

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(strings = {"STARTING", "IN_PROGRESS", "SOMETHING_NEW"})
    void reportsProgressOfARunningExport(String status) {
        world.add(world.task(ID, status).percentProgress(42).build());

        assertThat(world.ask(World.checkExport(ID)))
                .containsExactly(Map.entry("status", "IN_PROGRESS"), Map.entry("percent", 42));
    }

    @Test
    void reportsNoProgressWhenRdsNamesNone() {
        world.add(world.task(ID, "STARTING").percentProgress(null).build());

        assertThat(world.ask(World.checkExport(ID))).containsEntry("percent", 0);
    }

    @Test
    void listsTheFoldersOfACompleteExport() {
        complete();

        String answer = world.askRaw(Json.write(World.checkExport(ID)));

        String folder = "s3://" + World.BUCKET + "/" + EXPORT + "shop/";
        String notCrawled = "\"Exclusions\":[\"**/_*\",\"**.json\"]";
        assertThat(answer)
                .isEqualTo(
                        "{\"status\":\"COMPLETE\",\"targets\":[{\"Path\":\""
                                + folder
                                + "public.users/\","
                                + notCrawled
                                + "},{\"Path\":\""
                                + folder
                                + "public.orders/\","
                                + notCrawled
                                + "}],\"empty\":{\"users\":false,\"orders\":false},"
                                + "\"sizeGb\":1.5,\"files\":2,\"bytes\":8}");
    }

    @Test
    void findsRowsInAnyBatchFolderAndOnAnyPage() {
        complete();
        world.s3.objects.remove(USERS + "1/part-00000.gz.parquet");
        for (int batch = 2; batch <= 5; batch++) {
            world.s3.objects.put(USERS + batch + "/_SUCCESS", "");
        }
        world.s3.objects.put(USERS + "6/part-00000.gz.parquet", "PAR1");

        assertThat(world.ask(World.checkExport(ID)).get("empty"))
                .isEqualTo(Map.of("users", false, "orders", false));
    }

    @Test
    void countsTheParquetFilesOfTheWantedTablesOnly() {
        complete();
        for (int part = 1; part <= 4; part++) {
            world.s3.objects.put(USERS + "2/part-0000" + part + ".gz.parquet", "PAR1 and more");
        }
        world.s3.objects.put(USERS + "2/_SUCCESS", "not counted");
        world.s3.objects.put(EXPORT + "shop/public.audit/1/part-00000.gz.parquet", "PAR1");

        assertThat(world.ask(World.checkExport(ID)))
                .containsEntry("files", 6)
                .containsEntry("bytes", 2 * 4 + 4 * 13);
    }

    @Test
    void leavesOutAnEmptyTableButReportsIt() {
        complete();
        world.s3.objects.remove(USERS + "1/part-00000.gz.parquet");

        Map<String, Object> answer = world.ask(World.checkExport(ID));

        assertThat(answer.get("empty")).isEqualTo(Map.of("users", true, "orders", false));
        assertThat((List<?>) answer.get("targets")).hasSize(1);
    }

    @Test
    void acceptsTheSpellingOfMySqlThatNamesTheDatabaseTwice() {
        world.add(world.task(ID, "COMPLETE").build());
        world.exported(ID);
        world.s3.objects.put(
                World.tablesInfo(ID, 1),
                "{\"perTableStatus\":[{\"target\":\"shop.shop.users\",\"status\":\"complete\"}]}");
        world.s3.objects.put(EXPORT + "shop/shop.users/_SUCCESS", "");
        Map<String, Object> table = World.table("users");
        table.putAll(
                Map.of("name", "users", "folder", "shop.users", "manifestTarget", "shop.users"));
        Map<String, Object> request = World.checkExport(ID);
        request.put("tables", List.of(table));

        assertThat(world.ask(request).get("empty")).isEqualTo(Map.of("users", true));
    }

    @Test
    void readsNothingButTheManifest() {
        complete();

        world.ask(World.checkExport(ID));

        assertThat(world.s3.read)
                .containsExactlyInAnyOrder(
                        EXPORT + "export_info_" + ID + ".json",
                        World.tablesInfo(ID, 1),
                        World.tablesInfo(ID, 2));
    }

    @Test
    void tellsTheWholeCauseOfAFailure() {
        String cause =
                "The S3 bucket is in another Region. KMS key check failed. (part 2 of the text)";
        world.add(world.task(ID, "FAILED").failureCause(cause).build());

        assertThatThrownBy(() -> world.ask(World.checkExport(ID)))
                .isInstanceOf(ExportFailed.class)
                .hasMessageContaining(ID)
                .hasMessageEndingWith(cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELED", "CANCELING"})
    void reportsACanceledExport(String status) {
        world.add(world.task(ID, status).build());

        assertThatThrownBy(() -> world.ask(World.checkExport(ID)))
                .isInstanceOf(ExportCanceled.class)
                .hasMessageContaining(ID);
    }

    @Test
    void reportsAnExportThatRdsDoesNotKnow() {
        assertThatThrownBy(() -> world.ask(World.checkExport(ID)))
                .isInstanceOf(ExportFailed.class)
                .hasMessageContaining("RDS does not know export " + ID);
    }

    @Test
    void takesTheSizeAsZeroWhenTheManifestHasNone() {
        complete();
        world.s3.objects.put(EXPORT + "export_info_" + ID + ".json", "{\"later\": {\"a\": 1}}");

        assertThat(world.ask(World.checkExport(ID))).containsEntry("sizeGb", 0.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"NaN\"", "\"much\"", "-1", "1e999", "[]"})
    void takesASizeThatIsNoSizeAsZero(String size) {
        complete();
        world.s3.objects.put(
                EXPORT + "export_info_" + ID + ".json",
                "{\"totalExportedDataInGB\": " + size + "}");

        assertThat(world.ask(World.checkExport(ID))).containsEntry("sizeGb", 0.0);
    }

    @Test
    void readsASizeThatIsWrittenAsText() {
        complete();
        world.s3.objects.put(
                EXPORT + "export_info_" + ID + ".json", "{\"totalExportedDataInGB\": \"0.25\"}");

        assertThat(world.ask(World.checkExport(ID))).containsEntry("sizeGb", 0.25);
    }

    private void complete() {
        world.add(world.task(ID, "COMPLETE").build());
        world.exported(ID);
    }
}
