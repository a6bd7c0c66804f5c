package analysisplatform.quicksight;

import java.util.Locale;

/** QuickSight's types of a data set's columns. */
public enum ColumnType {
    STRING,
    INTEGER,
    DECIMAL,
    DATETIME,
    BOOLEAN;

    /**
     * @param type of Athena, for example {@code decimal(12,2)}
     * @throws IllegalArgumentException when QuickSight cannot load it
     */
    public static ColumnType ofAthena(String type) {
        String name = type.toLowerCase(Locale.ROOT).replaceAll("[( ].*", "");
        return switch (name) {
            case "varchar", "char", "string" -> STRING;
            case "bigint", "integer", "int", "smallint", "tinyint" -> INTEGER;
            case "double", "real", "float", "decimal" -> DECIMAL;
            case "date", "timestamp" -> DATETIME;
            case "boolean" -> BOOLEAN;
            default ->
                    throw new IllegalArgumentException(
                            "QuickSight has no type for Athena's " + type + ".");
        };
    }
}
