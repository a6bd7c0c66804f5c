package analysisplatform.dashboard;

import static analysisplatform.dashboard.Widget.map;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.cost.MonthPrice;
import analysisplatform.names.Names;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Yen of this month so far, from what CloudWatch knows: the snapshots that were published, each
 * with the bytes of its export, and the bytes that analysts scanned. Prices and the standing part
 * are those of the estimate. The month is that of UTC.
 */
final class MonthWidgets {

    private static final int WIDTH = 6;
    private static final int HEIGHT = 6;
    private static final BigDecimal BYTES_PER_GIGABYTE = BigDecimal.valueOf(1_000_000_000);

    /** In which month a point of time lies, counted through all years. */
    private static final String MONTH = "YEAR(%1$s) * 12 + MONTH(%1$s)";

    private final Environment environment;
    private final Names names;
    private final MonthPrice price;

    MonthWidgets(Environment environment, MonthPrice price) {
        this.environment = environment;
        this.names = Names.of(environment);
        this.price = price;
    }

    /** A metric of Athena: namespace, name and dimensions. */
    static String[] scanned(String workgroup, String state, String type) {
        return new String[] {
            "AWS/Athena",
            "ProcessedBytes",
            "WorkGroup",
            workgroup,
            "QueryState",
            state,
            "QueryType",
            type
        };
    }

    List<Widget> widgets() {
        return List.of(
                Widget.number(WIDTH, HEIGHT, "今月の円 JPY this month", names.region(), metrics())
                        .with("start", "-P31D")
                        .with("end", "P0D"),
                Widget.text(WIDTH, HEIGHT, explanation()));
    }

    private List<List<Object>> metrics() {
        List<List<Object>> metrics = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        for (Source source : environment.sources()) {
            String id = "night" + terms.size();
            metrics.add(new NightWidgets(environment).snapshot(source, id));
            terms.add(
                    "FILL(IF(%1$s >= 0, %2$s + %3$s * %1$s), 0)"
                            .formatted(
                                    id,
                                    plain(price.night().yen()),
                                    plain(perByte(price.night().yenPerGigabyte()))));
        }
        for (String state : List.of("SUCCEEDED", "CANCELED")) {
            String id = "scan" + state.toLowerCase(Locale.ROOT);
            metrics.add(
                    Widget.measured(
                            map("id", id, "visible", false, "stat", "Sum", "period", Widget.HOUR),
                            scanned(names.analystsWorkgroup(), state, "DML")));
            terms.add("%s * FILL(%s, 0)".formatted(plain(perByte(price.yenPerGigabyte())), id));
        }
        String month = MONTH.formatted("night0");
        metrics.add(
                Widget.computed(
                        "yen",
                        "TIME_SERIES(%s + SUM(IF(%s == MAX(%s), %s, 0)))"
                                .formatted(
                                        plain(standing()), month, month, String.join(" + ", terms)),
                        "JPY"));
        return metrics;
    }

    private String explanation() {
        return """
                見積り an estimate, no bill:
                %s JPY a month whatever happens
                + %s JPY for each night of a source
                + %s JPY per GB exported
                + %s JPY per GB that analysts scan.
                Nights that failed are not counted. Month of UTC."""
                .formatted(
                        plain(standing()),
                        plain(price.night().yen()),
                        plain(price.night().yenPerGigabyte()),
                        plain(price.yenPerGigabyte()));
    }

    private BigDecimal standing() {
        return price.standing().setScale(0, RoundingMode.CEILING);
    }

    private static BigDecimal perByte(BigDecimal perGigabyte) {
        return perGigabyte.divide(BYTES_PER_GIGABYTE, MathContext.DECIMAL64);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
