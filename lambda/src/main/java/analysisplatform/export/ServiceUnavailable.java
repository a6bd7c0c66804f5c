package analysisplatform.export;

/** AWS throttled the call, failed on its side, or could not be reached. */
public final class ServiceUnavailable extends RetryableException {

    ServiceUnavailable(String message) {
        super(message, null);
    }

    ServiceUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
