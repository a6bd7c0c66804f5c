package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"StartExport\"", "{", "{} {}", "{\"step\":}"})
    void refusesWhatIsNoJsonObject(String input) {
        assertThatThrownBy(() -> world.askRaw(input)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void refusesARequestWithoutAStep() {
        assertThatThrownBy(() -> world.ask(Map.of()))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("The request's step must be a non-empty string.");
    }

    @Test
    void refusesAnUnknownStepAndNamesTheKnownOnes() {
        assertThatThrownBy(() -> world.ask(Map.of("step", "startExport")))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage(
                        "The request's step must be StartExport, CheckExport, CleanUp, DeleteRun,"
                                + " ReleaseRun, ListRuns, RetireRuns or WriteEvidence, not startExport.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source",
                "exportOnly",
                "callerRoleArn",
                "externalId",
                "exportRoleArn",
                "bucket",
                "prefix",
                "kmsKeyArn",
                "policyVersion"
            })
    void startExportNeeds(String field) {
        Map<String, Object> request = World.startExport();
        request.remove(field);

        refused(request, "The request's " + field + " must be ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source",
                "callerRoleArn",
                "externalId",
                "exportId",
                "bucket",
                "prefix",
                "tables",
                "database"
            })
    void checkExportNeeds(String field) {
        Map<String, Object> request = World.checkExport("shop-1");
        request.remove(field);

        refused(request, "The request's " + field + " must be ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "account", "region", "kind", "identifier", "maxSnapshotAgeHours"})
    void everySourceNeeds(String field) {
        Map<String, Object> source = World.source();
        source.remove(field);

        refused(with("source", source), "The request's source." + field + " must be ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "folder", "manifestTarget", "publishedName"})
    void everyTableNeeds(String field) {
        Map<String, Object> table = World.table("orders");
        table.remove(field);
        Map<String, Object> request = World.checkExport("shop-1");
        request.put("tables", List.of(World.table("users"), table));

        refused(request, "The request's tables[1]." + field + " must be a non-empty string.");
    }

    @ParameterizedTest
    @CsvSource({
        "name, Shop",
        "account, 12345",
        "region, tokyo",
        "kind, instance",
    })
    void refusesASourceOfAnotherForm(String field, String value) {
        Map<String, Object> source = World.source();
        source.put(field, value);

        refused(with("source", source), "The request's source." + field);
    }

    @ParameterizedTest
    @CsvSource({
        "callerRoleArn, arn:aws:iam::222222222222:user/somebody",
        "exportRoleArn, acme-dev-shop-export",
        "bucket, UPPER",
        "prefix, exports/shop/",
        "kmsKeyArn, alias/acme-dev-quarantine",
        "kmsKeyArn, arn:aws:kms:ap-northeast-1:111111111111:alias/acme",
        "policyVersion, v1",
        "snapshotArn, rds:shop-db-2026-03-02",
    })
    void refusesAFieldOfAnotherForm(String field, String value) {
        refused(
                with(field, value),
                "The request's " + field + " is '" + value + "' but must match");
    }

    @Test
    void refusesAnExportOfEverything() {
        refused(with("exportOnly", List.of()), "exportOnly must be a list of tables");
        refused(with("exportOnly", List.of("")), "exportOnly must be a list of tables");
        refused(with("exportOnly", List.of(1)), "exportOnly must be an array of strings");
    }

    @Test
    void refusesACheckOfNoTables() {
        Map<String, Object> request = World.checkExport("shop-1");
        request.put("tables", List.of());

        refused(request, "tables must be a list of at least one table");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refusesASnapshotAgeThatIsNotAboveZero(int hours) {
        Map<String, Object> source = World.source();
        source.put("maxSnapshotAgeHours", hours);

        refused(with("source", source), "maxSnapshotAgeHours must be a whole number above zero");
    }

    @Test
    void refusesAPublishedRunThatIsNoText() {
        refused(with("publishedRun", 1), "publishedRun must be a string");
    }

    @Test
    void refusesAKeptRunThatIsNoText() {
        refused(with("keptRun", 1), "keptRun must be a string");
    }

    @Test
    void takesAbsentNullAndEmptyOptionalFieldsAsTheSame() {
        Map<String, Object> absent = World.startExport();
        absent.remove("publishedRun");
        Map<String, Object> nulls = new HashMap<>(World.startExport());
        nulls.put("publishedRun", null);
        nulls.put("keptRun", null);
        nulls.put("snapshotArn", null);

        assertThat(Request.of(absent))
                .isEqualTo(Request.of(nulls))
                .isEqualTo(Request.of(World.startExport()));
    }

    @Test
    void callsNothingForARefusedRequest() {
        refused(with("bucket", "UPPER"), "bucket");

        assertThat(world.sts.assumed).isEmpty();
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> request = World.startExport();
        request.put(field, value);
        return request;
    }

    private void refused(Map<String, Object> request, String message) {
        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining(message);
    }
}
