package analysisplatform.export;

/** There is no snapshot of the source that could be exported. */
public final class SnapshotNotFound extends FinalException {

    SnapshotNotFound(String message) {
        super(message, null);
    }

    SnapshotNotFound(String message, Throwable cause) {
        super(message, cause);
    }
}
