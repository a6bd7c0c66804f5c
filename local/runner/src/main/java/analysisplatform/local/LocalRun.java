package analysisplatform.local;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.InvalidConfiguration;
import analysisplatform.engine.ExportFolder;
import analysisplatform.engine.NoExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command line of {@code local/run}. */
@Command(
        name = "local/run",
        sortOptions = false,
        description = {
            "Runs the nightly job on this machine: both accounts' stacks are applied with the real"
                    + " Terraform, a snapshot is exported, crawled, masked, proven and published,"
                    + " all on stand-ins for AWS that listen on the loopback interface only.",
            "Writes only to target folders and to the work folder."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the run was published",
            "1:something failed; the last line names the state and its cause",
            "2:the command line is wrong"
        })
public final class LocalRun implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description =
                    "Environment: a folder in environments/ or local/examples/. Default: the one"
                            + " whose source is the database of --data, otherwise 'local'.")
    private String environmentName;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder in the layout of an RDS export, with the masking policy of its database"
                            + " in local/examples/<database>/. Default: the built-in sample.")
    private Path data;

    @Option(
            names = "--keep",
            description = "Leave everything up for exploring until Enter is pressed.")
    private boolean keep;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Work folder. Default: .work in the repository.")
    private Path work;

    @Option(names = "--root", hidden = true, description = "Root of the repository.")
    private Path root = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LocalRun()).execute(arguments));
    }

    @Override
    public Integer call() {
        Console console = new Console(System.out);
        try {
            Workspace workspace = new Workspace(root, work == null ? root.resolve(".work") : work);
            NightOnALaptop night = new NightOnALaptop(workspace, environment(), data, console);
            return night.run(keep) ? 0 : 1;
        } catch (InvalidConfiguration | LocalRunFailed | NoExport e) {
            console.failure(e.getMessage());
            return 1;
        }
    }

    private Environment environment() {
        String name = environmentName;
        if (name == null) {
            name = data == null ? "local" : ExportFolder.at(data).database();
        }
        for (String parent : new String[] {"environments", "local/examples"}) {
            Path folder = root.toAbsolutePath().resolve(parent).resolve(name);
            if (Files.isRegularFile(folder.resolve("platform.yaml"))) {
                return EnvironmentLoader.load(folder);
            }
        }
        throw new LocalRunFailed(
                "There is no environment '%1$s': write environments/%1$s/platform.yaml or local/examples/%1$s/platform.yaml with a masking policy for each of its sources."
                        .formatted(name));
    }
}
