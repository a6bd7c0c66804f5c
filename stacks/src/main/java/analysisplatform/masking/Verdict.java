package analysisplatform.masking;

/** From the rows of single checks to the result of a {@link ProofStatement}. */
final class Verdict {

    /** How many findings a mail can show and a reader takes in. */
    private static final int MOST_FINDINGS = 20;

    /** Columns that a query of checks must have; {@code detail} is only for the finding. */
    static final String CHECK_COLUMNS =
            "\"check\", table_name, column_name, detail, raw, masked, violated";

    private static final String HEAD =
            """
            SELECT t.violations, coalesce(substr(array_join(slice(t.findings, 1, %d), '; '), 1, %d), '%s') AS findings,
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
        return HEAD.formatted(MOST_FINDINGS, longestFindings, ProofStatement.NO_FINDINGS);
    }

    /** Stands after it. */
    static String tail() {
        return TAIL.stripTrailing();
    }
}
