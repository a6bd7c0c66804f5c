package analysisplatform.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All that a page shows. Nothing here knows where it was read.
 *
 * @param title of the page
 * @param environment whose numbers these are
 * @param madeAt when the page was made
 * @param zone in which times are shown
 * @param kpis in the order in which they are shown
 * @param tables published tables, with their age
 * @param masks what was done to their columns
 */
public record Report(
        Text title,
        String environment,
        Instant madeAt,
        ZoneId zone,
        List<Kpi> kpis,
        List<Freshness> tables,
        List<MaskedTable> masks) {

    public Report {
        kpis = List.copyOf(kpis);
        tables = List.copyOf(tables);
        masks = List.copyOf(masks);
    }

    /**
     * How old a published table is.
     *
     * @param snapshotTime when the database was as the table shows it; empty when nobody knows
     * @param run that made it
     */
    public record Freshness(
            String source, String table, Optional<Instant> snapshotTime, String run) {}

    /** What the masks did to the columns of one table. */
    public record MaskedTable(String source, String table, List<MaskedColumn> columns) {
        public MaskedTable {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param published whether readers see anything of it
     * @param dataClass what the column holds
     * @param mask the action's name
     * @param meaning the action in plain words
     */
    public record MaskedColumn(
            String column, boolean published, Text dataClass, String mask, Text meaning) {}
}
