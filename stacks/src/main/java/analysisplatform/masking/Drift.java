package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.classify.Classifier;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.Unclassified;
import analysisplatform.config.RawType;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares the columns that the crawler found with those that the policy classifies. Only the
 * catalogue is read, no data.
 *
 * <p>The answer is one row:
 *
 * <ul>
 *   <li>{@code halts}: how many columns forbid going on: classified ones that are missing or of a
 *       type that their action cannot take and, if the policy says so, those it does not name
 *   <li>{@code findings}: a phrase for each of the first twenty of them, or {@code none}
 *   <li>{@code withheld}: how many columns the policy does not name
 *   <li>{@code patch}: lines for the masking file that classify them, or {@code none}
 * </ul>
 *
 * A table without a raw table is left out: its export had no rows. A raw table that the policy does
 * not name cannot come from an export, which is asked for the policy's tables only; it is left out
 * too.
 */
public final class Drift {

    /** What {@code findings} and {@code patch} are when there is nothing to say. */
    public static final String NONE = "none";

    private static final int MOST_FINDINGS = 20;

    /** Keeps the patch well below what a message may hold. */
    private static final int MOST_PATCHED = 300;

    /** The folders of an export's batches become a column of this name. */
    private static final String BATCH = "^partition_[0-9]+$";

    /** Names that YAML reads as text without quotation marks. */
    private static final String PLAIN_KEY = "^[a-z_][a-z0-9_]*$";

    private static final String NO_PLAIN_KEYS =
            Stream.of("y", "n", "yes", "no", "on", "off", "true", "false", "null")
                    .map(Sql::text)
                    .collect(joining(", "));

    private final Source source;
    private final MaskingPolicy policy;
    private final Databases databases;

    public Drift(Source source, MaskingPolicy policy, Databases databases) {
        this.source = source;
        this.policy = policy;
        this.databases = databases;
    }

    public String statement() {
        return """
                SELECT
                  count_if(halts) AS halts,
                  coalesce(array_join(slice(array_agg(finding ORDER BY table_name, place) FILTER (WHERE halts), 1, %1$d), '; '), '%2$s') AS findings,
                  count_if(unclassified) AS withheld,
                  coalesce(array_join(slice(array_agg(entry ORDER BY table_name, place) FILTER (WHERE unclassified), 1, %3$d), chr(10)), '%2$s') AS patch
                FROM (
                %4$s
                ) AS compared"""
                .formatted(MOST_FINDINGS, NONE, MOST_PATCHED, compared());
    }

    private String compared() {
        String halts =
                policy.onUnclassified() == Unclassified.HALT
                        ? "finding IS NOT NULL"
                        : "finding IS NOT NULL AND NOT unclassified";
        return """
                SELECT table_name, place, unclassified, finding, %s AS halts,
                  CASE WHEN unclassified THEN
                    CASE row_number() OVER (PARTITION BY table_name, unclassified ORDER BY place)
                      WHEN 1 THEN %s || table_name || %s || chr(10) ELSE '' END
                    || '      ' || %s || ': ' || %s END AS entry
                FROM (
                %s
                ) AS found"""
                .formatted(
                        halts,
                        Sql.text("# masking/" + policy.source() + ".yaml, below tables: "),
                        Sql.text(": columns:"),
                        key("column_name"),
                        ClassifierSql.suggestion(Classifier.rules(), "column_name", "family"),
                        joined());
    }

    private String joined() {
        return """
                SELECT table_name, place, column_name, family, policy_column IS NULL AS unclassified,
                  CASE
                    WHEN column_name IS NULL THEN 'column ' || table_name || '.' || policy_column || ' is missing'
                    WHEN policy_column IS NULL THEN 'column ' || table_name || '.' || column_name || ' is not in the policy'
                    WHEN strpos(refused, kind) > 0 THEN 'column ' || table_name || '.' || policy_column || ' is of type ' || data_type || ', which its action cannot take'
                  END AS finding
                FROM (
                %s
                ) AS sides
                WHERE table_name IS NOT NULL AND columns_found > 0"""
                .formatted(sides());
    }

    private String sides() {
        return """
                SELECT
                  max(p.table_name) OVER (PARTITION BY coalesce(p.raw_table, r.raw_table)) AS table_name,
                  count(r.column_name) OVER (PARTITION BY coalesce(p.raw_table, r.raw_table)) AS columns_found,
                  coalesce(r.place, 0) AS place, r.column_name, r.data_type, r.kind, r.family, p.policy_column, p.refused
                FROM (
                  SELECT table_name AS raw_table, ordinal_position AS place, lower(column_name) AS column_name, lower(data_type) AS data_type,
                    %s AS kind,
                    %s AS family
                  FROM information_schema.columns
                  WHERE table_schema = %s AND NOT regexp_like(column_name, %s)
                ) AS r
                FULL OUTER JOIN (
                %s
                ) AS p
                ON p.raw_table = r.raw_table AND p.column_name = r.column_name"""
                .formatted(
                        RawTypes.of("lower(data_type)"),
                        ClassifierSql.family("lower(data_type)"),
                        Sql.text(databases.raw()),
                        Sql.text(BATCH),
                        classified());
    }

    /** A statement has room for 256 KB, so a column repeats neither its table nor the types. */
    private String classified() {
        List<String> tables = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (SourceTable table : source.sourceTables()) {
            int number = tables.size();
            tables.add(row(number, table.rawName(), table.configured()));
            policy.tables()
                    .get(table.configured())
                    .columns()
                    .forEach(
                            (name, column) -> {
                                String refused = refused(column);
                                if (!refusals.contains(refused)) {
                                    refusals.add(refused);
                                }
                                columns.add(
                                        "  (%d, %d, %s)"
                                                .formatted(
                                                        number,
                                                        refusals.indexOf(refused),
                                                        Sql.text(name)));
                            });
        }
        return """
                SELECT t.raw_table, t.table_name, lower(c.name) AS column_name, c.name AS policy_column, k.refused
                FROM (VALUES
                %s
                ) AS c (owner, kind, name)
                JOIN (VALUES
                %s
                ) AS t (number, raw_table, table_name) ON t.number = c.owner
                JOIN (VALUES
                %s
                ) AS k (number, refused) ON k.number = c.kind"""
                .formatted(
                        String.join(",\n", columns),
                        String.join(",\n", tables),
                        IntStream.range(0, refusals.size())
                                .mapToObj(number -> row(number, refusals.get(number)))
                                .collect(joining(",\n")));
    }

    private static String row(int number, String... texts) {
        return Stream.of(texts).map(Sql::text).collect(joining(", ", "  (" + number + ", ", ")"));
    }

    /** The types that the column's action cannot take. */
    private static String refused(ColumnPolicy column) {
        return Stream.of(RawType.values())
                .filter(type -> !column.accepts(type))
                .map(RawType::name)
                .collect(joining(" "));
    }

    /** A key as YAML wants it. */
    private static String key(String name) {
        return "CASE WHEN regexp_like(%1$s, %2$s) AND %1$s NOT IN (%3$s) THEN %1$s ELSE '\"' || replace(replace(%1$s, '\\', '\\\\'), '\"', '\\\"') || '\"' END"
                .formatted(name, Sql.text(PLAIN_KEY), NO_PLAIN_KEYS);
    }
}
