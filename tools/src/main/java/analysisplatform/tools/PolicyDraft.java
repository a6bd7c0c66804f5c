package analysisplatform.tools;

import analysisplatform.classify.Classifier;
import analysisplatform.classify.Suggestion;
import analysisplatform.tools.DatabaseSchema.Column;
import analysisplatform.tools.DatabaseSchema.Table;
import java.util.List;

/** Writes policies that withhold everything and say what a person might decide instead. */
final class PolicyDraft {

    private static final String ACTION = "action: ";

    private PolicyDraft() {}

    /** A whole masking file. */
    static String file(String source, DatabaseSchema schema) {
        Exportable exportable = Exportable.of(schema);
        StringBuilder text = new StringBuilder();
        text.append(
                """
                # yaml-language-server: $schema=../../../stacks/src/main/resources/schema/masking.schema.json
                # A draft from %s: nothing is published.
                # Behind each column stand its type, what it looks like and the action that may fit; nobody but you
                # knows what it holds. A table must publish something, so its first column is published as NULL:
                # analysts can count the rows, and no more. Remove the tables that nobody analyses, here and in
                # platform.yaml.
                source: %s
                tables:
                """
                        .formatted(Yaml.comment(schema.origin()), Yaml.text(source)));
        for (Table table : exportable.tables()) {
            text.append("  ").append(Yaml.text(table.configured())).append(":\n    columns:\n");
            boolean isFirst = true;
            for (Column column : table.columns()) {
                text.append("      ").append(column(table, column, isFirst)).append('\n');
                isFirst = false;
            }
        }
        exportable
                .others()
                .forEach(
                        (table, why) ->
                                text.append("# Left out: ")
                                        .append(Yaml.comment(table + ": " + why))
                                        .append(".\n"));
        return text.toString();
    }

    /** The {@code tables} of the source in {@code platform.yaml}. */
    static String tableList(DatabaseSchema schema) {
        StringBuilder text = new StringBuilder("    tables:\n");
        Exportable.of(schema)
                .tables()
                .forEach(
                        table ->
                                text.append("      - ")
                                        .append(Yaml.text(table.configured()))
                                        .append('\n'));
        return text.toString();
    }

    /** What to add to a masking file for columns of tables that it has already. */
    static String patch(Table table, List<Column> columns) {
        StringBuilder text = new StringBuilder();
        text.append("  ").append(Yaml.text(table.configured())).append(":\n    columns:\n");
        columns.forEach(
                column -> text.append("      ").append(column(table, column, false)).append('\n'));
        return text.toString();
    }

    private static String column(Table table, Column column, boolean isShownAsNull) {
        Suggestion suggestion = Classifier.suggest(column.name(), column.type());
        String stored =
                ExportedType.isTextAsBytes(table.engine(), column.type()) ? ", stored: bytes" : "";
        String action = isShownAsNull ? "action: \"null\", type: varchar" : "action: drop";
        return "%s: {class: %s, %s%s}  # %s; %s; suggested: %s"
                .formatted(
                        Yaml.text(column.name()),
                        suggestion.className(),
                        action,
                        stored,
                        Yaml.comment(column.type()),
                        suggestion.why(),
                        suggestion.action().substring(ACTION.length()));
    }
}
