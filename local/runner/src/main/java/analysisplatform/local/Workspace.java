package analysisplatform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
