package analysisplatform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether this machine has what the stand-in needs beside Java and Maven. */
final class StandInTools {

    private final Workspace workspace;

    StandInTools(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Why Terraform cannot be run here; empty when it can. */
    Optional<String> terraformIsMissing() {
        if (!works(List.of("terraform", "version"), workspace.folder())) {
            return Optional.of("terraform is not on the PATH");
        }
        return providerWorks()
                ? Optional.empty()
                : Optional.of(
                        "terraform finds no AWS provider 5.100.0, neither in a mirror nor in the registry");
    }

    /** Why the stand-in cannot be started here; empty when it can. */
    Optional<String> standInIsMissing() {
        try {
            Path python = new Python(workspace).interpreter();
            return works(List.of(python.toString(), "-c", "import moto"), workspace.folder())
                    ? Optional.empty()
                    : Optional.of("Python has no moto");
        } catch (LocalRunFailed e) {
            return Optional.of("Python with moto cannot be installed");
        }
    }

    private boolean providerWorks() {
        Path folder = workspace.directory("provider-probe");
        try {
            Files.writeString(
                    folder.resolve("main.tf.json"),
                    """
                    {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "5.100.0"}}}}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
        return new Command(
                                List.of("terraform", "init", "-input=false", "-no-color"),
                                folder,
                                new ProviderMirror(workspace).environment(),
                                workspace.log("provider-probe"))
                        .exitCode()
                == 0;
    }

    private boolean works(List<String> words, Path folder) {
        try {
            return new Command(words, folder, Map.of(), workspace.log("probe")).exitCode() == 0;
        } catch (LocalRunFailed absent) {
            return false;
        }
    }
}
