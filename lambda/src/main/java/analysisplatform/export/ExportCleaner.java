package analysisplatform.export;

import analysisplatform.export.Request.CleanUp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * Empties the quarantine of one source. An export that RDS still writes stays: a later run may
 * adopt it, and of files deleted meanwhile neither its manifest nor a proof would tell.
 */
final class ExportCleaner {

    private final Aws aws;

    ExportCleaner(Aws aws) {
        this.aws = aws;
    }

    Answer answer(CleanUp request) {
        Location exports = request.exports();
        ObjectVersions versions = new ObjectVersions(aws.s3(), exports);
        List<ObjectIdentifier> listed = versions.list();
        Set<String> kept = kept(request, exportIds(exports, listed));
        Map<Boolean, List<ObjectIdentifier>> doomed =
                listed.stream()
                        .filter(
                                object ->
                                        exportId(exports, object).filter(kept::contains).isEmpty())
                        .collect(
                                Collectors.partitioningBy(
                                        object -> ExportFiles.isManifest(object.key())));
        // Without its manifest nobody adopts an export, should the rest stay half deleted.
        long deleted = versions.delete(doomed.get(true)) + versions.delete(doomed.get(false));
        return new Answer.Cleaned(deleted, List.copyOf(kept));
    }

    private Set<String> kept(CleanUp request, Set<String> exportIds) {
        Set<String> kept = new TreeSet<>();
        Set<String> open = new TreeSet<>(exportIds);
        request.keepExportId().filter(open::remove).ifPresent(kept::add);
        if (!open.isEmpty()) {
            request.access().ifPresent(access -> kept.addAll(writing(access, open)));
        }
        return kept;
    }

    private List<String> writing(SourceAccess access, Set<String> exportIds) {
        try (RdsClient rds = aws.rds(access.source(), access.caller())) {
            ExportTasks tasks = new ExportTasks(rds);
            return exportIds.stream()
                    .filter(
                            id ->
                                    tasks.find(id)
                                            .map(ExportTasks.State::of)
                                            .filter(ExportTasks.State::writes)
                                            .isPresent())
                    .toList();
        }
    }

    private static Set<String> exportIds(Location exports, List<ObjectIdentifier> objects) {
        return objects.stream()
                .map(object -> exportId(exports, object))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** RDS names the folder of an export by its identifier. */
    private static Optional<String> exportId(Location exports, ObjectIdentifier object) {
        String path = object.key().substring(exports.folder().length());
        return Optional.of(path.indexOf('/'))
                .filter(slash -> slash > 0)
                .map(slash -> path.substring(0, slash))
                .filter(name -> Identifiers.EXPORT_ID.matcher(name).matches());
    }
}
