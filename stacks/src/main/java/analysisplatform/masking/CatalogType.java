package analysisplatform.masking;

/** Types in the data catalog's words, which are Hive's. */
public final class CatalogType {

    private CatalogType() {}

    /**
     * @param type of Athena's SQL
     */
    public static String of(String type) {
        return switch (type) {
            case "varchar" -> "string";
            case "timestamp(3)" -> "timestamp";
            case "integer" -> "int";
            case "real" -> "float";
            default -> type;
        };
    }
}
