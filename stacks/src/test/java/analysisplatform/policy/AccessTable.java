package analysisplatform.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who may do what: {@code src/test/resources/access/table.txt}, one line for each question. */
final class AccessTable {

    private static final Path FILE = Path.of("src/test/resources/access/table.txt");

    private static final int COLUMNS = 5;

    private AccessTable() {}

    /**
     * @param context as {@code key=value, key=value + value}, or {@code -}
     */
    record Row(
            String section,
            String who,
            String action,
            String what,
            String context,
            boolean expected) {

        Request request() {
            Request request = Request.of(World.principal(who), action, World.resource(what));
            if (context.equals("-")) {
                return request;
            }
            for (String condition : context.split(", ")) {
                String[] keyAndValues = condition.split("=", 2);
                request = request.with(keyAndValues[0], keyAndValues[1].split(" \\+ "));
            }
            return request;
        }

        @Override
        public String toString() {
            String besides = context.equals("-") ? "" : " with " + context;
            return "%s %s %s on %s%s"
                    .formatted(who, expected ? "may" : "may not", action, what, besides);
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                section = line.substring("## ".length());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(row(section, line));
            }
        }
        return rows;
    }

    private static Row row(String section, String line) {
        String[] cells = line.split("\\s*\\|\\s*");
        if (cells.length != COLUMNS || !cells[4].matches("may|may not")) {
            throw new IllegalArgumentException("This is no row of " + FILE + ": " + line);
        }
        return new Row(section, cells[0], cells[1], cells[2], cells[3], cells[4].equals("may"));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
