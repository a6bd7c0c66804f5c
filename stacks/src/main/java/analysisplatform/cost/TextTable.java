package analysisplatform.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for a terminal or for Markdown, aligned in both so that it reads well as a file too. */
record TextTable(List<Column> columns, List<List<String>> rows) {

    enum Alignment {
        LEFT,
        RIGHT
    }

    record Column(String title, Alignment alignment) {

        static Column left(String title) {
            return new Column(title, Alignment.LEFT);
        }

        static Column right(String title) {
            return new Column(title, Alignment.RIGHT);
        }

        private String pad(String text, int width) {
            String padding = " ".repeat(width - text.length());
            return alignment == Alignment.LEFT ? text + padding : padding + text;
        }

        private String ruler(int width) {
            return alignment == Alignment.LEFT ? "-".repeat(width) : "-".repeat(width - 1) + ":";
        }
    }

    TextTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    String plain() {
        return lines(false).stream()
                .map(cells -> String.join("  ", cells).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    String markdown() {
        return lines(true).stream()
                .map(cells -> "| " + String.join(" | ", cells) + " |\n")
                .collect(Collectors.joining());
    }

    private List<List<String>> lines(boolean withRuler) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(padded(columns.stream().map(Column::title).toList()));
        if (withRuler) {
            lines.add(indices().mapToObj(i -> columns.get(i).ruler(width(i))).toList());
        }
        rows.forEach(row -> lines.add(padded(row)));
        return lines;
    }

    private List<String> padded(List<String> row) {
        return indices().mapToObj(i -> columns.get(i).pad(row.get(i), width(i))).toList();
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(3, columns.get(column).title().length()),
                        rows.stream().mapToInt(row -> row.get(column).length()))
                .max()
                .getAsInt();
    }

    private IntStream indices() {
        return IntStream.range(0, columns.size());
    }
}
