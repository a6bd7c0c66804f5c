package analysisplatform.export;

import analysisplatform.export.Request.DeleteRun;

/** Deletes what one run wrote, but never a run that analysts see or may go back to. */
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
}
