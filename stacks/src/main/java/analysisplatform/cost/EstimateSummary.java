package analysisplatform.cost;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * What a month of an environment costs, in lines short enough for the output of a deployment.
 *
 * <p>A region without prices has one line, which says so.
 */
public final class EstimateSummary {

    /** Lines below it are told together. */
    private static final BigDecimal WORTH_A_LINE = BigDecimal.ONE;

    private static final int DECIMALS = 2;

    private final Environment environment;

    private EstimateSummary(Environment environment) {
        this.environment = environment;
    }

    public static List<String> of(Environment environment) {
        String region = environment.platform().region();
        if (!PriceTable.bundled().knows(region)) {
            return List.of("No prices are known for region " + region + ".");
        }
        return new EstimateSummary(environment).lines();
    }

    /** Up to which snapshot the limit is kept to; one sentence. */
    public static String largestSnapshot(Environment environment) {
        Budget budget = Budget.of(environment);
        String limit = Numbers.yen(budget.yen()) + " JPY";
        OptionalInt largest = Estimates.largestSnapshotWithin(budget, environment);
        return largest.isPresent()
                ? "%s are exceeded when %s has more than %,d GB."
                        .formatted(limit, snapshots(environment), largest.getAsInt())
                : limit + " are exceeded whatever the size of the snapshots.";
    }

    private static String snapshots(Environment environment) {
        return environment.sources().size() == 1
                ? "the snapshot"
                : "the snapshot of each of the %d sources".formatted(environment.sources().size());
    }

    private List<String> lines() {
        Bill month = Estimates.of(environment).month();
        List<String> lines = new ArrayList<>();
        month.lines().stream()
                .filter(EstimateSummary::isWorthALine)
                .map(line -> amount(line.what(), line.usd(), line.yen()))
                .forEach(lines::add);
        lines.add(rest(month));
        lines.add(
                amount("Month of %d nights".formatted(Estimate.NIGHTS), month.usd(), month.yen()));
        lines.add(Budget.of(environment).verdict(month));
        lines.add(largestSnapshot(environment));
        lines.add(basis());
        return List.copyOf(lines);
    }

    private static boolean isWorthALine(Line line) {
        return line.yen().compareTo(WORTH_A_LINE) >= 0;
    }

    private static String rest(Bill month) {
        Bill rest = new Bill(month.lines().stream().filter(line -> !isWorthALine(line)).toList());
        return amount("All else", rest.usd(), rest.yenExactly());
    }

    private static String amount(String what, BigDecimal usd, BigDecimal yen) {
        return "%s: %s USD, %s JPY".formatted(what, Numbers.usd(usd, DECIMALS), Numbers.yen(yen));
    }

    private String basis() {
        BigDecimal rate = environment.platform().spending().yenPerDollar();
        List<String> sizes =
                environment.sources().stream().map(EstimateSummary::size).sorted().toList();
        TreeSet<YearMonth> read = new TreeSet<>();
        PriceTable.bundled()
                .regions()
                .get(environment.platform().region())
                .values()
                .forEach(price -> read.add(price.read()));
        return "Estimated from %s, prices read between %s and %s, %s JPY for a dollar, without tax and free tiers."
                .formatted(
                        String.join(", ", sizes), read.first(), read.last(), rate.toPlainString());
    }

    private static String size(Source source) {
        return "%,d GB of snapshot of %s".formatted(source.snapshotGigabytes(), source.name());
    }
}
