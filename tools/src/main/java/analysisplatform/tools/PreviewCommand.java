package analysisplatform.tools;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Source;
import analysisplatform.engine.Engine;
import analysisplatform.engine.ExportFolder;
import analysisplatform.tools.Preview.Proven;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tools/run preview}. */
@Command(
        name = "preview",
        sortOptions = false,
        description = {
            "Masks a folder in the layout of an RDS export with an environment's policy, on this"
                    + " machine alone, shows rows before and after, and runs the proofs.",
            "It shows raw values: use data that you may see. The pseudonym key is made for this"
                    + " run and forgotten, so the pseudonyms are not those of the platform."
        })
final class PreviewCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ENVIRONMENT", description = "A folder of environments.")
    private String environment;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "May be left out if the environment has one source only.")
    private String source;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder in the layout of an RDS export of the source's database.")
    private Path data;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1",
            description = "Rows to show of each table (default: ${DEFAULT-VALUE}); 0 shows none.")
    private int rows;

    @Spec private CommandSpec spec;

    private final Supplier<Path> environments;

    PreviewCommand(Supplier<Path> environments) {
        this.environments = environments;
    }

    @Override
    public Integer call() {
        if (rows < 0) {
            throw ToolFailed.usage("--rows is %d, but must be 0 or more.".formatted(rows));
        }
        Environment loaded = EnvironmentLoader.load(environments.get().resolve(environment));
        Source previewed = Sources.choose(loaded, source);
        ExportFolder export = ExportFolder.at(data);
        if (!export.database().equals(previewed.database())) {
            throw ToolFailed.usage(
                    "Source %s is database %s, but %s holds database %s."
                            .formatted(
                                    previewed.name(),
                                    previewed.database(),
                                    data,
                                    export.database()));
        }
        DatabaseSchema schema = FolderSchema.read(export, previewed.engine());
        SchemaCheck check = SchemaCheck.of(loaded.policyOf(previewed), schema);
        PrintWriter out = spec.commandLine().getOut();
        if (check.exit() != Exit.OK) {
            out.println(new CheckReport(loaded, previewed, schema, check).text(false));
            out.flush();
        }
        return check.exit() == Exit.HALTING_DRIFT
                ? Exit.HALTING_DRIFT
                : preview(loaded, previewed, export);
    }

    private int preview(Environment loaded, Source previewed, ExportFolder export) {
        PrintWriter out = spec.commandLine().getOut();
        Path work = temporaryFolder();
        // the folder holds raw data, and somebody may interrupt this
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(work)));
        spec.commandLine()
                .getErr()
                .printf(
                        "Masking %d tables on the embedded engine; this takes about half a minute ...%n",
                        previewed.tables().size());
        try (Engine engine = Engine.onFiles(work.resolve("warehouse"))) {
            Preview preview = new Preview(engine, previewed, loaded.policyOf(previewed), work);
            preview.mask(export);
            if (rows > 0) {
                for (PreviewTable table : preview.tables(rows)) {
                    out.println(table.text());
                    out.flush();
                }
            }
            List<Proven> proofs = preview.prove();
            out.print(Preview.text(proofs));
            out.flush();
            return proofs.stream().allMatch(Proven::holds) ? Exit.OK : Exit.PROOF_VIOLATED;
        } finally {
            delete(work);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("preview");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder", e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot delete " + folder + ", which holds raw data: delete it", e);
        }
    }
}
