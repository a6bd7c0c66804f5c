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
        assertThat(answer)
                .isEqualTo(
                        "{\"status\":\"COMPLETE\",\"targets\":[{\"Path\":\""
                                + folder
                                + "public.users/\"},{\"Path\":\""
                                + folder
                                + "public.orders/\"}],\"empty\":{\"users\":false,\"orders\":false},"
                                + "\"sizeGb\":1.5}");
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
    void missesATableThatIsNotInTheManifest() {
        complete();
        world.s3.objects.put(World.tablesInfo(ID, 1), "{\"perTableStatus\": []}");

        incomplete("lacks 1 of 2 wanted tables: public.users (not in the manifest)");
    }

    @Test
    void missesATableThatIsNotComplete() {
        complete();
        manifestOfUsers("{\"target\": \"shop.public.users\", \"status\": \"SKIPPED\"}");

        incomplete("public.users (status SKIPPED)");
    }

    @Test
    void missesATableWithoutAStatus() {
        complete();
        manifestOfUsers("{\"target\": \"shop.public.users\"}");

        incomplete("public.users (status unknown)");
    }

    @Test
    void missesATableWithAWarning() {
        complete();
        manifestOfUsers(
                World.line("users")
                        .replace("}", ", \"warningMessage\": \"Row of 2 GB left out\"}"));

        incomplete("public.users (warning: Row of 2 GB left out)");
    }

    @Test
    void missesATableWithAWarningInAnUnknownForm() {
        complete();
        manifestOfUsers(World.line("users").replace("}", ", \"warningMessage\": [{\"rows\": 1}]}"));

        incomplete("public.users (warning: [{\"rows\":1}])");
    }

    @Test
    void acceptsANullWarning() {
        complete();
        manifestOfUsers(World.line("users").replace("}", ", \"warningMessage\": null}"));

        assertThat(world.ask(World.checkExport(ID))).containsEntry("status", "COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "public.users", "shop.public.users"})
    void missesATableThatTheTaskSkipped(String name) {
        world.exported(ID);
        world.add(
                world.task(ID, "COMPLETE")
                        .warningMessage(
                                ("{\"skippedTables\":[{\"tableName\":\"%s\",\"reason\":"
                                                + "\"PERMISSIONS_DO_NOT_EXIST\"}]}")
                                        .formatted(name))
                        .build());

        incomplete("public.users (skipped: PERMISSIONS_DO_NOT_EXIST)");
    }

    @Test
    void acceptsThatAnUnwantedTableWasSkipped() {
        world.exported(ID);
        world.add(
                world.task(ID, "COMPLETE")
                        .warningMessage(
                                "{\"skippedTables\":[{\"tableName\":\"audit\",\"reason\":\"x\"}],"
                                        + "\"general\":[{\"reason\":\"users\"}]}")
                        .build());

        assertThat(world.ask(World.checkExport(ID))).containsEntry("status", "COMPLETE");
    }

    @Test
    void missesATableThatAWarningInPlainWordsMentions() {
        world.exported(ID);
        world.add(world.task(ID, "COMPLETE").warningMessage("Skipped users and more").build());

        incomplete("public.users (warning: Skipped users and more)");
    }

    @Test
    void missesATableWithoutAnyFile() {
        complete();
        world.s3.objects.keySet().removeIf(key -> key.startsWith(USERS));

        incomplete("public.users (its folder holds no data and no end mark)");
    }

    @Test
    void doesNotMistakeALongerNameForTheTable() {
        complete();
        world.s3.objects.keySet().removeIf(key -> key.startsWith(USERS));
        world.s3.objects.put(EXPORT + "shop/public.users_old/1/part-0.gz.parquet", "PAR1");

        incomplete("public.users (its folder holds no data and no end mark)");
    }

    @Test
    void missesEveryTableWithoutAManifest() {
        complete();
        world.s3.objects.remove(EXPORT + "export_info_" + ID + ".json");

        incomplete(
                "lacks 2 of 2 wanted tables: public.users (the export has no manifest),"
                        + " public.orders (the export has no manifest)");
    }

    @Test
    void missesTheTablesOfAManifestThatIsNotJson() {
        complete();
        world.s3.objects.put(World.tablesInfo(ID, 1), "<xml/>");

        incomplete("public.users (not in the manifest)");
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

    private void manifestOfUsers(String line) {
        world.s3.objects.put(World.tablesInfo(ID, 1), "{\"perTableStatus\": [" + line + "]}");
    }

    private void incomplete(String message) {
        assertThatThrownBy(() -> world.ask(World.checkExport(ID)))
                .isInstanceOf(ExportIncomplete.class)
                .hasMessageContaining(message);
    }
}
