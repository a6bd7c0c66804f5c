package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.config.PolicyFingerprint;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What nights leave as evidence, however they end. */
@OnTheStandIn
class EvidenceTest {

    private final DeployedPlatform platform;
    private String publishedBefore;

    EvidenceTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somethingIsPublished() {
        platform.publishedBefore();
        publishedBefore = platform.publishedRun().orElseThrow();
    }

    @Test
    void aPublishedNightWithoutAReportIsAFailureAndItsDataStays() {
        platform.takeSnapshot();
        int reports = reports().all().size();
        Runnable restore = withoutPolicySummary();

        NightlyRun.Outcome outcome = platform.night();
        restore.run();

        assertThat(outcome.error()).isEqualTo("EvidenceNotWritten");
        assertThat(outcome.cause()).startsWith("Write the report: ").contains("policies/learning/");
        assertThat(reports().all()).hasSize(reports);
        assertThat(platform.publishedRun()).isPresent().get().isNotEqualTo(publishedBefore);
        assertThat(platform.rawFiles()).isEmpty();
        assertThat(platform.isLocked()).isFalse();
        assertThat(platform.alerts().awaitedMailsAbout(outcome.executionArn()))
                .singleElement()
                .asString()
                .contains("EvidenceNotWritten");
    }

    @Test
    void aReportThatCannotBeWrittenDoesNotHideWhatFailedFirst() {
        platform.takeSnapshot();
        platform.standIn.control().breakWith(Map.of("crawler", "FAILED: no access to the bucket"));
        Runnable restore = withoutPolicySummary();

        NightlyRun.Outcome outcome = platform.night();
        restore.run();

        assertThat(outcome.error()).isEqualTo("CrawlFailed");
        assertThat(outcome.steps())
                .extracting(NightlyRun.Step::state)
                .contains("Write the report of the failure");
        assertThat(platform.publishedRun()).contains(publishedBefore);
    }

    @Test
    void aNightWithoutARunHasNothingToReport() {
        platform.takeSnapshot();
        platform.ageAllSnapshotsBy(Duration.ofDays(3));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.steps())
                .extracting(NightlyRun.Step::state)
                .contains("Release the lock after a failure")
                .doesNotContain("Write the report of the failure");
    }

    @Test
    void aPublishedNightLeavesAReportForPeopleAndForPrograms() {
        platform.takeSnapshot();
        NightlyRun.Outcome outcome = platform.night();

        JsonNode report = report();

        assertThat(report.at("/night/executionArn").asText()).isEqualTo(outcome.executionArn());
        assertThat(report.at("/verdict").asText()).isEqualTo("PROVEN");
        assertThat(report.at("/night/runId").asText())
                .isEqualTo(platform.publishedRun().orElseThrow());
        assertThat(report.at("/night/export/files").asInt()).isPositive();
        assertThat(report.at("/proofs"))
                .isNotEmpty()
                .allSatisfy(proof -> assertThat(proof.at("/violations").asInt()).isZero());
        assertThat(report.at("/policy/tables").findValuesAsText("table"))
                .containsExactlyElementsOf(platform.source.tables());
        assertThat(reportPage())
                .contains("Published; every check passed", "施行規則第31条第3号")
                .contains(platform.source.tables())
                .endsWith("</html>\n");
    }

    @Test
    void aReportCanNeitherBeReplacedNorDeleted() {
        S3Client s3 = platform.clients.s3();
        Reports.Report report = reports().newest().orElseThrow();
        String before = reports().read(report.page());
        String version =
                s3.headObject(r -> r.bucket(report.bucket()).key(report.page())).versionId();

        assertThatThrownBy(
                        () ->
                                s3.deleteObject(
                                        r ->
                                                r.bucket(report.bucket())
                                                        .key(report.page())
                                                        .versionId(version)))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("Access");
        assertThatThrownBy(
                        () ->
                                s3.putObject(
                                        r ->
                                                r.bucket(report.bucket())
                                                        .key(report.page())
                                                        .ifNoneMatch("*"),
                                        RequestBody.fromString("all is well")))
                .isInstanceOf(S3Exception.class)
                .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(412));
        assertThat(reports().read(report.page())).isEqualTo(before);
        assertThat(
                        s3.headObject(r -> r.bucket(report.bucket()).key(report.page()))
                                .objectLockRetainUntilDate())
                .isAfter(Instant.now().plus(Duration.ofDays(364)));
    }

    @Test
    void theSameSnapshotASecondTimeWritesNoSecondReport() {
        platform.takeSnapshot();
        platform.night();
        int reports = reports().all().size();

        platform.night();

        assertThat(reports().all()).hasSize(reports);
    }

    @Test
    void aNightThatAProofHaltedIsReportedWithItsFindings() {
        platform.takeSnapshot();
        Path leaking = platform.folder("leaking-report");
        LeakingSample.write(platform.sample, leaking, LeakingSample.USERS_PLAN_SHOWS_THEIR_MAIL);
        platform.standIn.control().exportFrom(leaking);

        NightlyRun.Outcome outcome = platform.night();

        assertReported(outcome);
        assertThat(reportPage())
                .contains(
                        "Halted; this run was not published",
                        "table users, column plan, check residue");
    }

    @Test
    void aFailureAfterThePublicationIsReportedAsPublishedWithTheFailure() {
        platform.takeSnapshot();
        platform.standIn.control().breakWith(Faults.afterThePublication());

        platform.night();

        assertThat(report().at("/verdict").asText()).isEqualTo("PROVEN");
        assertThat(report().at("/night/failure/step").asText()).isEqualTo("Give a sign of life");
    }

    private void assertReported(NightlyRun.Outcome outcome) {
        JsonNode report = report();
        assertThat(report.at("/night/executionArn").asText()).isEqualTo(outcome.executionArn());
        assertThat(report.at("/verdict").asText()).isEqualTo("HALTED");
        assertThat(report.at("/night/failure/error").asText()).isEqualTo(outcome.error());
        assertThat(outcome.cause())
                .isEqualTo(
                        report.at("/night/failure/step").asText()
                                + ": "
                                + report.at("/night/failure/cause").asText());
    }

    private Reports reports() {
        return new Reports(platform.clients.s3(), platform.names, platform.source);
    }

    /** The report of the last night that wrote one. */
    private JsonNode report() {
        String json = reports().read(reports().newest().orElseThrow().data());
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private String reportPage() {
        return reports().read(reports().newest().orElseThrow().page());
    }

    /** As if a deployment had replaced it while the night runs; the result puts it back. */
    private Runnable withoutPolicySummary() {
        String bucket = platform.names.maskedBucket();
        String key =
                platform.names.policySummary(
                        platform.source,
                        PolicyFingerprint.of(platform.environment, platform.source));
        String summary =
                platform.clients
                        .s3()
                        .getObjectAsBytes(r -> r.bucket(bucket).key(key))
                        .asUtf8String();
        platform.clients.s3().deleteObject(r -> r.bucket(bucket).key(key));
        return () ->
                platform.clients
                        .s3()
                        .putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(summary));
    }
}
