package analysisplatform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings under which Terraform finds the AWS provider: a configuration that the user names is
 * honoured; otherwise a mirror on this machine is used when there is one, and the registry when
 * there is none.
 */
final class ProviderMirror {

    private static final String CONFIGURATION = "TF_CLI_CONFIG_FILE";
    private static final String PLUGIN = "terraform-provider-aws_v";
    private static final String LAYOUT = "registry.terraform.io";

    /** Where administrators put software beside the distribution's, and Terraform's own places. */
    private static final List<Path> SEARCHED =
            List.of(
                    Path.of(System.getProperty("user.home"), ".terraform.d"),
                    Path.of("/usr/local/share"),
                    Path.of("/usr/share/terraform"),
                    Path.of("/opt"));

    /** Folders between a place above and the plugin. */
    private static final int DEEPEST = 9;

    /**
     * No question for newer versions; and a fifth less processor time for 60 MB more, because the
     * provider's schema is built anew by every command:
     * https://pkg.go.dev/runtime#hdr-Environment_Variables
     */
    private static final Map<String, String> SETTINGS =
            Map.of("CHECKPOINT_DISABLE", "1", "GOGC", "300");

    private final Workspace workspace;

    ProviderMirror(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Environment variables for Terraform. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(SETTINGS);
        String given = System.getenv(CONFIGURATION);
        if (given == null || !Files.isReadable(Path.of(given))) {
            mirror().ifPresent(
                            root -> environment.put(CONFIGURATION, configuration(root).toString()));
        }
        return environment;
    }

    /** What was found is remembered in the work folder. */
    private Optional<Path> mirror() {
        Path remembered = workspace.file("provider-mirror.txt");
        try {
            if (Files.exists(remembered)) {
                Path root = Path.of(Files.readString(remembered).strip());
                if (Files.isDirectory(root.resolve(LAYOUT))) {
                    return Optional.of(root);
                }
            }
            Search search = new Search();
            for (Path place : SEARCHED) {
                if (search.found == null && Files.isDirectory(place)) {
                    Files.walkFileTree(
                            place, EnumSet.noneOf(FileVisitOption.class), DEEPEST, search);
                }
            }
            if (search.found != null) {
                Files.writeString(remembered, search.found.toString());
            }
            return Optional.ofNullable(search.found);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for the AWS provider", e);
        }
    }

    private Path configuration(Path root) {
        Path file = workspace.file("terraform.rc");
        try {
            Files.writeString(
                    file,
                    """
                    provider_installation {
                      filesystem_mirror {
                        path    = "%s"
                        include = ["registry.terraform.io/*/*"]
                      }
                      direct {
                        exclude = ["registry.terraform.io/*/*"]
                      }
                    }
                    """
                            .formatted(root));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static final class Search extends SimpleFileVisitor<Path> {

        private Path found;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!file.getFileName().toString().startsWith(PLUGIN)) {
                return FileVisitResult.CONTINUE;
            }
            for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
                if (folder.endsWith(LAYOUT)) {
                    found = folder.getParent();
                    return FileVisitResult.TERMINATE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
