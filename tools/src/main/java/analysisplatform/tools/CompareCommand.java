package analysisplatform.tools;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tools/run compare}. */
@Command(
        name = "compare",
        sortOptions = false,
        description = {
            "Tells whether masks or their checks got weaker between two folders of environments:"
                    + " columns published unmasked, weaker actions, smaller groups, fewer checks.",
            "What cannot be compared counts as weaker. The pull requests of this repository run it."
        })
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD", description = "The folder as it was.")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The folder as it is to be.")
    private Path after;

    @Option(
            names = "--accepted",
            paramLabel = "LABEL",
            split = ",",
            description =
                    "Labels of the pull request. The one that this command asks for makes it end"
                            + " with 0 though masks got weaker.")
    private List<String> labels = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Default: the standard output. Nothing is ever overwritten.")
    private Path out;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        OutFile.requireFree(out);
        EnvironmentsComparison comparison = EnvironmentsComparison.of(all(before), all(after));
        boolean accepted = labels.contains(comparison.label());
        String text = new ComparisonText(comparison, accepted).text();
        PrintWriter standard = spec.commandLine().getOut();
        if (out == null) {
            standard.print(text);
        } else {
            OutFile.write(out, text);
            standard.println("Wrote " + out + ".");
        }
        standard.flush();
        return comparison.weaker().isEmpty() || accepted ? Exit.OK : Exit.WEAKER_MASKS;
    }

    private static List<Environment> all(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw ToolFailed.usage(folder + ": there is no such folder of environments.");
        }
        return EnvironmentLoader.loadAll(folder);
    }
}
