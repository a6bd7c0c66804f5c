package analysisplatform.local;

import analysisplatform.docs.GeneratedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of {@code docs/faults-by-state.md}, one row for each state and each of its faults. */
final class FaultsByState {

    private static final String BEGIN = "<!-- generated: states -->\n";
    private static final String END = "<!-- end -->";
    private static final String HEAD =
            "| state | fault | the night ends as | stands | raw files | told by | the next start ends as |\n|---|---|---|---|---|---|---|\n";

    private static final String NOT_PLAYED = "not played yet";

    private static final Path PAGE =
            Path.of(System.getProperty("platform.root"), "docs", "faults-by-state.md");

    private FaultsByState() {}

    /**
     * @param fault in words, without the way that led to it
     * @param cells all but the state's name
     */
    record Row(String state, String fault, List<String> cells) {

        Key key() {
            return new Key(state, fault);
        }

        static Row notPlayed(Key key) {
            return new Row(
                    key.state(), key.fault(), List.of(key.fault(), NOT_PLAYED, "", "", "", ""));
        }

        boolean isPlayed() {
            return !cells.get(1).equals(NOT_PLAYED);
        }

        private static Row of(String line) {
            List<String> cells = new ArrayList<>();
            Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                    .forEach(cell -> cells.add(cell.trim()));
            String state = cells.remove(0);
            return new Row(state, cells.get(0).split(",")[0], cells);
        }

        @Override
        public String toString() {
            return "| %s | %s |".formatted(state, String.join(" | ", cells));
        }
    }

    record Key(String state, String fault) {}

    static List<Key> expected(WorkingStates states) {
        return states.all().stream()
                .flatMap(
                        state ->
                                StateFault.allOf(state).stream()
                                        .map(fault -> new Key(state.name(), fault.words())))
                .toList();
    }

    static Map<Key, Row> onThePage() {
        Map<Key, Row> rows = new LinkedHashMap<>();
        String page = page();
        page.substring(page.indexOf(BEGIN), page.indexOf(END))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| state |"))
                .map(Row::of)
                .forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    /** Whether the page does not say what becomes of this fault. */
    static boolean isMissing(Key key) {
        Row row = onThePage().get(key);
        return row == null || !row.isPlayed();
    }

    /** The way on which the page's rows say that the state is reached. */
    static Optional<Way> wayTo(String state) {
        return onThePage().values().stream()
                .filter(row -> row.state().equals(state) && row.isPlayed())
                .findFirst()
                .flatMap(
                        row ->
                                Stream.of(Way.values())
                                        .filter(
                                                way ->
                                                        way.tell(row.fault())
                                                                .equals(row.cells().get(0)))
                                        .findFirst());
    }

    /** Adds the row or replaces the one that is there. */
    static void write(Row row, WorkingStates states) {
        Map<Key, Row> rows = onThePage();
        rows.put(row.key(), row);
        write(rows, states);
    }

    /** Adds rows for new states, and takes away those of states that are gone. */
    static void complete(WorkingStates states) {
        write(onThePage(), states);
    }

    private static void write(Map<Key, Row> rows, WorkingStates states) {
        String table =
                expected(states).stream()
                        .map(key -> rows.getOrDefault(key, Row.notPlayed(key)) + "\n")
                        .collect(Collectors.joining());
        try {
            new GeneratedPage(PAGE.getFileName().toString(), Map.of("states", HEAD + table))
                    .write();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + PAGE, e);
        }
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + PAGE, e);
        }
    }
}
