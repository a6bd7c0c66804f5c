package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.PersonalPattern;
import analysisplatform.masking.ColumnEntries.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares one masked table with its raw table, column by column, and looks at every published
 * text: rows, NULLs, values lost to a type, distinct values, the form of pseudonyms, personal
 * patterns. Each side is read once.
 *
 * <p>Of columns with pseudonyms the patterns are looked for in the part after the {@code @} only:
 * it is the one piece of raw text in them, while sixteen random hexadecimal digits now and then
 * look like a number of something.
 */
final class ColumnsProof {

    /** Flags of an entry with text, beside that it is present. */
    private static final int MISSHAPEN = 2;

    private static final int FIRST_PATTERN = 4;

    private static final Pattern IS_COMPARED = Pattern.compile("'(equal|free|parsed)'$");

    private final ProvenTable table;
    private final MaskingPolicy source;
    private final ColumnEntries entries;

    ColumnsProof(ProvenTable table, MaskingPolicy source) {
        this.table = table;
        this.source = source;
        this.entries = new ColumnEntries(table);
    }

    ProofStatement statement(int longestFindings) {
        return new ProofStatement(
                "columns of " + table.name(),
                RunSql.of(Verdict.head(longestFindings) + checks() + masked()),
                List.of(new ProofStatement.RawPart(table.table(), raw())),
                RunSql.of(
                        """

                            ) GROUP BY side, part, flags) AS f
                            CROSS JOIN (VALUES
                              %s
                            ) AS k ("check", column_name, measure, percent, raw_part, raw_bit, masked_part, masked_bit)
                            GROUP BY 1, 2, 3, 4, 5))"""
                                        .formatted(String.join(",\n      ", questions()))
                                + Verdict.tail()));
    }

    /** The row of noughts keeps every check in the result when both tables are empty. */
    private String checks() {
        return "SELECT \"check\", " + Sql.text(table.name()) + " " + COUNTS;
    }

    private static String count(String what, String side, String condition, String name) {
        return "coalesce(sum(f.%1$s) FILTER (WHERE f.side = '%2$s' AND f.part = k.%2$s_part%3$s), 0) AS %4$s"
                .formatted(what, side, condition, name);
    }

    private String raw() {
        return """
               UNION ALL
               SELECT 'raw', part, hash, flags, count(*) FROM (
                 SELECT part, CASE WHEN value <> '' THEN %s END AS hash, coalesce(word, IF(value <> '', %d, 0)) AS flags
                 FROM (SELECT c.part, c.word, %s AS value
                   FROM %s AS t
                   CROSS JOIN %s))
               GROUP BY part, hash, flags
               """
                .formatted(
                        Sql.hash("value"),
                        ColumnEntries.PRESENT,
                        Pseudonyms.normalisedText("c.text"),
                        table.rawTable(),
                        entries.raw().unnest());
    }

    private String masked() {
        int emails = entries.firstEmail();
        int readable = entries.firstReadable();
        String form = Pseudonyms.form(table.databases().pseudonymKeyVersion());
        List<String> flags = new ArrayList<>();
        flags.add("IF(text IS NULL, 0, %d)".formatted(ColumnEntries.PRESENT));
        flags.add(
                "IF(part < %d AND NOT regexp_like(text, CASE WHEN part < %d THEN %s ELSE %s END), %d, 0)"
                        .formatted(
                                readable,
                                emails,
                                Sql.text("\\A" + form + "\\z"),
                                Sql.text("\\A" + form + "(?:@[^@]+)?\\z"),
                                MISSHAPEN));
        flags.add(PATTERNS);
        return """
               UNION ALL
               SELECT 'masked', part, hash, flags, count(*) FROM (
                 SELECT part, CASE WHEN part < %d THEN %s END AS hash, coalesce(word, %s) AS flags
                 FROM (SELECT part, word, text, %s AS readable
                   FROM (SELECT c.part, c.word, c.text, CASE WHEN c.part < %d THEN split_part(c.text, '@', 2) ELSE c.text END AS shown
                     FROM %s AS t
                     CROSS JOIN %s)))
               GROUP BY part, hash, flags
               """
                .formatted(
                        readable,
                        Sql.hash("split_part(text, '@', 1)"),
                        String.join("\n      + ", flags),
                        PersonalPatterns.readable("shown"),
                        readable,
                        table.maskedTable(),
                        entries.masked().unnest());
    }

    private List<String> questions() {
        List<String> questions = new ArrayList<>();
        questions.add("('rows', '', 'equal', 0, 0, BIGINT '0', 0, BIGINT '0')");
        table.published().forEach(column -> questions.addAll(questions(column)));
        return questions;
    }

