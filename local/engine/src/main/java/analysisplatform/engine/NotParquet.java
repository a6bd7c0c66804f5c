package analysisplatform.engine;

/** A file that an export cannot have written. */
public final class NotParquet extends RuntimeException {

    NotParquet(String message, Throwable cause) {
        super(message, cause);
    }
}
