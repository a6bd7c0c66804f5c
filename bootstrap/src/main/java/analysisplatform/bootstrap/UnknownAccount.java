package analysisplatform.bootstrap;

/** The command names an account that the environment does not have. */
final class UnknownAccount extends RuntimeException {

    UnknownAccount(String message) {
        super(message);
    }
}
