package analysisplatform.export;

import static analysisplatform.export.EvidenceExample.halted;
import static analysisplatform.export.EvidenceExample.prove;
import static analysisplatform.export.EvidenceExample.published;
import static analysisplatform.export.EvidenceExample.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What WriteEvidence writes, and when it refuses to. */
class WriteEvidenceTest {

    private final World world = new World();
    private final Map<String, Object> request = published();

    @BeforeEach
    void theDeploymentLeftASummary() {
        EvidenceExample.putSummary(world, "users", "plan", "one of three");
    }

    @Test
    void answersKeysAndVerdictAndNothingMore() {
        prove(world, request, "users", row(0, "rows", "users", "", 0));

        assertThat(world.ask(request))
                .containsOnly(
                        Map.entry("verdict", "PROVEN"),
                        Map.entry("report", EvidenceExample.REPORT),
                        Map.entry("page", EvidenceExample.PAGE));
    }

    @Test
    void theJsonHoldsTheNightTheCountsAndTheWholePolicy() {
        prove(
                world,
                request,
                "users",
                row(0, "rows", "users", "", 0),
                row(0, "distinct", "users", "email", 0));

        JsonNode report = report();

        assertThat(report.at("/verdict").asText()).isEqualTo("PROVEN");
        assertThat(report.at("/night/runId").asText()).isEqualTo(EvidenceExample.RUN);
        assertThat(report.at("/night/export/files").asInt()).isEqualTo(12);
        assertThat(report.at("/proofs/0/checks")).hasSize(2);
        assertThat(report.at("/proofs/0/checks/1/check").asText()).isEqualTo("distinct");
        assertThat(report.at("/proofs/0/checks/1/raw").asLong()).isEqualTo(1200);
        assertThat(report.at("/policy/tables/0/columns/0/reason").asText())
                .isEqualTo("one of three");
    }

    @Test
    void aProofThatCouldNotBeRunIsNamedAndTheNightIsNotCalledProven() {
        prove(world, request, "users", row(0, "rows", "users", "", 0));
        EvidenceExample.notRun(request, "source");

        assertThat(world.ask(request)).containsEntry("verdict", "UNPROVEN");
        assertThat(report().at("/proofs/1/name").asText()).isEqualTo("source");
        assertThat(report().at("/proofs/1/problem").asText())
                .isEqualTo("The statement could not be run.");
    }

    @Test
    void countsThatWereNotTakenAreNull() {
        prove(
                world,
                request,
                "users",
                EvidenceExample.quoted("0", "none", "known_answer", null, null, null, null, "0"));

        JsonNode check = report().at("/proofs/0/checks/0");

        assertThat(check.at("/raw").isNull()).isTrue();
        assertThat(check.at("/table").asText()).isEmpty();
    }

    @Test
    void bothFilesCarryTypeAndHashAndAreWrittenOnlyWhereNothingIs() {
        world.ask(request);

        assertThat(world.s3.written.get(EvidenceExample.REPORT).contentType())
                .isEqualTo("application/json; charset=utf-8");
        assertThat(world.s3.written.get(EvidenceExample.PAGE).contentType())
                .isEqualTo("text/html; charset=utf-8");
        assertThat(world.s3.written)
                .allSatisfy(
                        (key, put) -> {
                            assertThat(put.ifNoneMatch()).isEqualTo("*");
                            assertThat(put.checksumAlgorithmAsString())
                                    .as("Object Lock wants it named")
                                    .isEqualTo("SHA256");
                            assertThat(put.checksumSHA256()).isEqualTo(sha256(key));
                            assertThat(put.bucket()).isEqualTo(request.get("bucket"));
                        });
    }

    @Test
    void aRepeatedRequestLeavesTheFirstReportAndAnswersTheSame() {
        Map<String, Object> first = world.ask(request);
        Map<String, String> before = new HashMap<>(world.s3.objects);
        EvidenceExample.putSummary(world, "users", "plan", "another reason");

        Map<String, Object> second = world.ask(request);

        assertThat(second).isEqualTo(first);
        for (String key : List.of(EvidenceExample.REPORT, EvidenceExample.PAGE)) {
            assertThat(world.s3.objects).containsEntry(key, before.get(key));
        }
    }

