package analysisplatform.export;

/**
 * A step did not reach its end. Lambda reports the class name as error type, so the state machine
 * decides by the class alone whether to try again.
 */
public abstract sealed class ExportException extends RuntimeException
        permits RetryableException, FinalException {

    ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
