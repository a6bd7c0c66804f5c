package analysisplatform.masking;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.masking.ColumnEntries.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares one masked table with its raw table, column by column, and looks at every published
 * text: rows, NULLs, values lost to a type, personal patterns. Each side is read once; columns with
 * pseudonyms are left to {@link ValuesProof}, which reads their values anyway.
 */
final class ColumnsProof {

    /** Flags of an entry with text, beside that it is present. */
    private static final int FIRST_PATTERN = 2;

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

                            ) AS f
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

    private static String count(String side, String condition, String name) {
        return "coalesce(sum(f.n) FILTER (WHERE f.side = '%1$s' AND f.part = k.%1$s_part%2$s), 0) AS %3$s"
                .formatted(side, condition, name);
    }

    private String raw() {
        return """
               UNION ALL
               SELECT 'raw', c.part, c.word, count(*) FROM %s AS t CROSS JOIN %s GROUP BY c.part, c.word
               """
                .formatted(table.rawTable(), entries.raw().unnest());
    }

    private String masked() {
        return """
               UNION ALL
               SELECT 'masked', part, flags, count(*) FROM (
                 SELECT part, coalesce(word, IF(text IS NULL, 0, %d) + %s) AS flags
                 FROM (SELECT c.part, c.word, c.text, %s AS readable FROM %s AS t CROSS JOIN %s))
               GROUP BY part, flags
               """
                .formatted(
                        ColumnEntries.PRESENT,
                        PersonalPatterns.flags("readable", FIRST_PATTERN),
                        PersonalPatterns.readable("c.text"),
                        table.maskedTable(),
                        entries.masked().unnest());
    }

    private List<String> questions() {
        List<String> questions = new ArrayList<>();
        questions.add("('rows', '', 'equal', 0, 0, BIGINT '0', 0, BIGINT '0')");
        table.published().stream()
                .filter(column -> !column.isPseudonym())
                .forEach(column -> questions.addAll(questions(column)));
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
        if (column.isReadable()) {
            for (PersonalPatterns.Check check :
                    PersonalPatterns.checks(columnPolicy, FIRST_PATTERN)) {
                String pattern = "'%s', %%s, '%s'".formatted(check.name(), check.measure());
                questions.add(question(pattern, column, columnPolicy, check.bit()));
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
                      CASE WHEN raw_part IS NULL THEN NULL WHEN "check" = 'rows' THEN raw_entries
                        WHEN "check" = 'nulls' THEN raw_entries - raw_set ELSE raw_set END AS raw,
                      CASE WHEN "check" = 'rows' THEN entries
                        WHEN "check" = 'nulls' THEN entries - masked_set ELSE masked_set END AS masked
                    FROM (SELECT k."check", k.column_name, k.measure, k.percent, k.raw_part,
                      %s,
                      %s,
                      %s,
                      %s
                    FROM (
                      SELECT 'none' AS side, 0 AS part, BIGINT '0' AS flags, BIGINT '0' AS n
                """
                    .formatted(
                            count("raw", "", "raw_entries"),
                            count("raw", " AND bitwise_and(f.flags, k.raw_bit) <> 0", "raw_set"),
                            count("masked", "", "entries"),
                            count(
                                    "masked",
                                    " AND bitwise_and(f.flags, k.masked_bit) <> 0",
                                    "masked_set"));
}
