package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.OnViolation;
import analysisplatform.config.MaskingPolicy.QuasiIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What concerns a source as a whole: the masked tables have exactly the columns of the policy,
 * Athena computes the pseudonym that Java does, no group of quasi-identifiers is too small, and as
 * many references lead nowhere as before.
 */
final class SourceProof {

    /** How many a finding names. */
    private static final int MOST_COLUMNS = 5;

    private final Map<String, ProvenTable> tables;
    private final MaskingPolicy policy;
    private final Databases databases;

    /**
     * @param tables by their name in the policy
     */
    SourceProof(Map<String, ProvenTable> tables, MaskingPolicy policy, Databases databases) {
        this.tables = tables;
        this.policy = policy;
        this.databases = databases;
    }

    ProofStatement statement(int longestFindings) {
        List<String> checks = new ArrayList<>();
        checks.add(schema());
        checks.add(KnownAnswer.check());
        policy.quasiIdentifiers().forEach(quasi -> checks.add(anonymity(quasi)));
        String before = Verdict.head(longestFindings) + String.join("\nUNION ALL\n", checks);
        if (policy.relations().isEmpty()) {
            return new ProofStatement(
                    "source", RunSql.of(before), List.of(), RunSql.of(Verdict.tail()));
        }
        Orphans orphans = new Orphans(tables, policy.relations());
        return new ProofStatement(
                "source",
                RunSql.of(before + "\nUNION ALL\n" + orphans.before()),
                orphans.rawParts(),
                RunSql.of(orphans.after() + Verdict.tail()));
    }

    /** Athena shows a column of milliseconds with or without its precision. */
    private String schema() {
        return """
               SELECT 'schema' AS "check", table_name, '' AS column_name,
                 IF(cardinality(strange) = 0, '', ' (' || array_join(slice(strange, 1, %d), ', ') || ')') AS detail,
                 raw, masked, IF(is_same, 0, greatest(1, cardinality(strange))) AS violated
               FROM (SELECT table_name, raw, masked, is_same, array_distinct(transform(
                   array_except(wanted, found) || array_except(found, wanted), c -> split_part(c, ' ', 1))) AS strange
                 FROM (SELECT k.table_name, CAST(cardinality(k.columns) AS bigint) AS raw, coalesce(a.n, 0) AS masked,
                     coalesce(a.columns = k.columns, false) AS is_same, k.columns AS wanted, coalesce(a.columns, ARRAY[]) AS found
                   FROM (SELECT table_name, split(columns, ', ') AS columns FROM (VALUES
                     %s) AS v (table_name, columns)) AS k
                   LEFT JOIN (
                     SELECT table_name, count(*) AS n,
                       array_agg(column_name || ' ' || replace(replace(data_type, ', ', ','), 'timestamp(3)', 'timestamp') ORDER BY ordinal_position) AS columns
                     FROM information_schema.columns WHERE table_schema = %s GROUP BY table_name
                   ) AS a ON a.table_name = k.table_name || '__' || '%s'))"""
                .formatted(
                        MOST_COLUMNS,
                        tables.values().stream()
                                .map(
                                        table ->
                                                "(%s, %s)"
                                                        .formatted(
                                                                Sql.text(table.name()),
                                                                Sql.text(columns(table))))
                                .collect(joining(",\n        ")),
                        Sql.text(databases.masked()),
                        RunSql.RUN);
    }

    private static String columns(ProvenTable table) {
        return table.published().stream()
                .map(c -> c.name() + " " + c.type().replace("timestamp(3)", "timestamp"))
                .collect(joining(", "));
    }

    private String anonymity(QuasiIdentifier quasi) {
        ProvenTable table = tables.get(quasi.table());
        List<String> columns =
                table.published().stream()
                        .filter(c -> quasi.columns().contains(c.source()))
                        .map(PublishedColumn::name)
                        .toList();
        String small = "count_if(n < " + quasi.minimumPeople() + ")";
        return """
               SELECT 'k_anonymity', %s, %s, '', CAST(NULL AS bigint), %s, %s
               FROM (SELECT count(*) AS n FROM %s GROUP BY %s)"""
                .formatted(
                        Sql.text(table.name()),
                        Sql.text(String.join(", ", quasi.columns()).toLowerCase(Locale.ROOT)),
                        small,
                        quasi.onViolation() == OnViolation.HALT ? small : "0",
                        table.maskedTable(),
                        columns.stream().map(Sql::column).collect(joining(", ")));
    }
}
