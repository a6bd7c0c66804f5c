package analysisplatform.local;

import analysisplatform.config.Environment;
import analysisplatform.cost.Budget;
import analysisplatform.cost.CostReport;
import analysisplatform.cost.Crawls;
import analysisplatform.cost.Estimate;
import analysisplatform.cost.MonthlyStanding;
import analysisplatform.cost.MonthlyStanding.QuickSightUsers;
import analysisplatform.cost.NightUsage;
import analysisplatform.cost.PriceTable;
import analysisplatform.cost.Queries;
import analysisplatform.engine.ExportFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the night that just ran would have cost on AWS: counts of states, calls and bytes are
 * measured, durations are AWS' minimums.
 */
final class NightCost {

    private static final BigDecimal BYTES_PER_MEGABYTE = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BYTES_PER_GIGABYTE = BigDecimal.valueOf(1_000_000_000);

    /** A call of the function: 512 MB for two seconds. */
    private static final BigDecimal GIGABYTE_SECONDS_PER_CALL = BigDecimal.ONE;

    private static final int KEYS = 3;
    private static final int DYNAMODB_WRITES = 3;

    private final Environment environment;
    private final ExportFolder export;

    NightCost(Environment environment, ExportFolder export) {
        this.environment = environment;
        this.export = export;
    }

    String report(NightlyRun.Outcome outcome) {
        Estimate estimate =
                Estimate.of(
                        night(outcome),
                        standing(),
                        PriceTable.bundled()
                                .of(
                                        environment.platform().region(),
                                        environment.platform().spending().yenPerDollar()));
        return new CostReport(estimate, Budget.of(environment)).text();
    }

    private NightUsage night(NightlyRun.Outcome outcome) {
        List<Queries> queries =
                outcome.scannedBytes().stream()
                        .map(
                                bytes ->
                                        Queries.scans(
                                                1,
                                                BigDecimal.valueOf(bytes)
                                                        .divide(BYTES_PER_MEGABYTE)))
                        .toList();
        long files = files().size();
        return new NightUsage(
                gigabytes(),
                queries,
                outcome.transitions(),
                GIGABYTE_SECONDS_PER_CALL.multiply(BigDecimal.valueOf(outcome.functionCalls())),
                outcome.functionCalls(),
                new Crawls(1, BigDecimal.ONE),
                files * 3,
                files * 4,
                DYNAMODB_WRITES);
    }

    private MonthlyStanding standing() {
        return new MonthlyStanding(
                KEYS,
                gigabytes(),
                files().size(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0,
                0,
                0,
                QuickSightUsers.NONE,
                Queries.scans(0, BigDecimal.ZERO));
    }

    /** The export's size stands for the snapshot's, which is larger. */
    private BigDecimal gigabytes() {
        long bytes = files().stream().mapToLong(file -> file.toFile().length()).sum();
        return BigDecimal.valueOf(bytes).divide(BYTES_PER_GIGABYTE);
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(export.path())) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + export.path(), e);
        }
    }
}
