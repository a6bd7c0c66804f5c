package analysisplatform.masking;

import analysisplatform.config.SourceTable;
import java.util.List;
import java.util.function.Predicate;

/**
 * One query of the proof, complete but for the run id and for what is known only at night: which
 * tables the export left without a row. Those have no raw table, and a statement that names it
 * would fail.
 *
 * <p>Its result has one row per check with the columns {@code violations} and {@code findings} (of
 * the whole statement, the same in each row), {@code check}, {@code table_name}, {@code
 * column_name}, {@code raw}, {@code masked} and {@code violated}. All are names and counts; no
 * value of the data is among them.
 *
 * @param name unique among the statements of a source
 * @param before the statement up to the raw tables
 * @param rawParts each stands between {@code before} and {@code after} unless its table is empty
 * @param after the rest of the statement
 */
public record ProofStatement(String name, RunSql before, List<RawPart> rawParts, RunSql after) {

    /** What {@code findings} says when there is no violation. */
    public static final String NO_FINDINGS = "none";

    public ProofStatement {
        before = dense(before);
        rawParts =
                rawParts.stream()
                        .map(part -> new RawPart(part.table(), dense(part.sql())))
                        .toList();
        after = dense(after);
    }

    /** A part of a statement that reads one raw table. */
    public record RawPart(SourceTable table, String sql) {}

    /** Characters of the statement when no table is empty, but for the run ids. */
    int length() {
        return length(before)
                + rawParts.stream().mapToInt(part -> part.sql().length()).sum()
                + length(after);
    }

    private static int length(RunSql sql) {
        return sql.parts().stream().mapToInt(String::length).sum();
    }

    /** The statement of one run. */
    public String render(String runId, Predicate<SourceTable> isEmpty) {
        StringBuilder statement = new StringBuilder(before.render(runId));
        rawParts.stream()
                .filter(part -> !isEmpty.test(part.table()))
                .forEach(part -> statement.append(part.sql()));
        return statement.append(after.render(runId)).toString();
    }

    private static RunSql dense(RunSql sql) {
        return new RunSql(sql.parts().stream().map(ProofStatement::dense).toList());
    }

    /** Athena takes a statement of 256 KB, and indentation is a fifth of it. */
    private static String dense(String sql) {
        return sql.replaceAll("\n\s+", "\n");
    }
}
