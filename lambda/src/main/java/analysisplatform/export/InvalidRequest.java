package analysisplatform.export;

/** The function's input, or what it asked of AWS, is wrong. */
public final class InvalidRequest extends FinalException {

    InvalidRequest(String message) {
        super(message, null);
    }

    InvalidRequest(String message, Throwable cause) {
        super(message, cause);
    }
}
