package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts, per relation, the values that lead nowhere: as many in the raw tables as in the masked.
 */
final class Orphans {

    private final Map<String, ProvenTable> tables;
    private final List<Relation> relations;

    Orphans(Map<String, ProvenTable> tables, List<Relation> relations) {
        this.tables = tables;
        this.relations = relations;
    }

    /** The rows of noughts keep every check in the result when all tables are empty. */
    String before() {
        return """
               SELECT 'orphans', k.table_name, k.column_name, k.detail, f.raw, f.masked, abs(f.raw - f.masked)
               FROM (SELECT relation,
                   coalesce(sum(n) FILTER (WHERE side = 'raw'), 0) AS raw,
                   coalesce(sum(n) FILTER (WHERE side = 'masked'), 0) AS masked
                 FROM (SELECT side, relation, hash, IF(bool_or(parent), 0, count(hash)) AS n FROM (
                   SELECT side, relation, parent, %s AS hash FROM (
                     SELECT 'none' AS side, s.relation, false AS parent, CAST(NULL AS varchar) AS value FROM UNNEST(sequence(0, %d)) AS s (relation)"""
                        .formatted(Sql.hash("value"), relations.size() - 1)
                + involved()
                        .map(
                                table ->
                                        part(
                                                "masked",
                                                table,
                                                table.maskedTable(),
                                                c -> masked(table, c)))
                        .collect(joining());
    }

    List<ProofStatement.RawPart> rawParts() {
        return involved()
                .map(
                        table ->
                                new ProofStatement.RawPart(
                                        table.table(),
                                        part("raw", table, table.rawTable(), c -> raw(table, c))))
                .toList();
    }

    String after() {
        return """

                   ))
                 GROUP BY side, relation, hash)
                 GROUP BY relation) AS f
               JOIN (VALUES %s) AS k (relation, table_name, column_name, detail) ON k.relation = f.relation"""
                .formatted(
                        IntStream.range(0, relations.size())
                                .mapToObj(i -> row(i, relations.get(i)))
                                .collect(joining(", ")));
    }

    private String row(int number, Relation relation) {
        return "(%d, %s, %s, %s)"
                .formatted(
                        number,
                        Sql.text(tables.get(relation.table()).name()),
                        Sql.text(relation.column().toLowerCase(Locale.ROOT)),
                        Sql.text(
                                " (to %s.%s)"
                                        .formatted(
                                                tables.get(relation.toTable()).name(),
                                                relation.toColumn().toLowerCase(Locale.ROOT))));
    }

    private Stream<ProvenTable> involved() {
        return relations.stream()
                .flatMap(relation -> Stream.of(relation.table(), relation.toTable()))
                .distinct()
                .map(tables::get);
    }

    private String part(
            String side, ProvenTable table, String from, Function<String, String> value) {
        List<String> numbers = new ArrayList<>();
        List<String> parents = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < relations.size(); i++) {
            Relation relation = relations.get(i);
            if (tables.get(relation.table()).equals(table)) {
                numbers.add(String.valueOf(i));
                parents.add("false");
                values.add(value.apply(relation.column()));
            }
            if (tables.get(relation.toTable()).equals(table)) {
                numbers.add(String.valueOf(i));
                parents.add("true");
                values.add(value.apply(relation.toColumn()));
            }
        }
        return "\nUNION ALL SELECT '%s', c.relation, c.parent, c.value FROM %s AS t CROSS JOIN UNNEST(%s, %s, %s) AS c (relation, parent, value)"
                .formatted(
                        side,
                        from,
                        EntryList.array(numbers),
                        EntryList.array(parents),
                        EntryList.array(values));
    }

    /** Blank is no reference, as it has no pseudonym. */
    private static String raw(ProvenTable table, String column) {
        String raw = table.raw(column);
        return table.policy().columns().get(column).action() instanceof Action.Keep keep
                ? comparable(raw, keep)
                : "nullif(" + Pseudonyms.normalised(raw) + ", '')";
    }

    private static String masked(ProvenTable table, String column) {
        String masked = "t." + Sql.column(column);
        return table.policy().columns().get(column).action() instanceof Action.Keep keep
                ? comparable(masked, keep)
                : masked;
    }

    /** Numbers of different types meet as decimals; whatever else is kept has one type. */
    private static String comparable(String value, Action.Keep keep) {
        return keep.type().matches("(big|small|tiny)int|integer|double|real|decimal.*")
                ? "CAST(TRY_CAST(" + value + " AS decimal(38,10)) AS varchar)"
                : Texts.of(value);
    }
}
