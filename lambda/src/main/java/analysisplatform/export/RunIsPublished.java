package analysisplatform.export;

/** Data of this run is still in use and must not be deleted. */
public final class RunIsPublished extends FinalException {

    RunIsPublished(String message) {
        super(message, null);
    }

    RunIsPublished(String message, Throwable cause) {
        super(message, cause);
    }
}
