package analysisplatform.masking;

/**
 * From the rows of single checks to the result of a {@link ProofStatement}. A query of checks has
 * the columns {@code "check"}, {@code table_name}, {@code column_name}, {@code detail} (for the
 * finding alone), {@code raw}, {@code masked} and {@code violated}.
 */
final class Verdict {

    /** How many findings a mail can show and a reader takes in. */
    private static final int MOST_FINDINGS = 20;

    private static final String TOTALS =
            "SELECT t.violations, coalesce(substr(array_join(slice(t.findings, 1, %d), '; '), 1, %d), '%s') AS findings,\n";

    private static final String COUNTED =
            """
            c."check", c.table_name, c.column_name, c.raw, c.masked, c.violated
            FROM (
              SELECT CAST(coalesce(sum(violated), 0) AS bigint) AS violations,
                array_agg(
                  CASE WHEN table_name = '' THEN 'check ' || "check"
                    ELSE 'table ' || table_name || IF(column_name = '', '', ', column ' || column_name) || ', check ' || "check" END
                  || detail || ': ' || CAST(violated AS varchar)
                  ORDER BY table_name, column_name, "check") FILTER (WHERE violated > 0) AS findings,
                array_agg(
                  CAST(ROW("check", table_name, column_name, raw, masked, violated)
                    AS ROW("check" varchar, table_name varchar, column_name varchar, raw bigint, masked bigint, violated bigint))
                  ORDER BY table_name, column_name, "check") AS checks
              FROM (
                SELECT "check", table_name, column_name, detail, raw, masked, coalesce(violated, 1) AS violated FROM (
            """;

    private static final String TAIL =
            """

            ))) AS t
            CROSS JOIN UNNEST(t.checks) AS c ("check", table_name, column_name, raw, masked, violated)
            """;

    private Verdict() {}

    /** Stands before a query of checks. What cannot be counted is a violation. */
    static String head(int longestFindings) {
        return TOTALS.formatted(MOST_FINDINGS, longestFindings, ProofStatement.NO_FINDINGS)
                + COUNTED;
    }

    /** Stands after it. */
    static String tail() {
        return TAIL.stripTrailing();
    }
}
