package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nights after the schema of the database changed. */
@OnTheStandIn
class DriftNightTest {

    private static final String REPORTED = ": {class: ";

    private final DeployedPlatform platform;
    private String publishedBefore;
    private List<String> contentBefore;
    private List<String> reportsBefore;

    DriftNightTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somethingIsPublished() {
        platform.publishedBefore();
        publishedBefore = platform.publishedRun().orElseThrow();
        contentBefore = platform.content("posts");
        reportsBefore = platform.alerts().mailsWith(REPORTED);
    }

    @Test
    void aNewColumnIsWithheldAndReportedOncePerSnapshotUntilSomebodyClassifiesIt() {
        platform.takeSnapshot();
        changedUsers("*, 26.5 AS shoe_size");
        platform.standIn.control().breakWith(Faults.query("/posts/'"));
        assertThat(platform.night().error()).isEqualTo("MaskFailed");
        platform.standIn.control().clearFaults();

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.lastState()).as(outcome.cause()).isEqualTo("Published");
        assertThat(platform.analyst().ask("SELECT * FROM users LIMIT 1").columns())
                .contains("plan")
                .doesNotContain("shoe_size");
        assertThat(reportsOf("shoe_size"))
                .singleElement()
                .asString()
                .startsWith(
                        "The database has columns that environments/local/masking/learning.yaml does not name.")
                .contains(
                        "\n# masking/learning.yaml, below tables: users: columns:\n      shoe_size: {class: ",
                        "SchemaDrifted");

        platform.takeSnapshot();
        platform.standIn.control().breakWith(Faults.query("/posts/'"));
        platform.night();

        assertThat(reportsOf("shoe_size")).hasSize(2);
    }

    @Test
    void aMissingColumnStopsTheNight() {
        platform.takeSnapshot();
        changedUsers("* EXCLUDE (plan)");

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("SchemaDrifted");
        assertThat(outcome.cause()).contains("column users.plan is missing");
        assertYesterdayStands(outcome);
    }

    @Test
    void aTypeThatTheMaskCannotTakeStopsTheNight() {
        platform.takeSnapshot();
        changedUsers("* REPLACE (encode(plan) AS plan)");

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("SchemaDrifted");
        assertThat(outcome.cause())
                .contains("column users.plan is of type varbinary, which its action cannot take");
        assertYesterdayStands(outcome);
    }

    @Test
    void aRenamedColumnStopsTheNightAndIsReported() {
        platform.takeSnapshot();
        changedUsers("* EXCLUDE (plan), plan AS tariff");

        NightlyRun.Outcome outcome = platform.night();

        assertThat(outcome.error()).as(outcome.cause()).isEqualTo("SchemaDrifted");
        assertThat(outcome.cause())
                .contains("column users.plan is missing")
                .doesNotContain("tariff");
        assertThat(reportsOf("tariff")).hasSize(1);
        assertYesterdayStands(outcome);
    }

    private void changedUsers(String columns) {
        Path changed = platform.folder("changed-sample");
        ChangedSample.write(platform.sample, changed, columns);
        platform.standIn.control().exportFrom(changed);
    }

    /** In mails of this test; others may have reported the same column. */
    private List<String> reportsOf(String column) {
        List<String> reports = new ArrayList<>(platform.alerts().mailsWith(column + REPORTED));
        reportsBefore.forEach(reports::remove);
        return reports;
    }

    private void assertYesterdayStands(NightlyRun.Outcome outcome) {
        assertThat(outcome.steps()).extracting(NightlyRun.Step::state).doesNotContain("Mask");
        assertThat(platform.alerts().awaitedMailsAbout(outcome.executionArn()))
                .singleElement()
                .asString()
                .contains("SchemaDrifted");
        assertThat(platform.publishedRun()).contains(publishedBefore);
        assertThat(platform.content("posts")).isEqualTo(contentBefore);
        assertThat(platform.rawFiles()).isEmpty();
        assertThat(platform.rawTables()).isEmpty();
        assertThat(platform.isLocked()).isFalse();
    }
}
