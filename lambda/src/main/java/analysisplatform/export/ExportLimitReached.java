package analysisplatform.export;

/** RDS runs as many exports as it allows, or already exports this snapshot for somebody else. */
public final class ExportLimitReached extends RetryableException {

    ExportLimitReached(String message) {
        super(message, null);
    }

    ExportLimitReached(String message, Throwable cause) {
        super(message, cause);
    }
}
