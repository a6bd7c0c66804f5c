package analysisplatform.masking;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.SourceTable;

/**
 * The statements that bring one table from the quarantine to the analysts. Every column list is
 * explicit: a column that the policy does not name cannot appear.
 */
public final class TableStatements {

    private final SourceTable table;
    private final MaskQuery masks;
    private final Databases databases;

    /**
     * @param policy of the table's source
     * @param databases where raw, masked and published tables and the key live
     */
    public TableStatements(SourceTable table, MaskingPolicy policy, Databases databases) {
        this.table = table;
        this.masks = new MaskQuery(policy.tables().get(table.configured()), policy);
        this.databases = databases;
    }

    /** The masked table of one run, made from the raw table. */
    public RunSql createMasked() {
        return RunSql.of(
                createTable()
                        + masks.of(
                                Sql.table(databases.raw(), table.rawName()),
                                PseudonymKey.asSecret(databases)));
    }

    /** The masked table of one run whose export had no row and therefore no raw table. */
    public RunSql createEmpty() {
        return RunSql.of(createTable() + masks.empty());
    }

    /** Switches the stable view to a run. */
    public RunSql publish() {
        return ViewSql.publish(databases).of(table);
    }

    /** For a view that had no run to go back to. */
    public String withdraw() {
        return ViewSql.withdraw(databases).of(table).toString();
    }

    private String createTable() {
        return "CREATE TABLE %s\nWITH (format = 'PARQUET', write_compression = 'ZSTD', external_location = %s) AS\n"
                .formatted(
                        databases.maskedTable(table),
                        Sql.text(
                                "%s/%s/%s/"
                                        .formatted(
                                                databases.maskedRoot(),
                                                RunSql.RUN,
                                                table.publishedName())));
    }
}
