package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.cost.NightPrice;
import java.util.List;
import java.util.Optional;

/** One line about a night that has published: how many rows analysts see, and what it cost. */
public final class NightSummary {

    private static final String UNKNOWN = "'an unknown number of'";

    private NightSummary() {}

    /**
     * Answers {@code total_rows} and {@code yen}, as text. Counting reads no column.
     *
     * @return its gap is the number of bytes that the export holds
     */
    public static RunSql of(
            Databases databases, List<String> publishedTables, Optional<NightPrice> price) {
        String counts =
                publishedTables.stream()
                        .map(
                                table ->
                                        "  SELECT count(*) AS n FROM "
                                                + Sql.table(databases.published(), table))
                        .collect(joining("\n  UNION ALL\n"));
        return RunSql.of(
                """
                SELECT
                  CAST(coalesce(sum(n), 0) AS varchar) AS total_rows,
                  %s AS yen
                FROM (
                %s
                )"""
                        .formatted(price.map(NightSummary::yen).orElse(UNKNOWN), counts));
    }

    private static String yen(NightPrice price) {
        return "CAST(CAST(ceil(%s + %s * (%s / 1e9)) AS bigint) AS varchar)"
                .formatted(
                        price.yen().toPlainString(),
                        price.yenPerGigabyte().toPlainString(),
                        RunSql.RUN);
    }
}
