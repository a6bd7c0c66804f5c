package analysisplatform.export;

import analysisplatform.export.ExportFiles.Content;
import analysisplatform.export.Request.CheckExport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ExportTask;

/**
 * Says how far an export is. "Complete" is not taken from RDS: every wanted table is looked for.
 */
final class ExportChecker {

    private final Aws aws;

    ExportChecker(Aws aws) {
        this.aws = aws;
    }

    Answer answer(CheckExport request) {
        ExportTask task = task(request);
        return switch (ExportTasks.State.of(task)) {
            case RUNNING ->
                    new Answer.Running(task.percentProgress() == null ? 0 : task.percentProgress());
            case COMPLETE -> complete(request, task);
            case CANCELING, CANCELED ->
                    throw new ExportCanceled(
                            "Export %s of %s was canceled. Start the run again to export anew."
                                    .formatted(request.exportId(), request.source().shown()));
            case FAILED ->
                    throw new ExportFailed(
                            "Export %s of %s failed: %s"
                                    .formatted(
                                            request.exportId(),
                                            request.source().shown(),
                                            task.failureCause()));
        };
    }

    private ExportTask task(CheckExport request) {
        try (RdsClient rds = aws.rds(request.source(), request.caller())) {
            return new ExportTasks(rds)
                    .find(request.exportId())
                    .orElseThrow(
                            () ->
                                    new ExportFailed(
                                            "RDS does not know export %s of %s. Start the run again."
                                                    .formatted(
                                                            request.exportId(),
                                                            request.source().shown())));
        }
    }

    private Answer complete(CheckExport request, ExportTask task) {
        Location export = request.exports().below(request.exportId());
        ExportFiles files = new ExportFiles(aws.s3(), export);
        Manifest manifest = files.manifest(request.exportId());
        Map<WantedTable, Content> contents = new LinkedHashMap<>();
        for (WantedTable table : request.tables()) {
            contents.put(table, files.content(folder(request, table)));
        }
        Completeness completeness =
                new Completeness(
                        request.database(), manifest, Warnings.parse(task.warningMessage()));
        Map<String, String> problems = completeness.problems(contents);
        if (!problems.isEmpty()) {
            throw incomplete(request, problems);
        }
        return answer(request, contents, manifest.sizeGb());
    }

    private static Answer answer(
            CheckExport request, Map<WantedTable, Content> contents, double sizeGb) {
        List<String> paths = new ArrayList<>();
        Map<String, Boolean> empty = new LinkedHashMap<>();
        contents.forEach(
                (table, content) -> {
                    if (content.hasRows()) {
                        paths.add(folder(request, table).uri());
                    }
                    empty.put(table.publishedName(), !content.hasRows());
                });
        long files = contents.values().stream().mapToLong(Content::files).sum();
        long bytes = contents.values().stream().mapToLong(Content::bytes).sum();
        return new Answer.Complete(paths, empty, sizeGb, files, bytes);
    }

    private static ExportIncomplete incomplete(CheckExport request, Map<String, String> problems) {
        List<String> shown = new ArrayList<>();
        problems.forEach((table, problem) -> shown.add(table + " (" + problem + ")"));
        return new ExportIncomplete(
                "Export %s of %s lacks %d of %d wanted tables: %s. Make them exportable in the source, or take them out of the configuration."
                        .formatted(
                                request.exportId(),
                                request.source().shown(),
                                problems.size(),
                                request.tables().size(),
                                String.join(", ", shown)));
    }

    private static Location folder(CheckExport request, WantedTable table) {
        return request.exports()
                .below(request.exportId())
                .below(request.database())
                .below(table.folder());
    }
}
