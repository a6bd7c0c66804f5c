package analysisplatform.config;

import java.util.Locale;

/**
 * The names that one table has on its way.
 *
 * @param configured as in {@code platform.yaml} and in the masking policy
 * @param folder RDS' folder {@code schema.table}; for MySQL the schema is the database
 * @param exportTarget as {@code ExportOnly} wants it: {@code database.table} or {@code
 *     database.schema.table}
 * @param manifestTarget as the export's own manifest names it
 * @param rawName the crawler's table: lower case, everything but letters and digits becomes {@code
 *     _}
 * @param publishedName what analysts see
 */
public record SourceTable(
        String configured,
        String folder,
        String exportTarget,
        String manifestTarget,
        String rawName,
        String publishedName) {

    private static final String DEFAULT_SCHEMA = "public.";

    static SourceTable of(Source source, String configured) {
        String database = source.database();
        return switch (source.engine()) {
            case MYSQL -> {
                String folder = database + "." + configured;
                yield new SourceTable(
                        configured,
                        folder,
                        folder,
                        folder,
                        catalogued(folder),
                        catalogued(configured));
            }
            case POSTGRESQL -> {
                String target = database + "." + configured;
                String shown =
                        configured.startsWith(DEFAULT_SCHEMA)
                                ? configured.substring(DEFAULT_SCHEMA.length())
                                : configured;
                yield new SourceTable(
                        configured,
                        configured,
                        target,
                        target,
                        catalogued(configured),
                        catalogued(shown));
            }
        };
    }

    private static String catalogued(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }
}
