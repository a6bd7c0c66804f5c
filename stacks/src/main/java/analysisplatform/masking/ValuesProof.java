package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.masking.MaskedValues.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares single values of the tables of a source: looks for those of protected raw columns in the
 * published texts of all tables, and proves that there are as many pseudonyms as values, all of
 * their form. Each raw value is read once for both.
 *
 * <p>Raw values and texts are compared once normalised, so another case or width hides nothing.
 * They stream past a table of hashes of the published texts, which are much fewer.
 *
 * <p>In pseudonyms no raw value is looked for, as their form is proven. Patterns are looked for in
 * the part after the {@code @} only: it is the one piece of raw text in them, while sixteen random
 * hexadecimal digits now and then look like a number of something.
 */
final class ValuesProof {

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

    private static final int MISSHAPEN = 1;
    private static final int FIRST_PATTERN = 2;

    private static final PersonalPatterns.Check RESIDUE =
            new PersonalPatterns.Check("residue", "found", 0);

    private static final List<PersonalPatterns.Check> FORM =
            List.of(
                    new PersonalPatterns.Check("nulls", "equal", 0),
                    new PersonalPatterns.Check("distinct", "equal", 0),
                    new PersonalPatterns.Check("form", "found", MISSHAPEN));

    private final List<ProvenTable> rawTables;
    private final RawValues raw;
    private final MaskedValues texts;
    private final MaskedValues pseudonyms;

    /**
     * @param rawTables whose values are looked for
     * @param textTables in whose texts they are looked for
     * @param withPseudonyms whether the pseudonyms made of the raw values are proven too
     */
    ValuesProof(List<ProvenTable> rawTables, List<ProvenTable> textTables, boolean withPseudonyms) {
        this.rawTables = rawTables;
        this.raw = RawValues.of(rawTables);
        this.texts = MaskedValues.readable(textTables);
        this.pseudonyms = MaskedValues.pseudonyms(withPseudonyms ? rawTables : List.of());
    }

    int rawColumns() {
        return raw.count();
    }

    int texts() {
        return texts.columns().size();
    }

    boolean provesAnything() {
        return !pseudonyms.columns().isEmpty() || texts() > 0 && raw.protectedOnes() > 0;
    }

    ProofStatement statement(String name, int longestFindings) {
        return new ProofStatement(
                name,
                RunSql.of(Verdict.head(longestFindings) + CHECKS + rawHead()),
                rawTables.stream()
                        .map(
                                table ->
                                        new ProofStatement.RawPart(
                                                table.table(), "\nUNION ALL " + raw.query(table)))
                        .toList(),
                RunSql.of(
                        hits()
                                + "\nUNION ALL\n"
                                + masked()
                                + "\n) AS f\nCROSS JOIN (VALUES\n"
                                + String.join(",\n", questions())
                                + ") AS k (\"check\", table_name, column_name, measure, number, own, bit)"
                                + "\nLEFT JOIN (VALUES "
                                + names()
                                + ") AS s (source, name) ON f.source = s.source"
                                + "\nGROUP BY 1, 2, 3, 4)"
                                + Verdict.tail()));
    }

    /** A short value counts in the place that it came from. */
    private static final String FOUND =
            "f.side = 'raw' AND contains(f.columns, k.number) AND (f.telling OR f.source = k.own)";

    /** Counts of the two sides, of which each check takes those that it means. */
    private static final String CHECKS =
            """
            SELECT "check", table_name, column_name, detail, raw, masked,
              CASE measure
                WHEN 'equal' THEN abs(raw - masked)
                WHEN 'found' THEN masked
                WHEN 'allowed' THEN 0
              END AS violated
            FROM (SELECT k."check", k.table_name, k.column_name, k.measure,
              coalesce(' (values of ' || array_join(array_sort(array_agg(DISTINCT s.name) FILTER (WHERE {residue})), ', ') || ')', '') AS detail,
              CASE k."check"
                WHEN 'residue' THEN coalesce(sum(f.present) FILTER (WHERE f.side = 'raw' AND f.guarded), 0)
                WHEN 'nulls' THEN coalesce(sum(f.entries - f.present) FILTER (WHERE {own}), 0)
                WHEN 'distinct' THEN coalesce(sum(f.hashes) FILTER (WHERE {own}), 0)
              END AS raw,
              CASE k."check"
                WHEN 'residue' THEN coalesce(sum(f.hashes) FILTER (WHERE {residue}), 0)
                WHEN 'nulls' THEN coalesce(sum(f.entries - f.present) FILTER (WHERE {pseudonym}), 0)
                WHEN 'distinct' THEN coalesce(sum(f.hashes) FILTER (WHERE {pseudonym}), 0)
                ELSE coalesce(sum(f.entries) FILTER (WHERE {pseudonym} AND bitwise_and(f.flags, k.bit) <> 0), 0)
              END AS masked
            FROM (
            """
                    .replace("{residue}", "k.\"check\" = 'residue' AND " + FOUND)
                    .replace("{own}", "f.side = 'raw' AND f.source = k.own")
                    .replace("{pseudonym}", "f.side = 'masked' AND f.source = k.number");

