package analysisplatform.kpi;

import java.util.Locale;

/** How far the type of an expression is known before an engine has seen it. */
enum Kind {
    NUMBER,
    TEXT,
    DATE,
    TIMESTAMP,
    BOOLEAN,

    /** Only the engine knows. */
    UNKNOWN;

    /**
     * @param type of Athena, for example {@code decimal(12,2)}
     */
    static Kind ofType(String type) {
        String name = type.toLowerCase(Locale.ROOT).replaceAll("[( ].*", "");
        return switch (name) {
            case "bigint", "integer", "int", "smallint", "tinyint", "double", "real", "decimal" ->
                    NUMBER;
            case "varchar", "char" -> TEXT;
            case "date" -> DATE;
            case "timestamp" -> TIMESTAMP;
            case "boolean" -> BOOLEAN;
            default -> UNKNOWN;
        };
    }

    /** As a problem says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
