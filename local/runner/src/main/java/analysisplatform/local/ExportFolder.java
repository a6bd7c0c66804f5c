package analysisplatform.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder in the layout of an RDS export.
 *
 * @param database name of its one database folder
 */
record ExportFolder(Path path, String database) {

    static ExportFolder at(Path path) {
        if (!Files.isDirectory(path)) {
            throw new LocalRunFailed("There is no folder " + path + ".");
        }
        try (Stream<Path> children = Files.list(path)) {
            List<String> databases =
                    children.filter(Files::isDirectory)
                            .map(child -> child.getFileName().toString())
                            .sorted()
                            .toList();
            if (databases.size() != 1) {
                throw new LocalRunFailed(
                        "%s must hold the folder of one database, but holds %s."
                                .formatted(path, databases));
            }
            return new ExportFolder(path.toAbsolutePath(), databases.get(0));
        } catch (IOException e) {
            throw new LocalRunFailed("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
