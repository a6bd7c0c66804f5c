package analysisplatform.local;

/** Something that the person at the terminal can act on; the message is one clear sentence. */
public final class LocalRunFailed extends RuntimeException {

    public LocalRunFailed(String message) {
        super(message);
    }

    public LocalRunFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
