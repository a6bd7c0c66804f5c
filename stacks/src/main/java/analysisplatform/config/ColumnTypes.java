package analysisplatform.config;

import java.util.EnumSet;
import java.util.Set;

/** The types that a masking file may declare. */
final class ColumnTypes {

    static final String DATE = "date";
    static final String TIMESTAMP = "timestamp(3)";
    static final String UUID = "uuid";
    static final String JSON = "json";

    /** From which a day can be read. */
    static final Set<RawType> DAYS = Set.of(RawType.TEXT, RawType.DATE, RawType.TIMESTAMP);

    private static final Set<RawType> NUMBERS =
            Set.of(
                    RawType.TEXT,
                    RawType.INTEGER,
                    RawType.DECIMAL,
                    RawType.FLOATING,
                    RawType.BOOLEAN);

    private ColumnTypes() {}

    /** Athena cannot store every declared type. */
    static String published(String type) {
        return isCheckedText(type) ? Action.TEXT : type;
    }

    /** Whether columns of these types can be compared with each other. */
    static boolean areComparable(String type, String other) {
        return published(type).equals(published(other)) || isNumber(type) && isNumber(other);
    }

    static Set<RawType> readableAs(String type) {
        return switch (type) {
            case UUID, JSON -> Set.of(RawType.TEXT);
            case DATE, TIMESTAMP -> DAYS;
            case Action.TEXT -> EnumSet.complementOf(EnumSet.of(RawType.BYTES, RawType.STRUCTURED));
            default -> NUMBERS;
        };
    }

    private static boolean isCheckedText(String type) {
        return type.equals(UUID) || type.equals(JSON);
    }

    private static boolean isNumber(String type) {
        return switch (type) {
            case "bigint", "integer", "smallint", "tinyint", "double", "real" -> true;
            default -> type.startsWith("decimal(");
        };
    }
}
