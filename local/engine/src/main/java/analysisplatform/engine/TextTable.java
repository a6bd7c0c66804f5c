package analysisplatform.engine;

import java.util.ArrayList;
import java.util.List;

/** Aligned text; Japanese letters take two places. */
public final class TextTable {

    private static final int WIDEST = 44;

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... header) {
        rows.add(List.of(header));
    }

    public TextTable row(List<String> cells) {
        rows.add(cells.stream().map(TextTable::shortened).toList());
        return this;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append("  ");
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                text.append(cell).append(" ".repeat(columnWidth(column) - width(cell) + 2));
            }
            text.setLength(text.toString().stripTrailing().length());
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private int columnWidth(int column) {
        return rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
    }

    private static int width(String text) {
        return text.codePoints().map(TextTable::places).sum();
    }

    private static int places(int codePoint) {
        return codePoint >= 0x1100 && Character.isLetterOrDigit(codePoint)
                        || codePoint >= 0x2E80 && codePoint <= 0xFFEF
                        || codePoint >= 0x1F300
                ? 2
                : 1;
    }

    private static String shortened(String cell) {
        StringBuilder kept = new StringBuilder();
        int width = 0;
        for (int codePoint : cell.strip().replaceAll("\\s+", " ").codePoints().toArray()) {
            width += places(codePoint);
            if (width > WIDEST) {
                return kept.append("…").toString();
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.toString();
    }
}
