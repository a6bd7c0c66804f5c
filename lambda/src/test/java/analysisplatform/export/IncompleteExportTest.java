package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CheckExport when RDS says "complete", but a wanted table is not whole. */
class IncompleteExportTest {

    private static final String ID = "shop-20260302180509-0123456789ab-1";
    private static final String EXPORT = World.PREFIX + "/" + ID + "/";
    private static final String USERS = EXPORT + "shop/public.users/";

    private final World world = new World();

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
