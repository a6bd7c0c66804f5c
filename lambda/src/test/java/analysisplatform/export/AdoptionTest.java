package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.ExportTaskAlreadyExistsException;

/** What StartExport does when RDS already has exports. */
class AdoptionTest {

    private static final String NIGHT = "2026-03-02T18:05:09Z";
    private static final String FIRST = World.exportId(NIGHT, 1);
    private static final String SECOND = World.exportId(NIGHT, 2);

    private final World world = new World();

    @BeforeEach
    void snapshotOfTheNight() {
        world.rds.snapshots.add(World.snapshot(NIGHT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTING", "IN_PROGRESS", "in_progress"})
    void adoptsARunningExport(String status) {
        world.add(world.task(FIRST, status).build());

        assertThat(world.ask(World.startExport()))
                .containsEntry("outcome", "ADOPTED")
                .containsEntry("exportId", FIRST);
        assertThat(world.rds.started).isEmpty();
    }

    @Test
    void adoptsACompleteExportWhoseFilesAreStillThere() {
        world.add(world.task(FIRST, "COMPLETE").build());
        world.exported(FIRST);

        assertThat(world.ask(World.startExport()))
                .containsEntry("outcome", "ADOPTED")
                .containsEntry("exportId", FIRST);
    }

    @Test
    void exportsAgainWhenTheFilesOfACompleteExportAreGone() {
        world.add(world.task(FIRST, "COMPLETE").build());

        assertThat(world.ask(World.startExport()))
                .containsEntry("outcome", "STARTED")
                .containsEntry("exportId", SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "CANCELED", "CANCELING"})
    void exportsAgainAfterAnExportThatCameToNothing(String status) {
        world.add(world.task(FIRST, status).build());

        assertThat(world.ask(World.startExport()))
                .containsEntry("outcome", "STARTED")
                .containsEntry("exportId", SECOND);
    }

    @Test
    void adoptsTheSecondAttempt() {
        world.add(world.task(FIRST, "FAILED").build());
        world.add(world.task(SECOND, "IN_PROGRESS").build());

        assertThat(world.ask(World.startExport()))
                .containsEntry("outcome", "ADOPTED")
                .containsEntry("exportId", SECOND);
    }

    @Test
    void doesNotAdoptTheExportOfAnotherEnvironment() {
        world.add(world.task(FIRST, "COMPLETE").s3Bucket("acme-prod-quarantine").build());
        world.exported(FIRST);

        assertThat(world.ask(World.startExport())).containsEntry("exportId", SECOND);
    }

    @Test
    void doesNotAdoptAnExportWithoutAllWantedTables() {
        world.add(world.task(FIRST, "COMPLETE").exportOnly("shop.public.users").build());
        world.exported(FIRST);

        assertThat(world.ask(World.startExport())).containsEntry("exportId", SECOND);
    }

    @Test
    void adoptsAnExportThatSomebodyStartedInTheMeantime() {
        world.rds.beforeStart = () -> world.add(world.task(FIRST, "STARTING").build());

        assertThat(world.ask(World.startExport()))
                .containsEntry("outcome", "ADOPTED")
                .containsEntry("exportId", FIRST);
    }

    @Test
    void waitsWhenRdsExportsTheSnapshotUnderAnotherIdentifier() {
        world.rds.failures.put(
                "startExportTask",
                FakeRds.refusal(
                        ExportTaskAlreadyExistsException.builder(), "ExportTaskAlreadyExists"));

        assertThatThrownBy(() -> world.ask(World.startExport()))
                .isInstanceOf(ExportLimitReached.class)
                .hasMessageContaining("already exports snapshot " + World.snapshotArn(NIGHT));
    }

    @Test
    void givesUpWhenAllAttemptsAreUsed() {
        for (int attempt = 1; attempt <= 20; attempt++) {
            world.add(world.task(World.exportId(NIGHT, attempt), "FAILED").build());
        }

        assertThatThrownBy(() -> world.ask(World.startExport()))
                .isInstanceOf(ExportFailed.class)
                .hasMessageContaining("All 20 exports of snapshot " + World.snapshotArn(NIGHT));
    }

    @Test
    void waitsWhileFiveExportsRunInTheAccountThoughTheyAreOnSeveralPages() {
        othersRunning(5);

        assertThatThrownBy(() -> world.ask(World.startExport()))
                .isInstanceOf(ExportLimitReached.class)
                .hasMessageContaining("at most 5")
                .hasMessageContaining("other-1, other-2, other-3, other-4, other-5");
        assertThat(world.rds.started).isEmpty();
    }

    @Test
    void startsWhileFourExportsRun() {
        othersRunning(4);
        for (int ended = 1; ended <= 6; ended++) {
            world.add(world.task("ended-" + ended, "COMPLETE").build());
        }

        assertThat(world.ask(World.startExport())).containsEntry("outcome", "STARTED");
    }

    @Test
    void adoptsItsOwnExportThoughFiveRun() {
        othersRunning(4);
        world.add(world.task(FIRST, "IN_PROGRESS").build());

        assertThat(world.ask(World.startExport())).containsEntry("outcome", "ADOPTED");
    }

    @Test
    void asksRdsOnlyForUnfinishedExportsInTheSpellingOfItsFilter() {
        world.ask(World.startExport());

        assertThat(world.rds.taskQueries)
                .filteredOn(query -> query.exportTaskIdentifier() == null)
                .isNotEmpty()
                .allSatisfy(
                        query -> {
                            assertThat(query.filters().get(0).name()).isEqualTo("status");
                            assertThat(query.filters().get(0).values())
                                    .containsExactly("starting", "in_progress");
                        });
    }

    @Test
    void givesTheSameAnswerWhenItIsAskedTwice() {
        Map<String, Object> first = world.ask(World.startExport());
        Map<String, Object> second = world.ask(World.startExport());

        assertThat(second)
                .containsEntry("outcome", "ADOPTED")
                .containsEntry("exportId", first.get("exportId"))
                .containsEntry("runId", first.get("runId"));
        assertThat(world.rds.started).hasSize(1);
    }

    private void othersRunning(int count) {
        for (int other = 1; other <= count; other++) {
            String status = other % 2 == 0 ? "STARTING" : "IN_PROGRESS";
            world.add(world.task("other-" + other, status).build());
        }
    }
}
