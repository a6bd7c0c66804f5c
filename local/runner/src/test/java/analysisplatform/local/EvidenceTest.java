package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.config.PolicyFingerprint;
import com.fasterxml.jackson.databind.JsonNode;
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
        int reports = platform.reports().all().size();
        Runnable restore = withoutPolicySummary();

        NightlyRun.Outcome outcome = platform.night();
        restore.run();

        assertThat(outcome.error()).isEqualTo("EvidenceNotWritten");
        assertThat(outcome.cause()).startsWith("Write the report: ").contains("policies/learning/");
        assertThat(platform.reports().all()).hasSize(reports);
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
        platform.snapshots.ageAllBy(Duration.ofDays(3));

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.steps())
                .extracting(NightlyRun.Step::state)
                .contains("Release the lock after a failure")
                .doesNotContain("Write the report of the failure");
    }

    @Test
    void aPublishedNightLeavesAReportForPeopleAndForPrograms() {
        Night night = platform.nights.published();
        JsonNode report = night.after().evidence().data();

        assertThat(report.at("/night/executionArn").asText())
                .isEqualTo(night.outcome().executionArn());
        assertThat(report.at("/verdict").asText()).isEqualTo("PROVEN");
        assertThat(report.at("/night/runId").asText()).isEqualTo(night.after().run());
        assertThat(report.at("/night/export/files").asInt()).isPositive();
        assertThat(report.at("/proofs"))
                .isNotEmpty()
                .allSatisfy(proof -> assertThat(proof.at("/violations").asInt()).isZero());
        assertThat(report.at("/policy/tables").findValuesAsText("table"))
                .containsExactlyElementsOf(platform.source.tables());
        assertThat(night.after().evidence().page())
                .contains("Published; every check passed", "施行規則第31条第3号")
                .contains(platform.source.tables())
                .endsWith("</html>\n");
    }

    @Test
    void aReportCanNeitherBeReplacedNorDeleted() {
        S3Client s3 = platform.clients.s3();
        Reports.Report report = platform.reports().newest().orElseThrow();
        String before = platform.reports().read(report.page());
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
        assertThat(platform.reports().read(report.page())).isEqualTo(before);
        assertThat(
                        s3.headObject(r -> r.bucket(report.bucket()).key(report.page()))
                                .objectLockRetainUntilDate())
                .isAfter(Instant.now().plus(Duration.ofDays(364)));
    }

    @Test
    void theSameSnapshotASecondTimeWritesNoSecondReport() {
        Night again = platform.nights.repeated();

        assertThat(again.after().evidence().reports())
                .isEqualTo(again.before().evidence().reports());
    }

    @Test
    void aNightThatAProofHaltedIsReportedWithItsFindings() {
        Night night = platform.nights.leaking();

        assertReported(night);
        assertThat(night.after().evidence().page())
                .contains(
                        "Halted; this run was not published",
                        "table users, column plan, check residue");
    }

    @Test
    void aFailureAfterThePublicationIsReportedAsPublishedWithTheFailure() {
        JsonNode report = platform.nights.withoutSignOfLife().after().evidence().data();

        assertThat(report.at("/verdict").asText()).isEqualTo("PROVEN");
        assertThat(report.at("/night/failure/step").asText()).isEqualTo("Give a sign of life");
    }

    private static void assertReported(Night night) {
        JsonNode report = night.after().evidence().data();
        NightlyRun.Outcome outcome = night.outcome();
        assertThat(report.at("/night/executionArn").asText()).isEqualTo(outcome.executionArn());
        assertThat(report.at("/verdict").asText()).isEqualTo("HALTED");
        assertThat(report.at("/night/failure/error").asText()).isEqualTo(outcome.error());
        assertThat(outcome.cause())
                .isEqualTo(
                        report.at("/night/failure/step").asText()
                                + ": "
                                + report.at("/night/failure/cause").asText());
    }

    /** As if a deployment had replaced it while the night runs; the result puts it back. */
    private Runnable withoutPolicySummary() {
        String bucket = platform.names.maskedBucket();
        String key =
                platform.names.policySummary(
                        platform.source,
                        PolicyFingerprint.of(platform.environment, platform.source));
        String marker =
                platform.clients.s3().deleteObject(r -> r.bucket(bucket).key(key)).versionId();
        return () ->
                platform.clients
                        .s3()
                        .deleteObject(r -> r.bucket(bucket).key(key).versionId(marker));
    }
}
