package analysisplatform.export;

/** The same request may succeed later. */
public abstract sealed class RetryableException extends ExportException
        permits ExportLimitReached, RoleNotReady, ServiceUnavailable {

    RetryableException(String message, Throwable cause) {
        super(message, cause);
    }
}
