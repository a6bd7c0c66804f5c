package analysisplatform.cost;

import static analysisplatform.cost.Examples.TOKYO;

import analysisplatform.config.Environment;
import analysisplatform.cost.TextTable.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The generated tables of {@code docs/cost.md}, by the name of their place. */
final class CostPage {

    private static final int WEEKENDS = 8;

    private CostPage() {}

    static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("sizes", sizes());
        tables.put("limits", limits());
        tables.put("example", example());
        tables.put("savings", savings());
        tables.put("prices", prices());
        return tables;
    }

    private static String sizes() {
        return new TextTable(
                        List.of(
                                Column.right("Snapshot, GB"),
                                Column.right("Export, JPY"),
                                Column.right("All else, JPY"),
                                Column.right("Month, JPY"),
                                Column.left("Within 5,000"),
                                Column.right("With QuickSight, JPY"),
                                Column.left("Within 5,000")),
                        IntStream.of(5, 20, 50, 90).mapToObj(CostPage::size).toList())
                .markdown();
    }

    private static List<String> size(int gigabytes) {
        Bill without = month(Examples.shop(), gigabytes);
        Bill with = month(Examples.shopWithQuickSight(), gigabytes);
        BigDecimal export = whole(Examples.line(without, "RDS snapshot export").yen());
        return List.of(
                Integer.toString(gigabytes),
                Numbers.yen(export),
                Numbers.yen(without.yen().subtract(export)),
                Numbers.yen(without.yen()),
                within(without),
                Numbers.yen(with.yen()),
                within(with));
    }

    private static String limits() {
        return new TextTable(
                        List.of(
                                Column.left("Environment"),
                                Column.right("Largest snapshot of each source")),
                        List.of(
                                limit("one source of 16 tables", Examples.shop()),
                                limit(
                                        "two sources of 16 tables each",
                                        Examples.environment(
                                                TOKYO,
                                                false,
                                                Examples.source("shop", 16),
                                                Examples.source("logistics", 16))),
                                limit(
                                        "one source of 16 tables, with QuickSight",
                                        Examples.shopWithQuickSight())))
                .markdown();
    }

    private static List<String> limit(String what, Environment environment) {
        var largest = Estimates.largestSnapshotWithin(Budget.OF_A_MONTH, environment);
        return List.of(what, largest.isPresent() ? largest.getAsInt() + " GB" : "none");
    }

    private static String example() {
        return new CostReport(Estimates.of(Examples.shop(), SnapshotSize.USUAL), Budget.OF_A_MONTH)
                .markdown();
    }

    private static String savings() {
        Estimate estimate = Estimates.of(Examples.shopWithQuickSight(), SnapshotSize.USUAL);
        Bill month = estimate.month();
        return new TextTable(
                        List.of(Column.left("Left out"), Column.right("JPY a month")),
                        List.of(
                                List.of(
                                        "QuickSight, one author and three readers",
                                        saved(month, "QuickSight authors", "QuickSight readers")),
                                List.of(
                                        "8 of 30 nights: Saturdays and Sundays",
                                        Numbers.yen(
                                                estimate.night()
                                                        .yenExactly()
                                                        .multiply(BigDecimal.valueOf(WEEKENDS)))),
                                List.of(
                                        "10 GB of snapshot, its export alone",
                                        Numbers.yen(
                                                Examples.line(month, "RDS snapshot export")
                                                        .yen()
                                                        .divide(BigDecimal.valueOf(2)))),
                                List.of("a Glue crawler", saved(month, "Glue crawlers")),
                                List.of("analysts' queries", saved(month, "Athena, analysts"))))
                .markdown();
    }

    private static String saved(Bill month, String... lines) {
        return Numbers.yen(
                Arrays.stream(lines)
                        .map(what -> Examples.line(month, what).yen())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static String prices() {
        return new TextTable(
                        List.of(
                                Column.left("Region"),
                                Column.left("What"),
                                Column.right("USD"),
                                Column.left("For"),
                                Column.left("Certain"),
                                Column.left("Read"),
                                Column.left("Source")),
                        PriceTable.bundled().regions().entrySet().stream()
                                .flatMap(region -> pricesOf(region.getKey(), region.getValue()))
                                .toList())
                .markdown();
    }

    private static Stream<List<String>> pricesOf(String region, Map<Item, Price> prices) {
        return Arrays.stream(Item.values())
                .map(
                        item -> {
                            Price price = prices.get(item);
                            return List.of(
                                    region,
                                    item.label(),
                                    price.usd().toPlainString(),
                                    Numbers.quantity(price.per()) + " " + price.unit(),
                                    price.certain() ? "yes" : "no",
                                    price.read().toString(),
                                    price.source());
                        });
    }

    private static Bill month(Environment environment, int gigabytes) {
        return Estimates.of(environment, SnapshotSize.ofEachSource(gigabytes)).month();
    }

    private static String within(Bill bill) {
        return Budget.OF_A_MONTH.allows(bill) ? "yes" : "no";
    }

    private static BigDecimal whole(BigDecimal yen) {
        return yen.setScale(0, RoundingMode.HALF_UP);
    }
}
