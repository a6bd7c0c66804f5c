package analysisplatform.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one proof statement found. Counts only: no proof answers a value.
 *
 * @param problem why the result cannot be told; empty when it can
 */
record ProofResult(
        String name,
        String output,
        long violations,
        String findings,
        List<Check> checks,
        String problem) {

    /**
     * One check of a proof.
     *
     * @param column empty when the check is about the whole table
     * @param raw what was counted in the raw data; null when nothing was
     * @param masked what was counted in the masked data; null when nothing was
     */
    record Check(String check, String table, String column, Long raw, Long masked, long violated) {

        private static Check of(Map<String, String> row) {
            return new Check(
                    row.get("check"),
                    text(row.get("table_name")),
                    text(row.get("column_name")),
                    number(row.get("raw")),
                    number(row.get("masked")),
                    required(row, "violated"));
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("check", check);
            json.put("table", table);
            json.put("column", column);
            json.put("raw", raw);
            json.put("masked", masked);
            json.put("violated", violated);
            return json;
        }
    }

    /** From the rows of a result file: one per check, the totals repeated in each. */
    static ProofResult of(String name, String output, List<Map<String, String>> rows) {
        if (rows.isEmpty()) {
            throw new EvidenceUnreadable("Proof " + name + " has a result without rows.");
        }
        List<Check> checks = new ArrayList<>();
        for (Map<String, String> row : rows) {
            if (row.get("check") != null) {
                checks.add(Check.of(row));
            }
        }
        Map<String, String> first = rows.get(0);
        return new ProofResult(
                name,
                output,
                required(first, "violations"),
                text(first.get("findings")),
                List.copyOf(checks),
                "");
    }

    static ProofResult notRun(String name) {
        return unreadable(name, "", "The statement could not be run.");
    }

    static ProofResult unreadable(String name, String output, String problem) {
        return new ProofResult(name, output, 0, "", List.of(), problem);
    }

    /** Whether its checks and counts are known. */
    boolean isTold() {
        return problem.isEmpty();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("output", output);
        if (!problem.isEmpty()) {
            json.put("problem", problem);
            return json;
        }
        json.put("violations", violations);
        json.put("findings", findings);
        json.put("checks", checks.stream().map(Check::json).toList());
        return json;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static long required(Map<String, String> row, String column) {
        Long number = number(row.get(column));
        if (number == null) {
            throw new EvidenceUnreadable("The result of a proof has no number in " + column + ".");
        }
        return number;
    }

    private static Long number(String value) {
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new EvidenceUnreadable("The result of a proof has a count that is no number.", e);
        }
    }
}
