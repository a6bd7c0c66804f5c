package analysisplatform.export;

/** The newest snapshot is older than the source allows. */
public final class SnapshotTooOld extends FinalException {

    SnapshotTooOld(String message) {
        super(message, null);
    }

    SnapshotTooOld(String message, Throwable cause) {
        super(message, cause);
    }
}
