package analysisplatform.export;

/**
 * A page under construction. Whatever is not written in this program goes through {@link #text},
 * which lets no character act as markup.
 */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** A constant of this program. */
    Html markup(String constant) {
        out.append(constant);
        return this;
    }

    /** Any text, shown as it is; what cannot be shown becomes U+FFFD. */
    Html text(String any) {
        for (int i = 0; i < any.length(); i++) {
            char c = any.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isShown(any, i) ? c : '\uFFFD');
            }
        }
        return this;
    }

    /** The same in both languages of the page. */
    Html both(String english, String japanese) {
        return markup("<span class=\"en\">")
                .text(english)
                .markup("</span> <span class=\"ja\" lang=\"ja\">")
                .text(japanese)
                .markup("</span>");
    }

    Html heading(String english, String japanese) {
        return markup("<h2>").both(english, japanese).markup("</h2>\n");
    }

    Html paragraph(String english, String japanese) {
        return markup("<p>").both(english, japanese).markup("</p>\n");
    }

    /** A name and its value in a list of facts; nothing at all without a value. */
    Html fact(String english, String japanese, String value) {
        if (value.isEmpty()) {
            return this;
        }
        return markup("<dt>")
                .both(english, japanese)
                .markup("</dt><dd>")
                .text(value)
                .markup("</dd>\n");
    }

    /** The cell that says what a row is about. */
    Html name(String value) {
        return markup("<td class=\"name\">").text(value).markup("</td>");
    }

    /** A cell that tells its column's name where the screen is too narrow for a header. */
    Html cell(Column column, String value) {
        return open("t", column).text(value).markup("</td>");
    }

    /** As {@link #cell(Column, String)}; null is an empty cell. */
    Html count(Column column, Long number) {
        return open("n", column).text(Numbers.grouped(number)).markup("</td>");
    }

    Html cell(Column column, String english, String japanese) {
        open("t", column);
        return english.isEmpty() ? markup("</td>") : both(english, japanese).markup("</td>");
    }

    /** The table's beginning; ends with {@link #endTable}. */
    Html table(Column... columns) {
        return table("<table>", columns);
    }

    /** As {@link #table}, with columns of the same width in all tables of the kind. */
    Html wideTable(Column... columns) {
        return table("<table class=\"columns\">", columns);
    }

    private Html table(String tag, Column... columns) {
        markup(tag).markup("<thead><tr>");
        for (Column column : columns) {
            markup("<th scope=\"col\">").both(column.english, column.japanese).markup("</th>");
        }
        return markup("</tr></thead><tbody>\n");
    }

    Html endTable() {
        return markup("</tbody></table>\n");
    }

    /** A column's header. */
    record Column(String english, String japanese) {}

    @Override
    public String toString() {
        return out.toString();
    }

    private Html open(String kind, Column column) {
        return markup("<td class=\"" + kind + "\" data-label=\"")
                .text(column.english + " / " + column.japanese)
                .markup("\">");
    }

    private static boolean isShown(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c == '\n' || c == '\t' || !Character.isISOControl(c);
    }
}
