package analysisplatform.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one file that a command may write. */
final class OutFile {

    private OutFile() {}

    /**
     * Before anything is read, so that nobody waits in vain.
     *
     * @param file or null
     */
    static void requireFree(Path file) {
        if (file != null && Files.exists(file)) {
            throw ToolFailed.usage(
                    "%s exists already and is left as it is: choose another name for --out."
                            .formatted(file));
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (IOException refused) {
            throw ToolFailed.usage(
                    "Cannot write %s: %s %s"
                            .formatted(
                                    file,
                                    refused.getClass().getSimpleName(),
                                    refused.getMessage()));
        }
    }
}
