package analysisplatform.tools;

/** A command cannot go on; its message is for the person who called it. */
final class ToolFailed extends RuntimeException {

    private final int exit;

    private ToolFailed(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    /** The call itself, or a file that it names, is wrong. */
    static ToolFailed usage(String message) {
        return new ToolFailed(Exit.USAGE, message);
    }

    static ToolFailed unreachable(String message) {
        return new ToolFailed(Exit.UNREACHABLE, message);
    }

    int exit() {
        return exit;
    }
}
