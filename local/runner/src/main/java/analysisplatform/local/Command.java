package analysisplatform.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that runs to its end; what it prints goes to a log.
 *
 * @param environment is added to this process' own
 */
record Command(List<String> words, Path directory, Map<String, String> environment, Path log) {

    private static final int SHOWN_CHARACTERS = 4000;

    /**
     * @return the exit code
     */
    int exitCode() {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(words)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new LocalRunFailed("Cannot start " + words.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunFailed("Interrupted while running " + words.get(0) + ".", e);
        }
    }

    /** Runs it; an exit code other than 0 is a failure that shows the end of the log. */
    void run() {
        int code = exitCode();
        if (code != 0) {
            throw new LocalRunFailed(
                    "%s ended with exit code %d:%n%s"
                            .formatted(String.join(" ", words), code, output()));
        }
    }

    /** The end of what the program printed. */
    String output() {
        String text = everything();
        return text.substring(Math.max(0, text.length() - SHOWN_CHARACTERS)).strip();
    }

    /** All that the program printed. */
    String everything() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "(no output in " + log + ")";
        }
    }
}
