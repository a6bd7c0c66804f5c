package analysisplatform.cost;

import analysisplatform.cost.TextTable.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An estimate to read: aligned text for a terminal, Markdown for a page or a pull request. */
public final class CostReport {

    private static final int NIGHT_DECIMALS = 4;
    private static final int MONTH_DECIMALS = 2;

    private final Estimate estimate;
    private final Budget budget;

    public CostReport(Estimate estimate, Budget budget) {
        this.estimate = estimate;
        this.budget = budget;
    }

    public String text() {
        return """
                One night in %s

                %s
                One month of %d nights

                %s
                %s
                """
                .formatted(
                        estimate.region(),
                        night().plain(),
                        Estimate.NIGHTS,
                        month().plain(),
                        budget.verdict(estimate.month()));
    }

    public String markdown() {
        return """
                **One night in %s**

                %s
                **One month of %d nights**

                %s
                %s
                """
                .formatted(
                        estimate.region(),
                        night().markdown(),
                        Estimate.NIGHTS,
                        month().markdown(),
                        budget.verdict(estimate.month()));
    }

    private TextTable night() {
        return table(estimate.night(), NIGHT_DECIMALS);
    }

    private TextTable month() {
        return table(estimate.month(), MONTH_DECIMALS);
    }

    private static TextTable table(Bill bill, int decimals) {
        List<List<String>> rows = new ArrayList<>();
        bill.lines().forEach(line -> rows.add(row(line, decimals)));
        rows.add(
                List.of(
                        "Total",
                        "",
                        "",
                        Numbers.usd(bill.usd(), decimals),
                        Numbers.yen(bill.yen()),
                        "yen rounded up"));
        return new TextTable(
                List.of(
                        Column.left("What"),
                        Column.right("Quantity"),
                        Column.left("Unit"),
                        Column.right("USD"),
                        Column.right("JPY"),
                        Column.left("Note")),
                rows);
    }

    private static List<String> row(Line line, int decimals) {
        BigDecimal quantity = line.quantity();
        return List.of(
                line.what(),
                Numbers.quantity(quantity),
                line.unit(),
                Numbers.usd(line.usd(), decimals),
                Numbers.yen(line.yen()),
                line.note());
    }
}
