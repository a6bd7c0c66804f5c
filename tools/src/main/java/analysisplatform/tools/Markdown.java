package analysisplatform.tools;

import java.util.List;

/** Text that a person or a pull request shows; nothing of it can break out of its place. */
final class Markdown {

    private static final int SHOWN_ROWS = 200;
    private static final int SHOWN_CHARACTERS = 200;

    private Markdown() {}

    /** As code on one line, so that no value pings anybody, links or ends a table. */
    static String code(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\s]+", " ").replace('`', '\'');
        return line.isBlank() ? "` `" : "`" + shortened(line) + "`";
    }

    /** A list, with a word about what is not shown. */
    static void list(StringBuilder text, List<String> entries) {
        entries.stream()
                .limit(SHOWN_ROWS)
                .forEach(entry -> text.append("- ").append(entry).append('\n'));
        if (entries.size() > SHOWN_ROWS) {
            text.append("- and ").append(entries.size() - SHOWN_ROWS).append(" more\n");
        }
    }

    private static String shortened(String line) {
        if (line.length() <= SHOWN_CHARACTERS) {
            return line;
        }
        // Neither half a character nor half an escape may be left at the end.
        int end =
                Character.isHighSurrogate(line.charAt(SHOWN_CHARACTERS - 1))
                        ? SHOWN_CHARACTERS - 1
                        : SHOWN_CHARACTERS;
        return line.substring(0, end).replaceAll("\\\\$", "") + "…";
    }
}
