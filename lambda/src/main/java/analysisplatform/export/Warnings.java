package analysisplatform.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The warning of an export task: JSON with a list of skipped tables. RDS reports COMPLETE all the
 * same.
 */
final class Warnings {

    private final Object json;
    private final String text;

    private Warnings(Object json, String text) {
        this.json = json;
        this.text = text;
    }

    static Warnings parse(String message) {
        String text = message == null ? "" : message;
        return new Warnings(Json.parse(text).orElse(null), text);
    }

    /** Why the table was skipped, if it was. When in doubt, it was. */
    Optional<String> skipped(WantedTable table, String database) {
        if (!(json instanceof Map<?, ?> object)) {
            return mentions(text, table) ? Optional.of("warning: " + text) : Optional.empty();
        }
        if (!(object.get("skippedTables") instanceof List<?> entries)) {
            return Optional.empty();
        }
        return entries.stream()
                .filter(entry -> names(entry, table, database))
                .findFirst()
                .map(entry -> "skipped: " + reason(entry));
    }

    private static boolean mentions(String text, WantedTable table) {
        return !text.isEmpty() && text.contains(simpleName(table));
    }

    private static boolean names(Object entry, WantedTable table, String database) {
        List<String> known =
                List.of(
                        table.name(),
                        table.folder(),
                        table.manifestTarget(),
                        database + "." + table.folder(),
                        simpleName(table));
        return texts(entry).stream().anyMatch(known::contains);
    }

    private static List<String> texts(Object entry) {
        List<String> texts = new ArrayList<>();
        if (entry instanceof Map<?, ?> object) {
            object.values().forEach(value -> texts.addAll(texts(value)));
        } else if (entry instanceof List<?> array) {
            array.forEach(value -> texts.addAll(texts(value)));
        } else if (entry instanceof String text) {
            texts.add(text);
        }
        return texts;
    }

    private static String reason(Object entry) {
        return entry instanceof Map<?, ?> object && object.get("reason") instanceof String reason
                ? reason
                : "no reason given";
    }

    private static String simpleName(WantedTable table) {
        return table.folder().substring(table.folder().lastIndexOf('.') + 1);
    }
}