    private List<String> questions(PublishedColumn column) {
        List<String> questions = new ArrayList<>();
        ColumnPolicy columnPolicy = table.policy().columns().get(column.source());
        String nulls =
                switch (column.action().nulls()) {
                    case EQUAL, EQUAL_OR_BLANK -> "'nulls', %s, 'equal'";
                    case FREE -> "'nulls', %s, 'free'";
                    case ALL -> "'nulls', %s, 'all'";
                    case TOLERATED -> "'parsed', %s, 'parsed'";
                };
        questions.add(question(nulls, column, columnPolicy, entries.masked(column).bit()));
        if (column.isPseudonym()) {
            questions.add(
                    question(
                            "'distinct', %s, 'equal'",
                            column, columnPolicy, ColumnEntries.PRESENT));
            questions.add(question("'form', %s, 'found'", column, columnPolicy, MISSHAPEN));
        }
        if (column.action() instanceof Action.Email || column.isReadable()) {
            for (PersonalPattern pattern : PersonalPattern.values()) {
                boolean allowed = columnPolicy.mayContain().containsKey(pattern);
                String check =
                        "'pattern_%s', %%s, '%s'"
                                .formatted(
                                        pattern.name().toLowerCase(Locale.ROOT),
                                        allowed ? "allowed" : "found");
                questions.add(question(check, column, columnPolicy, bit(pattern)));
            }
        }
        return questions;
    }

    private String question(
            String check, PublishedColumn column, ColumnPolicy policy, long maskedBit) {
        Place masked = entries.masked(column);
        String raw = "NULL, NULL";
        if (IS_COMPARED.matcher(check).find()) {
            Place place = entries.raw(column);
            raw = place.part() + ", " + place.bit();
        }
        return "(%s, %d, %s, %d, %d)"
                .formatted(
                        check.formatted(Sql.text(column.name())),
                        source.unparsablePercentOf(policy),
                        raw,
                        masked.part(),
                        maskedBit);
    }

    private static final String PATTERNS =
            Stream.of(PersonalPattern.values())
                    .map(
                            pattern ->
                                    "IF(%s, %d, 0)"
                                            .formatted(
                                                    PersonalPatterns.condition(pattern, "readable"),
                                                    bit(pattern)))
                    .collect(joining(" + "));

    private static final String COUNTS =
            """
                AS table_name, column_name, '' AS detail, raw, masked,
                    CASE measure
                      WHEN 'equal' THEN abs(raw - masked)
                      WHEN 'all' THEN entries - masked
                      WHEN 'free' THEN greatest(raw - masked, 0)
                      WHEN 'found' THEN masked
                      WHEN 'allowed' THEN 0
                      WHEN 'parsed' THEN CASE
                        WHEN masked > raw THEN masked - raw
                        WHEN (raw - masked) * 100 > percent * raw THEN raw - masked
                        ELSE 0 END
                    END AS violated
                  FROM (SELECT "check", column_name, measure, percent, entries,
                      CASE WHEN raw_part IS NULL THEN NULL WHEN "check" = 'rows' THEN raw_entries WHEN "check" = 'distinct' THEN raw_distinct
                        WHEN "check" = 'nulls' THEN raw_entries - raw_set ELSE raw_set END AS raw,
                      CASE WHEN "check" = 'rows' THEN entries WHEN "check" = 'distinct' THEN masked_distinct
                        WHEN "check" = 'nulls' THEN entries - masked_set ELSE masked_set END AS masked
                    FROM (SELECT k."check", k.column_name, k.measure, k.percent, k.raw_part,
                      %s,
                      %s,
                      %s,
                      %s,
                      %s,
                      %s
                    FROM (SELECT side, part, flags, sum(n) AS n, count(hash) AS hashes FROM (
                      SELECT 'none' AS side, 0 AS part, BIGINT '0' AS hash, BIGINT '0' AS flags, BIGINT '0' AS n
                """
                    .formatted(
                            count("n", "raw", "", "raw_entries"),
                            count(
                                    "n",
                                    "raw",
                                    " AND bitwise_and(f.flags, k.raw_bit) <> 0",
                                    "raw_set"),
                            count("hashes", "raw", "", "raw_distinct"),
                            count("n", "masked", "", "entries"),
                            count(
                                    "n",
                                    "masked",
                                    " AND bitwise_and(f.flags, k.masked_bit) <> 0",
                                    "masked_set"),
                            count("hashes", "masked", "", "masked_distinct"));

    private static int bit(PersonalPattern pattern) {
        return FIRST_PATTERN << pattern.ordinal();
    }
}
