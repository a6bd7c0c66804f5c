package analysisplatform.tools;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.tools.DatabaseSchema.Table;
import java.util.List;

/** Tells the findings of a check, and what to do about each. */
final class CheckReport {

    private final Environment environment;
    private final Source source;
    private final DatabaseSchema schema;
    private final SchemaCheck check;

    CheckReport(Environment environment, Source source, DatabaseSchema schema, SchemaCheck check) {
        this.environment = environment;
        this.source = source;
        this.schema = schema;
        this.check = check;
    }

    /**
     * @param withTables whether tables that the policy does not name are a finding
     */
    String text(boolean withTables) {
        StringBuilder text = new StringBuilder();
        if (!check.halts().isEmpty()) {
            text.append(
                    "The night would halt and yesterday's data would stay. Change the policy together with the schema:\n");
            check.halts().forEach(halt -> text.append("  ").append(halt).append('\n'));
            text.append('\n');
        }
        if (!check.unclassified().isEmpty()) {
            unclassified(text);
        }
        if (!check.tables().isEmpty()) {
            tables(text, withTables);
        }
        boolean isFine = check.halts().isEmpty() && check.unclassified().isEmpty();
        text.append(
                "Source %s of environment %s: %s %s (%d tables).\n"
                        .formatted(
                                source.name(),
                                environment.name(),
                                isFine
                                        ? "the policy names every column of its tables in"
                                        : "the policy does not fit",
                                schema.origin(),
                                schema.tables().size()));
        return text.toString();
    }

    private void unclassified(StringBuilder text) {
        int columns = check.unclassified().values().stream().mapToInt(List::size).sum();
        text.append(
                "%d %s nobody classified; %s. Decide, and add to environments/%s/masking/%s.yaml:\n\n"
                        .formatted(
                                columns,
                                columns == 1 ? "column that" : "columns that",
                                check.haltsOnUnclassified()
                                        ? "the policy says that the night halts"
                                        : "until somebody does, no analyst will see anything of "
                                                + (columns == 1 ? "it" : "them"),
                                environment.name(),
                                source.name()));
        text.append("tables:\n");
        check.unclassified()
                .forEach(
                        (table, names) -> text.append(PolicyDraft.patch(configured(table), names)));
        text.append('\n');
    }

    /** The policy may write the table's name in other case. */
    private Table configured(Table table) {
        return source.tables().stream()
                .filter(name -> name.equalsIgnoreCase(table.configured()))
                .findFirst()
                .map(name -> name.substring(name.indexOf('.') + 1))
                .map(
                        name ->
                                new Table(
                                        table.engine(),
                                        table.schema(),
                                        name,
                                        table.unexported(),
                                        table.columns()))
                .orElse(table);
    }

    private void tables(StringBuilder text, boolean withTables) {
        text.append(
                "Tables outside the policy, which are never exported: %s.\n"
                        .formatted(
                                String.join(
                                        ", ",
                                        check.tables().stream().map(Table::configured).toList())));
        if (withTables) {
            text.append(
                    "To analyse them, list them in platform.yaml and classify their columns:\n\n");
            for (Table table : check.tables()) {
                text.append(PolicyDraft.patch(table, table.columns()));
            }
        }
        text.append('\n');
    }
}