    /** The rows of noughts keep every check in the result when all raw tables are empty. */
    private String rawHead() {
        return """
               SELECT 'raw' AS side, source, source < {guarded} AS guarded, telling, columns, 0 AS flags,
                 sum(entries) AS entries, sum(present) AS present, count(hash) AS hashes FROM (
               SELECT r.source, r.telling, m.columns, IF(m.hash IS NOT NULL OR {counted}, r.hash) AS hash,
                 sum(r.entries) AS entries, count(r.hash) AS present
               FROM (SELECT source, entries, CASE WHEN value <> '' THEN {hash} END AS hash,
                   length(value) >= {number} OR length(value) >= {value} AND NOT (source < {identifiers} AND regexp_like(value, '\\A[0-9]*\\z')) AS telling
                 FROM (SELECT source, entries, {normalised} AS value FROM (
                   SELECT s.source, CAST(NULL AS varchar) AS text, 0 AS entries FROM UNNEST(sequence(0, {last})) AS s (source)
               """
                .stripTrailing()
                .replace("{guarded}", text(raw.protectedOnes()))
                .replace("{counted}", isCounted())
                .replace("{hash}", Sql.hash("value"))
                .replace("{number}", text(SHORTEST_TELLING_NUMBER))
                .replace("{value}", text(SHORTEST_TELLING_VALUE))
                .replace("{identifiers}", text(raw.identifiers()))
                .replace("{normalised}", Pseudonyms.normalisedText("text"))
                .replace("{last}", text(raw.count() - 1));
    }

    /** Whether the distinct values of a raw column are counted. */
    private String isCounted() {
        List<Integer> pseudonymised =
                pseudonyms.columns().isEmpty() ? List.of() : raw.pseudonymised();
        return pseudonymised.isEmpty()
                ? "false"
                : "r.source IN (%s)"
                        .formatted(
                                pseudonymised.stream().map(String::valueOf).collect(joining(", ")));
    }

    private String hits() {
        return """

               ))) AS r
               LEFT JOIN (SELECT hash, array_sort(array_agg(number)) AS columns FROM (
                 SELECT DISTINCT number, {hash} AS hash FROM (
                   SELECT number, {normalised} AS value FROM (
                     {texts}
                   )) WHERE value <> '')
                 GROUP BY hash) AS m ON r.hash = m.hash AND r.source < {guarded}
               GROUP BY r.source, r.telling, m.columns, IF(m.hash IS NOT NULL OR {counted}, r.hash))
               GROUP BY source, telling, columns"""
                .replace("{hash}", Sql.hash("value"))
                .replace("{normalised}", Pseudonyms.normalisedText("text"))
                .replace("{texts}", texts.query())
                .replace("{guarded}", text(raw.protectedOnes()))
                .replace("{counted}", isCounted());
    }

    private String masked() {
        return """
               SELECT 'masked', number, false, false, CAST(NULL AS array(integer)), flags,
                 sum(entries), sum(present), count(hash) FROM (
               SELECT number, flags, hash, count(*) AS entries, count(text) AS present
               FROM (SELECT number, text, {hash} AS hash, {flags} AS flags
                 FROM (SELECT number, text, {readable} AS readable FROM (
                   {pseudonyms}
                 )))
               GROUP BY number, flags, hash)
               GROUP BY number, flags"""
                .replace("{hash}", Sql.hash("split_part(text, '@', 1)"))
                .replace("{flags}", flags())
                .replace("{readable}", PersonalPatterns.readable("split_part(text, '@', 2)"))
                .replace("{pseudonyms}", pseudonyms.query());
    }

    private String flags() {
        List<String> emails =
                IntStream.range(0, pseudonyms.columns().size())
                        .filter(i -> pseudonyms.columns().get(i).isEmail())
                        .mapToObj(String::valueOf)
                        .toList();
        String plain = isMisshapen("");
        String misshapen =
                emails.isEmpty()
                        ? plain
                        : "CASE WHEN number IN (%s) THEN %s ELSE %s END"
                                .formatted(
                                        String.join(", ", emails),
                                        isMisshapen("(?:@[^@]+)?"),
                                        plain);
        return "IF(%s, %d, 0) + %s"
                .formatted(misshapen, MISSHAPEN, PersonalPatterns.flags("readable", FIRST_PATTERN));
    }

    private String isMisshapen(String rest) {
        int version = rawTables.get(0).databases().pseudonymKeyVersion();
        return "NOT regexp_like(text, %s)"
                .formatted(Sql.text("\\A" + Pseudonyms.form(version) + rest + "\\z"));
    }

    private List<String> questions() {
        List<String> questions = new ArrayList<>();
        if (raw.protectedOnes() > 0) {
            for (int i = 0; i < texts.columns().size(); i++) {
                questions.add(question(RESIDUE, texts.columns().get(i), i));
            }
        }
        for (int i = 0; i < pseudonyms.columns().size(); i++) {
            Column column = pseudonyms.columns().get(i);
            for (PersonalPatterns.Check check : ofPseudonym(column)) {
                questions.add(question(check, column, i));
            }
        }
        return questions;
    }

    private static List<PersonalPatterns.Check> ofPseudonym(Column column) {
        List<PersonalPatterns.Check> checks = new ArrayList<>(FORM);
        if (column.isEmail()) {
            checks.addAll(PersonalPatterns.checks(column.policy(), FIRST_PATTERN));
        }
        return checks;
    }

    private String question(PersonalPatterns.Check check, Column column, int number) {
        return "(%s, %s, %s, %s, %d, %d, %d)"
                .formatted(
                        Sql.text(check.name()),
                        Sql.text(column.table().name()),
                        Sql.text(column.published().name()),
                        Sql.text(check.measure()),
                        number,
                        raw.numberOf(column.table(), column.published()),
                        check.bit());
    }

    private String names() {
        List<String> names = raw.shownNames();
        return IntStream.range(0, names.size())
                .mapToObj(i -> "(%d, %s)".formatted(i, Sql.text(names.get(i))))
                .collect(joining(", "));
    }

    private static String text(int number) {
        return String.valueOf(number);
    }
}
