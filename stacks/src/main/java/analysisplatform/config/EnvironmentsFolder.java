package analysisplatform.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds the {@code environments} folder from wherever a program is started. */
public final class EnvironmentsFolder {

    /** The environment variable that names the folder. */
    public static final String VARIABLE = "PLATFORM_ENVIRONMENTS";

    private static final String NAME = "environments";

    private EnvironmentsFolder() {}

    /**
     * The folder that {@link #VARIABLE} names, or else the nearest folder {@code environments} at
     * or above the working directory.
     *
     * @throws InvalidConfiguration when there is none
     */
    public static Path locate() {
        return locate(System.getenv(), Path.of(""));
    }

    static Path locate(Map<String, String> variables, Path workingDirectory) {
        String named = variables.getOrDefault(VARIABLE, "");
        return named.isBlank() ? nearest(workingDirectory) : existing(Path.of(named));
    }

    private static Path existing(Path folder) {
        if (Files.isDirectory(folder)) {
            return folder.toAbsolutePath().normalize();
        }
        throw new InvalidConfiguration(
                List.of(
                        "%s: there is no such folder; the environment variable %s must name the environments folder."
                                .formatted(folder, VARIABLE)));
    }

    private static Path nearest(Path workingDirectory) {
        Path start = workingDirectory.toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(NAME))) {
                return folder.resolve(NAME);
            }
        }
        throw new InvalidConfiguration(
                List.of(
                        "%s: there is no folder environments here or above; start in the repository or set the environment variable %s."
                                .formatted(start, VARIABLE)));
    }
}
