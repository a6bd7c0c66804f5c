package analysisplatform.constructs;

import analysisplatform.config.InvalidConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the built export function from wherever an app is started. */
public final class FunctionJar {

    /** The system property that names the repository's root. */
    private static final String ROOT = "platform.root";

    private static final Path JAR = Path.of("lambda", "target", "export-function.jar");
    private static final Path MODULE = Path.of("lambda", "pom.xml");

    private FunctionJar() {}

    /**
     * The jar below the system property {@code platform.root}, or else below the nearest folder at
     * or above the working directory that holds the module {@code lambda}.
     *
     * @throws InvalidConfiguration when it is not built
     */
    public static Path locate() {
        String root = System.getProperty(ROOT, "");
        return below(root.isBlank() ? repository(Path.of("")) : Path.of(root));
    }

    static Path below(Path root) {
        Path jar = root.resolve(JAR).toAbsolutePath().normalize();
        if (Files.isRegularFile(jar)) {
            return jar;
        }
        throw new InvalidConfiguration(
                List.of(jar + ": the export function is not built; run mvn -pl lambda package."));
    }

    static Path repository(Path workingDirectory) {
        Path start = workingDirectory.toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(MODULE))) {
                return folder;
            }
        }
        throw new InvalidConfiguration(
                List.of(
                        "%s: the module lambda is neither here nor above; start in the repository or set -D%s."
                                .formatted(start, ROOT)));
    }
}
