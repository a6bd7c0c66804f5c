package analysisplatform.tools;

import analysisplatform.config.RawType;
import analysisplatform.config.Source.Engine;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What RDS makes of a source's type in an export (RDS guide "Exporting DB snapshot data"). */
final class ExportedType {

    /** A Parquet decimal has no more digits; RDS then exports text. */
    private static final int MOST_DIGITS = 38;

    private static final Pattern DIGITS = Pattern.compile("\\((\\d+)");

    private ExportedType() {}

    /**
     * @param type as {@code information_schema.columns} writes it
     */
    static Optional<RawType> of(Engine engine, String type) {
        String lower = type.strip().toLowerCase(Locale.ROOT);
        String word = lower.replaceFirst("[^a-z ].*", "").strip();
        return switch (engine) {
            case MYSQL -> mySql(word, lower);
            case POSTGRESQL -> Optional.of(postgreSql(word));
        };
    }

    /** Whether RDS exports it as bytes although it is text. */
    static boolean isTextAsBytes(Engine engine, String type) {
        return engine == Engine.MYSQL && type.toLowerCase(Locale.ROOT).matches("n?char(\\(.*)?");
    }

    /** As the catalogue names the type of a Parquet column. */
    static Optional<RawType> ofCatalogued(String type) {
        return switch (type.replaceFirst("\\(.*", "")) {
            case "string" -> Optional.of(RawType.TEXT);
            case "binary" -> Optional.of(RawType.BYTES);
            case "tinyint", "smallint", "int", "bigint" -> Optional.of(RawType.INTEGER);
            case "decimal" -> Optional.of(RawType.DECIMAL);
            case "float", "double" -> Optional.of(RawType.FLOATING);
            case "boolean" -> Optional.of(RawType.BOOLEAN);
            case "date" -> Optional.of(RawType.DATE);
            case "timestamp" -> Optional.of(RawType.TIMESTAMP);
            default -> Optional.empty();
        };
    }

    private static Optional<RawType> mySql(String word, String type) {
        RawType raw =
                switch (word.replaceFirst(" .*", "")) {
                    case "tinyint", "smallint", "mediumint", "int", "integer", "year" ->
                            RawType.INTEGER;
                    case "bigint" -> type.contains("unsigned") ? RawType.DECIMAL : RawType.INTEGER;
                    case "float", "double", "real" -> RawType.FLOATING;
                    case "decimal", "numeric" ->
                            digits(type) > MOST_DIGITS ? RawType.TEXT : RawType.DECIMAL;
                    case "char",
                            "nchar",
                            "binary",
                            "varbinary",
                            "bit",
                            "blob",
                            "tinyblob",
                            "mediumblob",
                            "longblob" ->
                            RawType.BYTES;
                    case "varchar",
                            "nvarchar",
                            "text",
                            "tinytext",
                            "mediumtext",
                            "longtext",
                            "enum",
                            "set",
                            "json",
                            "date",
                            "time" ->
                            RawType.TEXT;
                    case "datetime", "timestamp" -> RawType.TIMESTAMP;
                    default -> null;
                };
        return Optional.ofNullable(raw);
    }

    private static RawType postgreSql(String word) {
        return switch (word) {
            case "bigint", "integer", "smallint", "int", "bigserial", "serial" -> RawType.INTEGER;
            case "double precision", "real" -> RawType.FLOATING;
            case "boolean" -> RawType.BOOLEAN;
            case "bytea" -> RawType.BYTES;
            default -> RawType.TEXT;
        };
    }

    private static int digits(String type) {
        Matcher digits = DIGITS.matcher(type);
        return digits.find() ? Integer.parseInt(digits.group(1)) : 0;
    }
}
