package analysisplatform.export;

import analysisplatform.export.Request.DeleteRun;
import analysisplatform.export.Request.RetireRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    Answer answer(RetireRuns request) {
        Location masked = request.masked();
        ObjectVersions versions = new ObjectVersions(aws.s3(), masked);
        List<ObjectIdentifier> doomed = new ArrayList<>();
        Set<String> retired = new TreeSet<>();
        for (ObjectIdentifier object : versions.list()) {
            String run = object.key().substring(masked.folder().length()).split("/", 2)[0];
            if (Identifiers.RUN_ID.matcher(run).matches() && !request.keep().contains(run)) {
                doomed.add(object);
                retired.add(run);
            }
        }
        return new Answer.Retired(versions.delete(doomed), List.copyOf(retired));
    }
}
