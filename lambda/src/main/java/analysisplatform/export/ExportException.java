package analysisplatform.export;

/**
 * A step did not reach its end. Lambda reports the class name as error type, so the state machine
 * decides by the class alone whether to try again.
 *
 * <p>It has no stack trace: Lambda would report it with the message, and both become the mail's
 * cause. The sentence has to say enough.
 */
public abstract sealed class ExportException extends RuntimeException
        permits RetryableException, FinalException {

    ExportException(String message, Throwable cause) {
        super(message, cause, true, false);
    }
}
