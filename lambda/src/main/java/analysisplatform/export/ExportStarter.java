package analysisplatform.export;

import analysisplatform.export.Answer.Chosen;
import analysisplatform.export.Answer.Chosen.Outcome;
import analysisplatform.export.Request.StartExport;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ExportTask;
import software.amazon.awssdk.services.rds.model.StartExportTaskRequest;

/**
 * Makes sure that an export of the chosen snapshot exists, without ever starting a second one: a
 * task of an earlier request is adopted as long as it can still be used.
 */
final class ExportStarter {

    private final Aws aws;
    private final Clock clock;

    ExportStarter(Aws aws, Clock clock) {
        this.aws = aws;
        this.clock = clock;
    }

    Chosen answer(StartExport request) {
        try (RdsClient rds = aws.rds(request.source(), request.caller())) {
            Snapshots snapshots = new Snapshots(rds, clock);
            Snapshot snapshot =
                    request.snapshotArn()
                            .map(arn -> snapshots.exactly(request.source(), arn))
                            .orElseGet(() -> snapshots.newest(request.source()));
            String runId = Identifiers.runId(snapshot, request.policyVersion());
            if (request.publishedRun().filter(runId::equals).isPresent()) {
                return new Chosen(Outcome.ALREADY_PUBLISHED, runId, null, snapshot);
            }
            if (request.keptRun().filter(runId::equals).isPresent()) {
                return new Chosen(Outcome.KEPT, runId, null, snapshot);
            }
            return export(request, new ExportTasks(rds), snapshot, runId);
        }
    }

    private Chosen export(StartExport request, ExportTasks tasks, Snapshot snapshot, String runId) {
        for (int attempt = 1; attempt <= Identifiers.MAX_ATTEMPTS; attempt++) {
            String exportId = Identifiers.exportId(request.source().name(), snapshot, attempt);
            Optional<ExportTask> task = tasks.find(exportId);
            if (task.isEmpty()) {
                tasks.requireFreePlace();
                if (tasks.start(task(request, snapshot, exportId))) {
                    return new Chosen(Outcome.STARTED, runId, exportId, snapshot);
                }
                task = Optional.of(startedMeanwhile(tasks, snapshot, exportId));
            }
            if (usable(request, task.get())) {
                return new Chosen(Outcome.ADOPTED, runId, exportId, snapshot);
            }
        }
        throw new ExportFailed(
                "All %d exports of snapshot %s failed, were canceled or were deleted. Find the cause, then wait for the next snapshot."
                        .formatted(Identifiers.MAX_ATTEMPTS, snapshot.arn()));
    }

    private static ExportTask startedMeanwhile(
            ExportTasks tasks, Snapshot snapshot, String exportId) {
        return tasks.find(exportId)
                .orElseThrow(
                        () ->
                                new ExportLimitReached(
                                        ("RDS already exports snapshot %s under another identifier"
                                                        + " than %s; the state machine waits for"
                                                        + " its end.")
                                                .formatted(snapshot.arn(), exportId)));
    }

    /** A task of another environment or of an older table list is not this run's export. */
    private boolean usable(StartExport request, ExportTask task) {
        boolean ours =
                request.exports().bucket().equals(task.s3Bucket())
                        && request.exports().prefix().equals(task.s3Prefix())
                        && task.exportOnly().containsAll(request.exportOnly());
        if (!ours) {
            return false;
        }
        return switch (ExportTasks.State.of(task)) {
            case RUNNING -> true;
            case COMPLETE -> filesRemain(request, task.exportTaskIdentifier());
            case CANCELING, CANCELED, FAILED -> false;
        };
    }

    private boolean filesRemain(StartExport request, String exportId) {
        return new ExportFiles(aws.s3(), request.exports().below(exportId)).complete(exportId);
    }

    private static StartExportTaskRequest task(
            StartExport request, Snapshot snapshot, String exportId) {
        return StartExportTaskRequest.builder()
                .exportTaskIdentifier(exportId)
                .sourceArn(snapshot.arn())
                .iamRoleArn(request.exportRoleArn())
                .kmsKeyId(request.kmsKeyArn())
                .s3BucketName(request.exports().bucket())
                .s3Prefix(request.exports().prefix())
                .exportOnly(request.exportOnly())
                .build();
    }
}
