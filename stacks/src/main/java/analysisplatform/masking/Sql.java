package analysisplatform.masking;

import analysisplatform.config.MaskingPolicy.Stored;
import java.util.Locale;

/** Quoting for Athena's Trino dialect. No text reaches a statement but through these. */
public final class Sql {

    private Sql() {}

    /** A column as the catalogue knows it: lower case, quoted. */
    static String column(String name) {
        return identifier(name.toLowerCase(Locale.ROOT));
    }

    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String table(String database, String table) {
        return identifier(database) + "." + identifier(table);
    }

    /** A column of the raw row {@code r}. */
    static String raw(String name, Stored stored) {
        return stored("r." + column(name), stored);
    }

    static String nullOf(String type) {
        return "CAST(NULL AS " + type + ")";
    }

    /** Bytes become text; what is no UTF-8 in them becomes U+FFFD, never an error. */
    static String stored(String column, Stored stored) {
        return switch (stored) {
            case PLAIN -> column;
            case BYTES -> "from_utf8(" + column + ")";
        };
    }

    /** 64 bits for a text, to compare and to count distinct ones; NULL for NULL. */
    static String hash(String text) {
        return "from_big_endian_64(xxhash64(to_utf8(" + text + ")))";
    }

    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
