package analysisplatform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where everything is written: nothing of the local run lands outside {@code folder}.
 *
 * @param root of the repository
 * @param folder may be deleted whenever nothing runs
 */
public record Workspace(Path root, Path folder) {

    public Workspace {
        root = root.toAbsolutePath().normalize();
        folder = folder.toAbsolutePath().normalize();
    }

    public Path file(String name) {
        Path file = folder.resolve(name);
        create(file.getParent());
        return file;
    }

    public Path directory(String name) {
        return create(folder.resolve(name));
    }

    /** A folder without what an earlier run left in it. */
    public Path emptyDirectory(String name) {
        Path directory = folder.resolve(name);
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot empty folder " + directory, e);
            }
        }
        return create(directory);
    }

    public Path log(String process) {
        return file("logs/" + process + ".log");
    }

    private static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create folder " + directory, e);
        }
    }
}
