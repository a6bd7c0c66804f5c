package analysisplatform.tools;

import analysisplatform.config.Source;
import analysisplatform.tools.DatabaseSchema.Column;
import analysisplatform.tools.DatabaseSchema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells the tables that RDS exports and the data catalogue can tell apart from the others.
 *
 * @param tables that can be analysed
 * @param others why not, by the table's name
 */
record Exportable(List<Table> tables, Map<String, String> others) {

    private static final Pattern SKIPPED_COLUMN = Pattern.compile("[,;{}()= \\n\\t]");
    private static final Pattern LISTABLE = Pattern.compile("[A-Za-z0-9$_]+");

    /** A Glue table's 128 characters less a dot and those of {@code __<run id>}. */
    private static final int LONGEST_TABLE = 101;

    static Exportable of(DatabaseSchema schema) {
        List<Table> tables = new ArrayList<>();
        Map<String, String> others = new LinkedHashMap<>();
        Map<String, String> catalogued = new HashMap<>();
        for (Table table : schema.tables()) {
            Optional<String> obstacle = obstacle(table);
            if (obstacle.isPresent()) {
                others.put(table.configured(), obstacle.get());
                continue;
            }
            Optional<String> twin =
                    names(schema, table).stream()
                            .flatMap(name -> Optional.ofNullable(catalogued.get(name)).stream())
                            .findFirst();
            if (twin.isPresent()) {
                others.put(
                        table.configured(),
                        "its name and that of %s are the same in the data catalog"
                                .formatted(twin.get()));
                continue;
            }
            names(schema, table).forEach(name -> catalogued.put(name, table.configured()));
            tables.add(table);
        }
        return new Exportable(List.copyOf(tables), others);
    }

    /** Why this table cannot be analysed, apart from the company of others. */
    static Optional<String> obstacle(Table table) {
        if (table.unexported().isPresent()) {
            return table.unexported();
        }
        if (!LISTABLE.matcher(table.name()).matches()
                || !LISTABLE.matcher(table.schema()).matches()) {
            return Optional.of(
                    "RDS can export only tables whose names are of letters, digits, $ and _");
        }
        if (table.schema().length() + table.name().length() > LONGEST_TABLE) {
            return Optional.of("its name is too long for the data catalog");
        }
        if (table.columns().isEmpty()) {
            return Optional.of("the export has no row of it, so its columns are unknown");
        }
        return columns(table.columns());
    }

    private static Optional<String> columns(List<Column> columns) {
        Map<String, String> known = new HashMap<>();
        for (Column column : columns) {
            if (SKIPPED_COLUMN.matcher(column.name()).find()) {
                return Optional.of(
                        "RDS never exports a table with a column such as \"%s\": no , ; { } ( ) = space, tab or line break may be in its name"
                                .formatted(column.name().replaceAll("\\s", " ")));
            }
            String twin = known.putIfAbsent(column.catalogued(), column.name());
            if (twin != null) {
                return Optional.of(
                        "its columns \"%s\" and \"%s\" are the same in the data catalog"
                                .formatted(twin, column.name()));
            }
        }
        return Optional.empty();
    }

    /** The raw and the published name, which live in databases of their own. */
    private static List<String> names(DatabaseSchema schema, Table table) {
        boolean isMySql = schema.engine() == Source.Engine.MYSQL;
        String raw = (isMySql ? schema.database() + "." : "") + table.configured();
        boolean isShort = isMySql || table.schema().equals("public");
        String published = isShort ? table.name() : table.configured();
        return List.of("raw " + catalogued(raw), "published " + catalogued(published));
    }

    private static String catalogued(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }
}
