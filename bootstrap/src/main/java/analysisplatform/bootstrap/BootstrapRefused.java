package analysisplatform.bootstrap;

/** The bucket cannot be made; the message says why and what to do, for the person who ran it. */
final class BootstrapRefused extends RuntimeException {

    BootstrapRefused(String message) {
        super(message);
    }

    BootstrapRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
