package analysisplatform.engine;

/**
 * One column as a Glue crawler catalogues it.
 *
 * @param name in lower case
 * @param type in Glue's words, for example {@code string}, {@code int} or {@code decimal(20,0)}
 */
public record ParquetColumn(String name, String type) {

    /** The type in Trino's words. */
    public String trinoType() {
        return switch (type) {
            case "string" -> "varchar";
            case "binary" -> "varbinary";
            case "int" -> "integer";
            case "float" -> "real";
            default -> type;
        };
    }
}
