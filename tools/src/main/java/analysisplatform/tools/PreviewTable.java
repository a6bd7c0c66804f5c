package analysisplatform.tools;

import analysisplatform.engine.TextTable;
import java.util.List;
import java.util.Map;

/**
 * Some rows of one table before and after the mask.
 *
 * @param actions what the mask does, by the column's name
 * @param rows by the column's name
 */
record PreviewTable(String name, long count, Map<String, String> actions, List<Row> rows) {

    /**
     * @param before what production has
     * @param after what analysts see, several lines for a column that is published as several
     */
    record Row(Map<String, String> before, Map<String, List<String>> after) {}

    /** A table of which the export has no row. */
    static PreviewTable empty(String name) {
        return new PreviewTable(name, 0, Map.of(), List.of());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("Table %s, %d %s%n".formatted(name, count, count == 1 ? "row" : "rows"));
        for (Row row : rows) {
            TextTable table = new TextTable("column", "action", "in production", "published");
            row.before()
                    .forEach(
                            (column, before) -> {
                                String action = actions.getOrDefault(column, "unclassified");
                                List<String> after = row.after().getOrDefault(column, List.of("-"));
                                table.row(List.of(column, action, before, after.get(0)));
                                after.stream()
                                        .skip(1)
                                        .forEach(more -> table.row(List.of("", "", "", more)));
                            });
            text.append(table.text());
        }
        return text.toString();
    }
}
