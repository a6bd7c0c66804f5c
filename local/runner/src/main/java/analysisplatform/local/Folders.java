package analysisplatform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies of whole folders. */
final class Folders {

    private Folders() {}

    /** Every file below a folder; files of the same name are replaced. */
    static void copy(Path from, Path to) {
        copy(from, to, file -> true);
    }

    /**
     * As {@link #copy(Path, Path)}, of some files alone.
     *
     * @param wanted is asked with the file's path below {@code from}
     */
    static void copy(Path from, Path to, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = from.relativize(file);
                if (wanted.test(name)) {
                    Path copy = to.resolve(name.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot copy the folder %s to %s".formatted(from, to), e);
        }
    }
}
