package analysisplatform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A virtual environment in the work folder with the packages of {@code local/aws/requirements.txt}.
 * Packages that the machine already has at the pinned versions are used as they are, so a machine
 * without a package index can still run.
 */
final class Python {

    private final Workspace workspace;

    Python(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The interpreter, with everything installed; repeated only when the requirements change. */
    Path interpreter() {
        Path requirements = workspace.root().resolve("local/aws/requirements.txt");
        Path environment = workspace.directory("python");
        Path interpreter = environment.resolve("bin/python");
        Path installed = environment.resolve("installed.txt");
        try {
            if (Files.exists(installed) && Files.mismatch(installed, requirements) == -1) {
                return interpreter;
            }
            run("python3", "-m", "venv", "--system-site-packages", environment.toString());
            run(
                    interpreter.toString(),
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    "--requirement",
                    requirements.toString());
            Files.copy(requirements, installed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return interpreter;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare Python in " + environment, e);
        }
    }

    private void run(String... words) {
        new Command(List.of(words), workspace.root(), Map.of(), workspace.log("python")).run();
    }
}
