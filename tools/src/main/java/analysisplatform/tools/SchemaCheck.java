package analysisplatform.tools;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.Stored;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.MaskingPolicy.Unclassified;
import analysisplatform.config.document.Suggestion;
import analysisplatform.tools.DatabaseSchema.Column;
import analysisplatform.tools.DatabaseSchema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy and a schema make of each other.
 *
 * @param halts one sentence for everything that would halt the night
 * @param unclassified columns of the policy's tables that it does not name
 * @param tables of the schema that the policy does not name, which are never exported
 * @param haltsOnUnclassified whether the policy wants the night to halt for those columns too
 */
record SchemaCheck(
        List<String> halts,
        Map<Table, List<Column>> unclassified,
        List<Table> tables,
        boolean haltsOnUnclassified) {

    static SchemaCheck of(MaskingPolicy policy, DatabaseSchema schema) {
        List<String> halts = new ArrayList<>();
        Map<Table, List<Column>> unclassified = new LinkedHashMap<>();
        Map<String, Table> known = new LinkedHashMap<>();
        schema.tables().forEach(table -> known.put(key(table.configured()), table));
        policy.tables()
                .forEach(
                        (name, table) -> {
                            Table found = known.remove(key(name));
                            if (found == null) {
                                halts.add(
                                        "Table %s is in the policy but not in the schema: it was dropped or renamed."
                                                .formatted(name));
                            } else {
                                halts.addAll(halts(name, table, found));
                                List<Column> strangers = strangers(table, found);
                                if (!strangers.isEmpty()) {
                                    unclassified.put(found, strangers);
                                }
                            }
                        });
        return new SchemaCheck(
                List.copyOf(halts),
                unclassified,
                List.copyOf(known.values()),
                policy.onUnclassified() == Unclassified.HALT);
    }

    int exit() {
        if (!halts.isEmpty() || haltsOnUnclassified && !unclassified.isEmpty()) {
            return Exit.HALTING_DRIFT;
        }
        return unclassified.isEmpty() ? Exit.OK : Exit.UNCLASSIFIED;
    }

    private static List<String> halts(String name, TablePolicy policy, Table table) {
        List<String> halts = new ArrayList<>();
        if (!table.columns().isEmpty()) {
            Exportable.obstacle(table)
                    .ifPresent(why -> halts.add("Table %s: %s.".formatted(name, why)));
        }
        List<String> strangers = strangers(policy, table).stream().map(Column::name).toList();
        policy.columns()
                .forEach(
                        (column, rule) ->
                                problem(column, rule, table, strangers)
                                        .ifPresent(
                                                problem ->
                                                        halts.add(
                                                                "Column %s of table %s %s"
                                                                        .formatted(
                                                                                column, name,
                                                                                problem))));
        return halts;
    }

    /**
     * @param strangers columns that one which is missing may have been renamed to
     */
    private static Optional<String> problem(
            String name, ColumnPolicy rule, Table table, List<String> strangers) {
        Optional<Column> column =
                table.columns().stream()
                        .filter(known -> known.catalogued().equals(key(name)))
                        .findFirst();
        if (column.isEmpty()) {
            // nobody knows the columns of a table without rows
            return table.columns().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "is in the policy but not in the schema: it was dropped or renamed%s"
                                    .formatted(
                                            Suggestion.of(name, strangers)
                                                    .map(" (to %s?)."::formatted)
                                                    .orElse(".")));
        }
        return unusable(rule, table, column.get());
    }

    private static Optional<String> unusable(ColumnPolicy rule, Table table, Column column) {
        if (column.raw().isEmpty() || rule.accepts(column.raw().get())) {
            return Optional.empty();
        }
        String exported = column.raw().get().name().toLowerCase(Locale.ROOT);
        String advice =
                switch (rule.stored()) {
                    case PLAIN ->
                            ExportedType.isTextAsBytes(table.engine(), column.type())
                                    ? "; add \"stored: bytes\""
                                    : "";
                    case BYTES -> "; remove \"stored: bytes\"";
                };
        boolean isAdviceRight =
                rule.stored() == Stored.PLAIN
                        || new ColumnPolicy(rule.dataClass(), rule.action())
                                .accepts(column.raw().get());
        return Optional.of(
                "is %s, which is exported as %s; the policy's action %s cannot take that%s."
                        .formatted(
                                column.type(),
                                exported,
                                rule.action().keyword(),
                                isAdviceRight ? advice : ""));
    }

    private static List<Column> strangers(TablePolicy policy, Table table) {
        List<String> classified = policy.columns().keySet().stream().map(SchemaCheck::key).toList();
        return table.columns().stream()
                .filter(column -> !classified.contains(column.catalogued()))
                .toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
