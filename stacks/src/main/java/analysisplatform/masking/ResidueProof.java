package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for values of protected raw columns in the published texts of all tables of a source. Both
 * are compared once normalised, so another case or width hides nothing. Columns of pseudonyms need
 * no such look: {@link ColumnsProof} proves the form of their values.
 *
 * <p>Raw values stream past a table of hashes of the published texts, which are much fewer.
 */
final class ResidueProof {

    private static final int MOST_TABLES = 40;

    /**
     * Athena takes 256 KB and a state machine reads as much, in a form with escapes. What is longer
     * is divided.
     */
    private static final int LONGEST = 200_000;

    /**
     * A shorter value may occur in another column by chance, as a user called {@code tokyo} does in
     * a column of cities.
     */
    private static final int SHORTEST_TELLING_VALUE = 6;

    /**
     * A shorter number that identifies somebody is mostly a serial number, and hits the numbers of
     * articles and orders. Codes and accounts are not excused.
     */
    private static final int SHORTEST_TELLING_NUMBER = 9;

    /** Columns of these classes name a person or a secret; their values must be nowhere. */
    private static final Set<DataClass> PROTECTED =
            EnumSet.of(DataClass.IDENTIFIER, DataClass.CODE, DataClass.FINANCIAL);

    private final List<ProvenTable> rawTables;
    private final List<ProvenTable> maskedTables;
    private final List<ProtectedColumn> protectedColumns;
    private final List<TextColumn> texts;

    /** Of each protected column, by its table and its name. */
    private final Map<List<String>, Integer> numbers = new HashMap<>();

    /** A raw column whose values must be nowhere. */
    private record ProtectedColumn(ProvenTable table, String column, ColumnPolicy policy) {

        String shownName() {
            return table.name() + "." + column.toLowerCase(Locale.ROOT);
        }

        boolean isIdentifier() {
            return policy.dataClass() == DataClass.IDENTIFIER;
        }
    }

    /** A published column in which they could be. */
    private record TextColumn(ProvenTable table, PublishedColumn column) {}

    /**
     * @param raw each with a protected column
     * @param masked each with a readable column
     */
    private ResidueProof(List<ProvenTable> raw, List<ProvenTable> masked) {
        rawTables = raw;
        maskedTables = masked;
        protectedColumns =
                raw.stream()
                        .flatMap(
                                table ->
                                        table.policy().columns().entrySet().stream()
                                                .filter(column -> isProtected(column.getValue()))
                                                .map(
                                                        column ->
                                                                new ProtectedColumn(
                                                                        table,
                                                                        column.getKey(),
                                                                        column.getValue())))
                        .sorted(Comparator.comparing(column -> !column.isIdentifier()))
                        .toList();
        texts =
                masked.stream()
                        .flatMap(
                                table ->
                                        table.published().stream()
                                                .filter(PublishedColumn::isReadable)
                                                .map(column -> new TextColumn(table, column)))
                        .toList();
        for (ProtectedColumn column : protectedColumns) {
            numbers.put(List.of(column.table().name(), column.column()), numbers.size());
        }
    }

    /** As many statements as needed; none when nothing is protected or no text is published. */
    static List<ProofStatement> statements(List<ProvenTable> tables, int longestFindings) {
        List<ProofStatement> statements = new ArrayList<>();
        List<ProvenTable> guarded =
                tables.stream()
                        .filter(
                                table ->
                                        table.policy().columns().values().stream()
                                                .anyMatch(ResidueProof::isProtected))
                        .toList();
        List<ProvenTable> readable =
                tables.stream()
                        .filter(
                                table ->
                                        table.published().stream()
                                                .anyMatch(PublishedColumn::isReadable))
                        .toList();
        for (List<ProvenTable> raw : chunks(guarded)) {
            for (List<ProvenTable> masked : chunks(readable)) {
                add(statements, raw, masked, longestFindings);
            }
        }
        return statements;
    }

    private static void add(
            List<ProofStatement> statements,
            List<ProvenTable> raw,
            List<ProvenTable> masked,
            int longestFindings) {
        String name = statements.isEmpty() ? "residue" : "residue " + (statements.size() + 1);
        ResidueProof proof = new ResidueProof(raw, masked);
        ProofStatement statement = proof.statement(name, longestFindings);
        boolean halvesMasked = proof.texts.size() > proof.protectedColumns.size();
        if (statement.length() <= LONGEST || raw.size() + masked.size() == 2) {
            statements.add(statement);
        } else if (masked.size() > 1 && (halvesMasked || raw.size() == 1)) {
            halves(masked).forEach(half -> add(statements, raw, half, longestFindings));
        } else {
            halves(raw).forEach(half -> add(statements, half, masked, longestFindings));
        }
    }

    private static List<List<ProvenTable>> halves(List<ProvenTable> tables) {
        int half = tables.size() / 2;
        return List.of(tables.subList(0, half), tables.subList(half, tables.size()));
    }

    private static List<List<ProvenTable>> chunks(List<ProvenTable> tables) {
        return IntStream.iterate(0, i -> i < tables.size(), i -> i + MOST_TABLES)
                .mapToObj(i -> tables.subList(i, Math.min(tables.size(), i + MOST_TABLES)))
                .toList();
    }

    private static boolean isProtected(ColumnPolicy column) {
        return PROTECTED.contains(column.dataClass()) && !(column.action() instanceof Action.Keep);
    }

