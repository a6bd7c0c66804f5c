package analysisplatform.export;

/** The same request fails again until a person changes something. */
public abstract sealed class FinalException extends ExportException
        permits AccessRefused,
                EvidenceUnreadable,
                ExportCanceled,
                ExportFailed,
                ExportIncomplete,
                InvalidRequest,
                RunIsPublished,
                SnapshotNotFound,
                SnapshotTooOld {

    FinalException(String message, Throwable cause) {
        super(message, cause);
    }
}
