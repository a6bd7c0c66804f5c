package analysisplatform.tools;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.cost.Budget;
import analysisplatform.cost.CostReport;
import analysisplatform.cost.Estimate;
import analysisplatform.cost.EstimateSummary;
import analysisplatform.cost.Estimates;
import analysisplatform.cost.SnapshotSize;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tools/run cost}. */
@Command(
        name = "cost",
        sortOptions = false,
        description = {
            "Estimates what a night and a month of an environment cost, line by line.",
            "The sizes of snapshots, the queries of a day, the rate of the yen and the limit are"
                    + " keys of platform.yaml: docs/cost.md."
        })
final class CostCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ENVIRONMENT", description = "A folder of environments.")
    private String environment;

    @Option(
            names = "--snapshot-gb",
            paramLabel = "N",
            description = "As if the snapshot of each source had so many GB.")
    private Integer gigabytes;

    @Spec private CommandSpec spec;

    private final Supplier<Path> environments;

    CostCommand(Supplier<Path> environments) {
        this.environments = environments;
    }

    @Override
    public Integer call() {
        Environment loaded = EnvironmentLoader.load(environments.get().resolve(environment));
        Estimate estimate = estimate(loaded);
        Budget budget = Budget.of(loaded);
        PrintWriter out = spec.commandLine().getOut();
        out.print(new CostReport(estimate, budget).text());
        out.println(EstimateSummary.largestSnapshot(loaded));
        String accepted = loaded.platform().spending().exceedBecause();
        if (budget.allows(estimate.month())) {
            return Exit.OK;
        }
        if (accepted.isEmpty()) {
            return Exit.TOO_DEAR;
        }
        out.printf("It is accepted: %s%n", accepted);
        return Exit.OK;
    }

    private Estimate estimate(Environment loaded) {
        try {
            return Estimates.of(loaded, snapshots(loaded));
        } catch (IllegalArgumentException unknown) {
            throw ToolFailed.usage(unknown.getMessage());
        }
    }

    private SnapshotSize snapshots(Environment loaded) {
        return gigabytes == null ? SnapshotSize.of(loaded) : SnapshotSize.ofEachSource(gigabytes);
    }
}
