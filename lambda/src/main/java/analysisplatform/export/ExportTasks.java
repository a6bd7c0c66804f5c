package analysisplatform.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeExportTasksRequest;
import software.amazon.awssdk.services.rds.model.ExportTask;
import software.amazon.awssdk.services.rds.model.ExportTaskAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.ExportTaskNotFoundException;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.StartExportTaskRequest;

/** The export tasks of one account. */
final class ExportTasks {

    /** Tasks in progress per account and region; RDS user guide, "Exporting DB snapshot data". */
    static final int LIMIT = 5;

    private static final DescribeExportTasksRequest UNFINISHED =
            DescribeExportTasksRequest.builder()
                    .filters(
                            Filter.builder()
                                    .name("status")
                                    .values("starting", "in_progress")
                                    .build())
                    .build();

    private final RdsClient rds;

    ExportTasks(RdsClient rds) {
        this.rds = rds;
    }

    Optional<ExportTask> find(String exportId) {
        DescribeExportTasksRequest request =
                DescribeExportTasksRequest.builder().exportTaskIdentifier(exportId).build();
        return AwsCall.attempt(
                "describe export " + exportId,
                () -> {
                    try {
                        return rds.describeExportTasks(request).exportTasks().stream().findFirst();
                    } catch (ExportTaskNotFoundException e) {
                        return Optional.empty();
                    }
                });
    }

    /** Fails when RDS would refuse one more task, whoever started the others. */
    void requireFreePlace() {
        List<ExportTask> tasks =
                AwsCall.attempt(
                        "count the running exports",
                        () ->
                                Pages.of(
                                        marker ->
                                                rds.describeExportTasks(
                                                        UNFINISHED.toBuilder()
                                                                .marker(marker)
                                                                .build()),
                                        page -> page.exportTasks(),
                                        page -> page.marker()));
        List<String> running =
                tasks.stream()
                        .filter(task -> State.of(task) == State.RUNNING)
                        .map(ExportTask::exportTaskIdentifier)
                        .toList();
        if (running.size() >= LIMIT) {
            throw new ExportLimitReached(
                    "RDS runs at most %d exports per account, and these run now: %s."
                            .formatted(LIMIT, String.join(", ", running)));
        }
    }

    /** False when RDS already knows the identifier, or already exports the snapshot. */
    boolean start(StartExportTaskRequest request) {
        return AwsCall.attempt(
                "start export " + request.exportTaskIdentifier() + " of " + request.sourceArn(),
                () -> {
                    try {
                        rds.startExportTask(request);
                        return true;
                    } catch (ExportTaskAlreadyExistsException e) {
                        return false;
                    }
                });
    }

    /** What a task's status means to this function. */
    enum State {
        RUNNING,
        COMPLETE,
        CANCELING,
        CANCELED,
        FAILED;

        /** Whether RDS may still write files of the export. */
        boolean writes() {
            return this == RUNNING || this == CANCELING;
        }

        /**
         * A status that is not known yet counts as running: the state machine's time limit ends it.
         */
        static State of(ExportTask task) {
            return switch (String.valueOf(task.status()).toUpperCase(Locale.ROOT)) {
                case "COMPLETE" -> COMPLETE;
                case "CANCELING" -> CANCELING;
                case "CANCELED" -> CANCELED;
                case "FAILED" -> FAILED;
                default -> RUNNING;
            };
        }
    }
}
