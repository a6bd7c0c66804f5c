package analysisplatform.config;

import analysisplatform.config.SourceReader.LocatedSource;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What RDS can export and the data catalog can tell apart. */
final class TableRules {

    private static final String LISTABLE = "[A-Za-z0-9$_]+";
    private static final Pattern TABLE = Pattern.compile(LISTABLE);
    private static final Pattern SCHEMA_AND_TABLE = Pattern.compile(LISTABLE + "\\." + LISTABLE);

    /** Limit of a Glue table's name. */
    private static final int GLUE_TABLE_CHARACTERS = 128;

    /** A masked table is {@code <published>__<run id>}; a run id has 24 characters. */
    private static final int RUN_SUFFIX_CHARACTERS = 26;

    private final Document platform;
    private final Source source;
    private final Map<String, String> byConfigured = new HashMap<>();
    private final Map<String, String> byRaw = new HashMap<>();
    private final Map<String, String> byPublished = new HashMap<>();

    private TableRules(Document platform, Source source) {
        this.platform = platform;
        this.source = source;
    }

    static void check(Document platform, LocatedSource located) {
        TableRules rules = new TableRules(platform, located.source());
        KeyPath tables = located.path().then("tables");
        int index = 0;
        for (SourceTable table : located.source().sourceTables()) {
            rules.check(tables.then(index++), table);
        }
    }

    private void check(KeyPath path, SourceTable table) {
        if (byConfigured.putIfAbsent(table.configured(), table.configured()) != null) {
            problem(path, table, "is listed twice.");
            return;
        }
        form(path, table);
        length(path, table);
        String rawTwin = twin(byRaw, table, SourceTable::rawName);
        String publishedTwin = twin(byPublished, table, SourceTable::publishedName);
        if (!rawTwin.isEmpty()) {
            clash(path, table, table.rawName(), rawTwin);
        } else if (!publishedTwin.isEmpty()) {
            clash(path, table, table.publishedName(), publishedTwin);
        }
    }

    private void form(KeyPath path, SourceTable table) {
        boolean isMySql = source.engine() == Source.Engine.MYSQL;
        Pattern form = isMySql ? TABLE : SCHEMA_AND_TABLE;
        if (!form.matcher(table.configured()).matches()) {
            problem(
                    path,
                    table,
                    "but must be %s of letters, digits, $ and _, which is all that RDS can name in an export."
                            .formatted(
                                    isMySql
                                            ? "a MySQL table's name"
                                            : "schema.table for PostgreSQL, each"));
        }
    }

    private void length(KeyPath path, SourceTable table) {
        int masked = table.publishedName().length() + RUN_SUFFIX_CHARACTERS;
        int longest = Math.max(masked, table.rawName().length());
        if (longest > GLUE_TABLE_CHARACTERS) {
            problem(
                    path,
                    table,
                    "but its name in the data catalog has %d characters and at most %d are allowed."
                            .formatted(longest, GLUE_TABLE_CHARACTERS));
        }
    }

    private static String twin(
            Map<String, String> seen, SourceTable table, Function<SourceTable, String> name) {
        String first = seen.putIfAbsent(name.apply(table), table.configured());
        return first == null ? "" : first;
    }

    private void clash(KeyPath path, SourceTable table, String name, String twin) {
        problem(
                path,
                table,
                "but \"%s\" is listed too and both become \"%s\" in the data catalog."
                        .formatted(twin, name));
    }

    private void problem(KeyPath path, SourceTable table, String rest) {
        String separator = rest.startsWith("but") ? ", " : ", which ";
        platform.problem(path, "is \"" + table.configured() + "\"" + separator + rest);
    }
}
