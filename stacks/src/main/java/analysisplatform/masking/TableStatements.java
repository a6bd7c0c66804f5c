package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.SourceTable;
import java.util.List;

/**
 * The statements that bring one table from the quarantine to the analysts. Every column list is
 * explicit: a column that the policy does not name cannot appear.
 */
public final class TableStatements {

    private final SourceTable table;
    private final List<PublishedColumn> columns;
    private final Databases databases;
    private final int minimumDomainPeople;

    /**
     * @param databases where raw, masked and published tables and the key live
     * @param minimumDomainPeople an e-mail's domain survives when so many addresses share it
     */
    public TableStatements(
            SourceTable table, TablePolicy policy, Databases databases, int minimumDomainPeople) {
        this.table = table;
        this.columns = PublishedColumn.of(policy);
        this.databases = databases;
        this.minimumDomainPeople = minimumDomainPeople;
    }

    /** The masked table of one run, made from the raw table. */
    public RunSql createMasked() {
        List<PublishedColumn> emails =
                columns.stream().filter(c -> c.action() instanceof Action.Email).toList();
        String raw = Sql.table(databases.raw(), table.rawName());
        String key = Sql.table(databases.pseudonymKey(), PseudonymKey.TABLE);
        return RunSql.of(
                createTable()
                        + domains(emails, raw)
                        + "SELECT\n  "
                        + columns.stream().map(this::masked).collect(joining(",\n  "))
                        + "\nFROM "
                        + raw
                        + " AS r\nCROSS JOIN "
                        + key
                        + " AS secret"
                        + emails.stream().map(TableStatements::joinDomains).collect(joining()));
    }

    /** The masked table of one run whose export had no row and therefore no raw table. */
    public RunSql createEmpty() {
        return RunSql.of(
                createTable()
                        + "SELECT\n  "
                        + columns.stream()
                                .map(c -> named(nullOf(c.type()), c))
                                .collect(joining(",\n  "))
                        + "\nWHERE false");
    }

    /** Switches the stable view to a run. */
    public RunSql publish() {
        return RunSql.of(
                "CREATE OR REPLACE VIEW " + view() + " AS\nSELECT * FROM " + maskedTable());
    }

    /** For a view that had no run to go back to. */
    public String withdraw() {
        return "DROP VIEW IF EXISTS " + view();
    }

    private String createTable() {
        return "CREATE TABLE %s\nWITH (format = 'PARQUET', write_compression = 'SNAPPY', external_location = %s) AS\n"
                .formatted(
                        maskedTable(),
                        Sql.text(
                                databases.maskedRoot()
                                        + "/"
                                        + RunSql.RUN
                                        + "/"
                                        + table.publishedName()
                                        + "/"));
    }

    private String domains(List<PublishedColumn> emails, String raw) {
        if (emails.isEmpty()) {
            return "";
        }
        return emails.stream()
                .map(
                        email ->
                                "%s AS (\n  SELECT %s AS domain FROM %s AS r GROUP BY 1 HAVING count(DISTINCT %s) >= %d\n)"
                                        .formatted(
                                                shared(email),
                                                Pseudonyms.domain(raw(email)),
                                                raw,
                                                Pseudonyms.normalised(raw(email)),
                                                minimumDomainPeople))
                .collect(joining(",\n", "WITH ", "\n"));
    }

    private static String joinDomains(PublishedColumn email) {
        return "\nLEFT JOIN %1$s ON %1$s.domain = %2$s"
                .formatted(shared(email), Pseudonyms.domain(raw(email)));
    }

    private String masked(PublishedColumn column) {
        String raw = raw(column);
        return column.action()
                .match(
                        new Action.Cases<>() {
                            @Override
                            public String keep(Action.Keep keep) {
                                return named(
                                        "TRY_CAST(" + raw + " AS " + keep.type() + ")", column);
                            }

                            @Override
                            public String drop(Action.Drop drop) {
                                throw new IllegalStateException(
                                        column.source() + " is dropped, yet has a published type");
                            }

                            @Override
                            public String nulled(Action.Null nulled) {
                                return named(nullOf(nulled.type()), column);
                            }

                            @Override
                            public String pseudonym(Action.Pseudonym pseudonym) {
                                return named(
                                        Pseudonyms.pseudonym(pseudonym.namespace(), raw), column);
                            }

                            @Override
                            public String email(Action.Email email) {
                                return named(
                                        Pseudonyms.email(raw, shared(column) + ".domain"), column);
                            }

                            @Override
                            public String prefix(Action.Prefix action) {
                                throw noStatement(action);
                            }

                            @Override
                            public String year(Action.Year action) {
                                throw noStatement(action);
                            }

                            @Override
                            public String month(Action.Month action) {
                                throw noStatement(action);
                            }

                            @Override
                            public String ageBand(Action.AgeBand action) {
                                throw noStatement(action);
                            }

                            @Override
                            public String shift(Action.Shift action) {
                                throw noStatement(action);
                            }

                            @Override
                            public String bucket(Action.Bucket action) {
                                throw noStatement(action);
                            }

                            @Override
                            public String ipNetwork(Action.IpNetwork action) {
                                throw noStatement(action);
                            }

                            @Override
                            public String length(Action.Length action) {
                                throw noStatement(action);
                            }

                            @Override
                            public String json(Action.Json action) {
                                throw noStatement(action);
                            }
                        });
    }

    private static IllegalStateException noStatement(Action action) {
        return new IllegalStateException("no statement masks with " + action.keyword() + " yet");
    }

    private String maskedTable() {
        return Sql.table(databases.masked(), table.publishedName() + "__" + RunSql.RUN);
    }

    private String view() {
        return Sql.table(databases.published(), table.publishedName());
    }

    private static String raw(PublishedColumn column) {
        return Sql.stored("r." + Sql.column(column.source()), column.stored());
    }

    private static String shared(PublishedColumn email) {
        return Sql.identifier("shared_domains_of_" + email.name());
    }

    private static String named(String expression, PublishedColumn column) {
        return expression + " AS " + Sql.column(column.name());
    }

    private static String nullOf(String type) {
        return "CAST(NULL AS " + type + ")";
    }
}
