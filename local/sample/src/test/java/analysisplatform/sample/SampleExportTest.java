package analysisplatform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import analysisplatform.sample.ExportDescription.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleExportTest {

    private static final String TABLES_INFO =
            "export_tables_info_learning-export-1_from_1_to_8.json";

    @TempDir static Path folder;
    private static Export export;

    @BeforeAll
    static void write() {
        Path target = folder.resolve("first");
        export = new Export(target, SampleExport.write(target));
    }

    @Test
    void laysFilesOutAsRdsDoes() {
        String part = "part-00000-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-c000\\.gz\\.parquet";

        Set<String> files = export.files().keySet();

        assertThat(files)
                .contains("export_info_learning-export-1.json", TABLES_INFO)
                .filteredOn(file -> file.contains("/"))
                .allSatisfy(
                        file ->
                                assertThat(file)
                                        .matches(
                                                "learning/learning\\.[a-z_]+/[123]/(_SUCCESS|"
                                                        + part
                                                        + ")"));
    }

    @Test
    void writesEqualBytesEveryTime() {
        Path again = folder.resolve("again");
        Export second = new Export(again, SampleExport.write(again));

        Map<String, byte[]> first = export.files();

        assertThat(second.description()).isEqualTo(export.description());
        assertThat(second.files().keySet()).isEqualTo(first.keySet());
        assertThat(second.files())
                .allSatisfy((file, bytes) -> assertThat(bytes).as(file).isEqualTo(first.get(file)));
    }

    @Test
    void describesTheRowsThatTheFilesHold() {
        assertThat(export.description().database()).isEqualTo("learning");
        assertThat(export.description().rows()).isBetween(4000, 6000);
        assertThat(export.description().tables())
                .filteredOn(table -> table.rows() > 0)
                .hasSize(7)
                .allSatisfy(
                        table ->
                                assertThat(
                                                export.query(
                                                        table.folder(),
                                                        "SELECT count(*)::INTEGER FROM $table"))
                                        .as(table.folder())
                                        .containsExactly(table.rows()));
    }

    @Test
    void spreadsTablesOverSeveralBatchFolders() {
        assertThat(export.description().tables())
                .filteredOn(table -> table.batches() > 1)
                .extracting(Table::folder, Table::batches)
                .contains(tuple("learning.users", 3), tuple("learning.posts", 2));
        assertThat(
                        export.query(
                                "learning.users",
                                "SELECT DISTINCT filename FROM read_parquet('"
                                        + export.folder()
                                        + "/learning/learning.users/*/*.parquet', filename = true)"))
                .hasSize(3);
    }

    @Test
    void leavesOnlyTheMarkOfSuccessForAnEmptyTable() {
        assertThat(export.files().keySet())
                .filteredOn(file -> file.contains("learning.audit_logs"))
                .containsExactly("learning/learning.audit_logs/1/_SUCCESS");
    }

    @Test
    void listsEveryTableAndColumnInTheManifest() {
        JsonNode tables = export.json(TABLES_INFO).get("perTableStatus");

        assertThat(tables.findValuesAsText("target"))
                .containsExactlyElementsOf(
                        export.description().tables().stream().map(Table::folder).toList());
        assertThat(tables.findValuesAsText("status")).containsOnly("COMPLETE");
        assertThat(tables.findValuesAsText("warningMessage")).containsOnly("");
        assertThat(tables.get(0).findValuesAsText("columnName"))
                .containsExactlyElementsOf(export.types("learning.users").keySet());
        assertThat(export.json("export_info_learning-export-1.json").get("status").asText())
                .isEqualTo("COMPLETE");
    }

    @Test
    void storesEachMySqlTypeAsRdsExportsIt() {
        assertThat(export.types("learning.users"))
                .containsEntry("id", "INT64 INT_64")
                .containsEntry("email", "BYTE_ARRAY UTF8")
                .containsEntry("birthday", "BYTE_ARRAY UTF8")
                .containsEntry("country_code", "BYTE_ARRAY")
                .containsEntry("avatar", "BYTE_ARRAY")
                .containsEntry("sign_in_count", "INT64 INT_64")
                .containsEntry("newsletter", "INT32 INT_32")
                .containsEntry("credit_balance", "INT64 DECIMAL(10,2)")
                .containsEntry("settings", "BYTE_ARRAY UTF8")
                .containsEntry("created_at", "INT64 TIMESTAMP_MICROS");
        assertThat(export.types("learning.payments"))
                .containsEntry("id", "FIXED_LEN_BYTE_ARRAY DECIMAL(20,0)")
                .containsEntry("user_id", "INT64 INT_64");
        assertThat(export.types("learning.courses")).containsEntry("rating", "DOUBLE");
    }

    @Test
    void holdsEveryNastyMailAsItIs() {
        List<Object> emails = export.query("learning.users", "SELECT email FROM $table");

        assertThat(emails)
                .containsAll(NastyUsers.EMAILS)
                .containsNull()
                .contains("a".repeat(NastyUsers.VERY_LONG) + "@example.com");
        assertThat(NastyUsers.EMAILS)
                .contains(
                        "佐藤花子 (退会済み) hanako.example.jp", "x@y@z", "@y", "x@", "Taro@Example.COM ");
    }

    @Test
    void holdsNastyValuesInOtherColumnsToo() {
        assertThat(export.query("learning.users", "SELECT birthday FROM $table"))
                .contains("0000-00-00", "", null);
        assertThat(export.query("learning.users", "SELECT name FROM $table"))
                .contains("𠮷田 𩸽子", "👨‍👩‍👧‍👦 家族", "名前\n改行", "　");
        assertThat(export.query("learning.users", "SELECT last_sign_in_ip FROM $table"))
                .contains("2001:db8::1");
        assertThat(export.query("learning.users", "SELECT max(length(note)) > 90000 FROM $table"))
                .containsExactly(true);
        assertThat(
                        export.query(
                                "learning.payments",
                                "SELECT max(id) > 9223372036854775807 FROM $table"))
                .containsExactly(true);
        assertThat(
                        export.query(
                                "learning.payments",
                                "SELECT count(coupon_id)::INTEGER FROM $table"))
                .containsExactly(0);
        assertThat(
                        export.query(
                                "learning.posts",
                                "SELECT count(*) > 50 FROM $table WHERE body LIKE '%@%'"))
                .containsExactly(true);
    }

    @Test
    void givesEachUserAnIdOfTheirOwnAndPointsOnlyAtUsersThatExist() {
        List<Object> ids = export.query("learning.users", "SELECT id FROM $table");

        assertThat(ids).doesNotHaveDuplicates().doesNotContainNull();
        for (String table : List.of("enrollments", "posts", "subscriptions", "payments")) {
            assertThat(new HashSet<>(ids))
                    .as(table)
                    .containsAll(export.query("learning." + table, "SELECT user_id FROM $table"));
        }
    }

    @Test
    void invitesNobodyToWriteToARealAddress() {
        assertThat(
                        export.query(
                                "learning.users",
                                "SELECT email FROM $table WHERE id <= "
                                        + UsersTable.ORDINARY
                                        + " AND NOT regexp_matches(email, '@(.*\\.)?example(\\.(com|jp|ne\\.jp|co\\.jp|ac\\.jp))?$')"))
                .isEmpty();
    }

    @Test
    void keepsSomeDomainsCommonAndSomeRare() {
        List<Object> people =
                export.query(
                        "learning.users",
                        "SELECT count(DISTINCT email)::INTEGER FROM $table"
                                + " GROUP BY regexp_extract(email, '^[^@]+@([^@]+)$', 1) ORDER BY 1");

        assertThat(people).contains(1);
        assertThat((Integer) people.get(people.size() - 1)).isGreaterThan(100);
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws Exception {
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("mine.txt"), "keep me");

        assertThatThrownBy(() -> SampleExport.write(taken))
                .hasMessageContaining("taken is not empty");
        assertThat(taken.resolve("mine.txt")).hasContent("keep me");
    }
}