    @Test
    void aRepeatedRequestWritesThePageThatWasMissing() {
        world.s3.failures.put(
                "putObject " + EvidenceExample.PAGE,
                FakeRds.refusal(S3Exception.builder(), "SlowDown"));
        assertThatThrownBy(() -> world.ask(request)).isInstanceOf(ServiceUnavailable.class);
        world.s3.failures.clear();

        world.ask(request);

        assertThat(world.s3.objects).containsKeys(EvidenceExample.REPORT, EvidenceExample.PAGE);
    }

    @Test
    void aPublishedNightWithoutResultsIsNotCalledProven() {
        assertThat(world.ask(request)).containsEntry("verdict", "UNPROVEN");
    }

    @Test
    void aPublishedNightWithAViolationIsCalledViolated() {
        prove(world, request, "users", row(3, "residue", "users", "plan", 3));

        assertThat(world.ask(request)).containsEntry("verdict", "VIOLATED");
    }

    @Test
    void aHaltedNightIsWrittenWithItsFailureInPlainWords() {
        Map<String, Object> halted =
                halted(
                        "Prove",
                        "ProofViolated",
                        "{\"errorMessage\":\"residue in table users\",\"errorType\":\"X\"}");
        prove(world, halted, "users", row(3, "residue", "users", "plan", 3));

        assertThat(world.ask(halted)).containsEntry("verdict", "HALTED");
        assertThat(json(EvidenceExample.REPORT).at("/night/failure/cause").asText())
                .isEqualTo("residue in table users");
        assertThat(json(EvidenceExample.REPORT).at("/violations").asInt()).isEqualTo(3);
    }

    @Test
    void aHaltedNightNeedsNoResultThatCanBeRead() {
        Map<String, Object> halted = halted("Prove", "ProofFailed", "broken disk");
        prove(world, halted, "users");
        world.s3.objects.remove("pipeline/users.csv");

        world.ask(halted);

        assertThat(json(EvidenceExample.REPORT).at("/proofs/0/problem").asText())
                .contains("s3://results-bucket/pipeline/users.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ""                            | without rows
            "0","none","rows","t","","1"  | malformed
            "x","none","rows","t","","1","1","0" | is no number
            ,"none","rows","t","","1","1","0"    | no number in violations
            "0","none","rows","t","","1","1",    | no number in violated
            """,
            quoteCharacter = '`')
    void aPublishedNightIsNotReportedFromABrokenResult(String rows, String problem) {
        prove(world, request, "users", rows.equals("\"\"") ? "" : rows + "\n");

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(EvidenceUnreadable.class)
                .hasMessageContaining(problem);
        assertThat(world.s3.written).isEmpty();
    }

    @Test
    void aSummaryOfAnotherVersionIsRefused() {
        request.put("policyVersion", "ffffffff");

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(EvidenceUnreadable.class)
                .hasMessageContaining("is not of version ffffffff");
    }

    @Test
    void aSummaryThatIsNoJsonIsRefused() {
        world.s3.objects.put("policies/shop/0a1b2c3d.json", "<html>");

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(EvidenceUnreadable.class)
                .hasMessageContaining("is no JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bucket",
                "prefix",
                "source",
                "runId",
                "outcome",
                "snapshotArn",
                "snapshotTime",
                "policyVersion",
                "policy",
                "startedAt",
                "endedAt",
                "executionArn",
                "proofs"
            })
    void everyRequestNeeds(String field) {
        request.remove(field);

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("The request's " + field + " must be ");
    }

    @ParameterizedTest
    @CsvSource({
        "prefix, evidence/shop/../other",
        "prefix, masked/shop",
        "runId, ../r1",
        "outcome, MAYBE",
        "policy, https://example.com/policy.json",
        "startedAt, yesterday",
    })
    void refusesWhatHasAnotherForm(String field, String value) {
        request.put(field, value);

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("The request's " + field + " is '" + value + "'");
    }

    @Test
    void theLogTellsTheVerdictAndNoCount() {
        prove(world, request, "users", row(0, "rows", "users", "", 0));

        world.ask(request);

        assertThat(world.log)
                .singleElement()
                .asString()
                .contains("WriteEvidence", "PROVEN", EvidenceExample.PAGE)
                .doesNotContain("1200");
    }

    private JsonNode report() {
        world.ask(request);
        return json(EvidenceExample.REPORT);
    }

    private JsonNode json(String key) {
        try {
            return new ObjectMapper().readTree(world.s3.objects.get(key));
        } catch (JsonProcessingException e) {
            throw new AssertionError(world.s3.objects.get(key), e);
        }
    }

    private String sha256(String key) {
        byte[] content = world.s3.objects.get(key).getBytes(StandardCharsets.UTF_8);
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
