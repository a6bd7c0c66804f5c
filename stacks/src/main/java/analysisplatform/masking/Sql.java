package analysisplatform.masking;

import java.util.Locale;

/** Quoting for Athena's Trino dialect. No text reaches a statement but through these. */
final class Sql {

    private Sql() {}

    /** A column as the catalogue knows it: lower case, quoted. */
    static String column(String name) {
        return identifier(name.toLowerCase(Locale.ROOT));
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String table(String database, String table) {
        return identifier(database) + "." + identifier(table);
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
