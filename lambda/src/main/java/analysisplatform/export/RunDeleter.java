package analysisplatform.export;

import analysisplatform.export.Request.DeleteRun;
import analysisplatform.export.Request.ListRuns;
import analysisplatform.export.Request.RetireRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Deletes what runs wrote, but never a run that analysts see or may go back to. */
final class RunDeleter {

    private final Aws aws;

    RunDeleter(Aws aws) {
        this.aws = aws;
    }

    Answer answer(DeleteRun request) {
        if (request.keep().contains(request.runId())) {
            throw new RunIsPublished(
                    "Run %s below %s is published or the one to roll back to; it is not deleted."
                            .formatted(request.runId(), request.masked().uri()));
        }
        ObjectVersions versions =
                new ObjectVersions(aws.s3(), request.masked().below(request.runId()));
        return new Answer.Deleted(versions.delete(versions.list()));
    }

    Answer answer(ListRuns request) {
        return new Answer.Runs(List.copyOf(older(request.masked(), request.keep()).keySet()));
    }

    Answer answer(RetireRuns request) {
        Map<String, List<ObjectIdentifier>> older = older(request.masked(), request.keep());
        List<ObjectIdentifier> doomed = older.values().stream().flatMap(List::stream).toList();
        long deleted = new ObjectVersions(aws.s3(), request.masked()).delete(doomed);
        return new Answer.Retired(deleted, List.copyOf(older.keySet()));
    }

    /** Objects and versions by the run that wrote them. */
    private Map<String, List<ObjectIdentifier>> older(Location masked, List<String> keep) {
        Map<String, List<ObjectIdentifier>> older = new TreeMap<>();
        for (ObjectIdentifier object : new ObjectVersions(aws.s3(), masked).list()) {
            String run = object.key().substring(masked.folder().length()).split("/", 2)[0];
            if (Identifiers.RUN_ID.matcher(run).matches() && !keep.contains(run)) {
                older.computeIfAbsent(run, name -> new ArrayList<>()).add(object);
            }
        }
        return older;
    }
}
