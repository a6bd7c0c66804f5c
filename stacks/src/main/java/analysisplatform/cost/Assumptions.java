package analysisplatform.cost;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform.Spending.ExpectedQueries;
import analysisplatform.cost.MonthlyStanding.QuickSightUsers;
import java.math.BigDecimal;

/**
 * What no configuration says and an estimate needs. None of these was measured on AWS.
 *
 * @param parquetShare GB of exported Parquet per GB of snapshot; the masked copy counts the same
 * @param exportMinutes until an export is complete
 * @param crawlMinutes until a crawl is done
 * @param analystQueriesPerDay all analysts together
 * @param analystMegabytes that one of their queries scans
 * @param quickSightUsers when QuickSight is enabled and platform.yaml names nobody
 */
public record Assumptions(
        BigDecimal parquetShare,
        int exportMinutes,
        int crawlMinutes,
        int analystQueriesPerDay,
        int analystMegabytes,
        QuickSightUsers quickSightUsers) {

    public static final Assumptions USUAL =
            new Assumptions(new BigDecimal("0.1"), 60, 5, 100, 50, new QuickSightUsers(1, 3));

    /** The usual ones, but for what the configuration says itself. */
    public static Assumptions of(Environment environment) {
        ExpectedQueries queries = environment.platform().spending().queries();
        return new Assumptions(
                USUAL.parquetShare,
                USUAL.exportMinutes,
                USUAL.crawlMinutes,
                queries.perDay(),
                queries.megabytesEach(),
                USUAL.quickSightUsers);
    }

    /** For a price to which measured queries are added. */
    Assumptions withoutAnalystQueries() {
        return new Assumptions(
                parquetShare, exportMinutes, crawlMinutes, 0, analystMegabytes, quickSightUsers);
    }
}
