package analysisplatform.export;

/** RDS does not find the export role: it was just created, is missing, or does not trust RDS. */
public final class RoleNotReady extends RetryableException {

    RoleNotReady(String message) {
        super(message, null);
    }

    RoleNotReady(String message, Throwable cause) {
        super(message, cause);
    }
}
