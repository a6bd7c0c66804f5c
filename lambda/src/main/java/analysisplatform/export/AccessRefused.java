package analysisplatform.export;

/** A role, a key policy or a bucket does not let the call pass. */
public final class AccessRefused extends FinalException {

    AccessRefused(String message) {
        super(message, null);
    }

    AccessRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
