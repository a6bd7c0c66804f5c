package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.SourceTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares the masked table of a run with its raw table. The answer is one row: {@code violations},
 * their number, and {@code findings}, one phrase each with check, table, column and count. No value
 * of the data ever appears in it.
 */
public final class Proof {

    /**
     * A shorter value may occur in another column by chance, as a user called {@code tokyo} does in
     * a column of cities.
     */
    private static final int SHORTEST_TELLING_VALUE = 6;

    /** Columns of these classes name a person or a secret; their values must be nowhere. */
    private static final Set<DataClass> PROTECTED =
            EnumSet.of(DataClass.IDENTIFIER, DataClass.CODE, DataClass.FINANCIAL);

    private final SourceTable table;
    private final TablePolicy policy;
    private final Databases databases;

    public Proof(SourceTable table, TablePolicy policy, Databases databases) {
        this.table = table;
        this.policy = policy;
        this.databases = databases;
    }

    /** One statement, one scan of each side per check. */
    public RunSql statement() {
        List<String> checks = new ArrayList<>();
        checks.add(rowCounts());
        Map<String, String> guarded = protectedColumns();
        Map<String, String> texts = texts();
        if (!guarded.isEmpty() && !texts.isEmpty()) {
            checks.add(residue(guarded, texts));
        }
        return RunSql.of(
                """
                SELECT
                  coalesce(sum(violations), 0) AS violations,
                  coalesce(array_join(array_agg(finding || ': ' || CAST(violations AS varchar)), '; '), 'none') AS findings
                FROM (
                %s
                ) AS checks
                WHERE violations > 0"""
                        .formatted(String.join("\nUNION ALL\n", checks)));
    }

    private String rowCounts() {
        return """
                SELECT %s AS finding, abs(r.rows - m.rows) AS violations
                FROM (SELECT count(*) AS rows FROM %s) AS r
                CROSS JOIN (SELECT count(*) AS rows FROM %s) AS m"""
                .formatted(
                        Sql.text("rows of table " + table.publishedName() + " missing or surplus"),
                        raw(),
                        masked());
    }

    private String residue(Map<String, String> guarded, Map<String, String> texts) {
        return """
                SELECT %s || m.name || ' shows values of raw column ' || r.name AS finding, count(*) AS violations
                FROM (%s) AS r
                JOIN (%s) AS m ON r.value = m.value
                WHERE length(r.value) >= %d OR r.name = m.name
                GROUP BY m.name, r.name"""
                .formatted(
                        Sql.text("residue in table " + table.publishedName() + ": column "),
                        distinctValues(guarded, raw()),
                        distinctValues(texts, masked()),
                        SHORTEST_TELLING_VALUE);
    }

    /**
     * @param columns expressions by the name under which a finding shows them
     */
    private static String distinctValues(Map<String, String> columns, String table) {
        return "SELECT DISTINCT c.name, c.value FROM %s AS t CROSS JOIN UNNEST(ARRAY[%s], ARRAY[%s]) AS c (name, value) WHERE c.value <> ''"
                .formatted(
                        table,
                        columns.keySet().stream().map(Sql::text).collect(joining(", ")),
                        columns.values().stream()
                                .map(Pseudonyms::normalised)
                                .collect(joining(", ")));
    }

    private Map<String, String> protectedColumns() {
        Map<String, String> guarded = new LinkedHashMap<>();
        policy.columns()
                .forEach(
                        (name, column) -> {
                            if (isGuarded(column)) {
                                guarded.put(
                                        name.toLowerCase(Locale.ROOT),
                                        Sql.stored("t." + Sql.column(name), column.stored()));
                            }
                        });
        return guarded;
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        PublishedColumn.of(policy).stream()
                .filter(PublishedColumn::isText)
                .forEach(column -> texts.put(column.name(), "t." + Sql.column(column.name())));
        return texts;
    }

    private static boolean isGuarded(ColumnPolicy column) {
        return PROTECTED.contains(column.dataClass()) && !(column.action() instanceof Action.Keep);
    }

    private String raw() {
        return Sql.table(databases.raw(), table.rawName());
    }

    private String masked() {
        return databases.maskedTable(table);
    }
}