    /** The rows of noughts keep every check in the result when all raw tables are empty. */
    private ProofStatement statement(String name, int longestFindings) {
        return new ProofStatement(
                name,
                RunSql.of(
                        Verdict.head(longestFindings)
                                + """
                                  SELECT 'residue' AS "check", k.table_name, k.column_name,
                                    coalesce(' (values of ' || array_join(array_sort(array_agg(DISTINCT s.name) FILTER (WHERE {found})), ', ') || ')', '') AS detail,
                                    CAST(coalesce(sum(f.n), 0) AS bigint) AS raw,
                                    coalesce(sum(f.hits) FILTER (WHERE {found}), 0) AS masked,
                                    coalesce(sum(f.hits) FILTER (WHERE {found}), 0) AS violated
                                  FROM (SELECT source, telling, columns, sum(n) AS n, count(hit) AS hits FROM (
                                    SELECT r.source, r.telling, m.columns, IF(m.hash IS NOT NULL, r.hash) AS hit, count(r.hash) AS n
                                    FROM (SELECT source, {hash} AS hash,
                                        length(value) >= {number} OR length(value) >= {value} AND NOT (source < {identifiers} AND regexp_like(value, '\\A[0-9]*\\z')) AS telling
                                      FROM (SELECT source, {normalised} AS value FROM (
                                        SELECT s.source, CAST(NULL AS varchar) AS text FROM UNNEST(sequence(0, {last})) AS s (source)
                                  """
                                        .stripTrailing()
                                        .replace("{found}", FOUND)
                                        .replace("{hash}", Sql.hash("value"))
                                        .replace("{normalised}", Pseudonyms.normalisedText("text"))
                                        .replace("{number}", text(SHORTEST_TELLING_NUMBER))
                                        .replace("{value}", text(SHORTEST_TELLING_VALUE))
                                        .replace("{identifiers}", text(identifiers()))
                                        .replace("{last}", text(protectedColumns.size() - 1))),
                rawTables.stream()
                        .map(table -> new ProofStatement.RawPart(table.table(), rawPart(table)))
                        .toList(),
                RunSql.of(
                        """

                        )) WHERE value IS NULL OR value <> '') AS r
                        LEFT JOIN (SELECT hash, array_sort(array_agg(number)) AS columns FROM (
                          SELECT DISTINCT number, {hash} AS hash FROM (
                            SELECT number, {normalised} AS value FROM (
                              {masked}
                            )) WHERE value <> '')
                          GROUP BY hash) AS m ON r.hash = m.hash
                        GROUP BY r.source, r.telling, m.columns, IF(m.hash IS NOT NULL, r.hash))
                        GROUP BY source, telling, columns) AS f
                        JOIN (VALUES {names}) AS s (source, name) ON f.source = s.source
                        CROSS JOIN (VALUES {texts}) AS k (number, table_name, column_name, own)
                        GROUP BY k.table_name, k.column_name"""
                                        .replace("{hash}", Sql.hash("value"))
                                        .replace("{normalised}", Pseudonyms.normalisedText("text"))
                                        .replace("{masked}", maskedParts())
                                        .replace("{names}", names())
                                        .replace("{texts}", textRows())
                                + Verdict.tail()));
    }

    /** A short value counts in the place that it came from. */
    private static final String FOUND =
            "contains(f.columns, k.number) AND (f.telling OR f.source = k.own)";

    private static String text(int number) {
        return String.valueOf(number);
    }

    private long count(boolean identifiers) {
        return protectedColumns.stream().filter(c -> c.isIdentifier() == identifiers).count();
    }

    private int identifiers() {
        return (int) count(true);
    }

    private String rawPart(ProvenTable table) {
        List<String> numbers = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < protectedColumns.size(); i++) {
            ProtectedColumn column = protectedColumns.get(i);
            if (column.table().equals(table)) {
                numbers.add(text(i));
                values.add(Pseudonyms.canonical(table.raw(column.column())));
            }
        }
        return "\nUNION ALL SELECT c.source, c.text FROM %s AS t CROSS JOIN UNNEST(%s, %s) AS c (source, text)"
                .formatted(table.rawTable(), EntryList.array(numbers), EntryList.array(values));
    }

    private String maskedParts() {
        return maskedTables.stream().map(this::maskedPart).collect(joining("\n      UNION ALL "));
    }

    private String maskedPart(ProvenTable table) {
        List<String> numbers = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).table().equals(table)) {
                numbers.add(text(i));
                values.add(ProvenTable.masked(texts.get(i).column()));
            }
        }
        return "SELECT c.number, c.text FROM %s AS t CROSS JOIN UNNEST(%s, %s) AS c (number, text)"
                .formatted(table.maskedTable(), EntryList.array(numbers), EntryList.array(values));
    }

    private String names() {
        return IntStream.range(0, protectedColumns.size())
                .mapToObj(
                        i -> "(%d, %s)".formatted(i, Sql.text(protectedColumns.get(i).shownName())))
                .collect(joining(", "));
    }

    private String textRows() {
        return IntStream.range(0, texts.size())
                .mapToObj(
                        i ->
                                "(%d, %s, %s, %d)"
                                        .formatted(
                                                i,
                                                Sql.text(texts.get(i).table().name()),
                                                Sql.text(texts.get(i).column().name()),
                                                own(texts.get(i))))
                .collect(joining(", "));
    }

    /** The protected column of which a text is made; -1 where there is none. */
    private int own(TextColumn text) {
        return numbers.getOrDefault(List.of(text.table().name(), text.column().source()), -1);
    }
}
