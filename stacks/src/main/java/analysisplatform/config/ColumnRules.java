package analysisplatform.config;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a masking file's columns can be exported, told apart and masked strongly enough. */
final class ColumnRules {

    static final KeyPath TABLES = KeyPath.of("tables");

    /** RDS leaves such columns out of an export (guide "Exporting DB snapshot data"). */
    private static final Pattern SKIPPED_BY_RDS = Pattern.compile("[,;{}()= \\n\\t]");

    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),(\\d+)\\)");

    private static final List<String> ALL_ACTIONS =
            List.of(
                    "keep",
                    "drop",
                    "null",
                    "pseudonym",
                    "email",
                    "prefix",
                    "year",
                    "month",
                    "age_band",
                    "shift",
                    "bucket",
                    "ip_network",
                    "length",
                    "json");

    private final Document policy;

    private ColumnRules(Document policy) {
        this.policy = policy;
    }

    static void check(Document policy) {
        ColumnRules rules = new ColumnRules(policy);
        for (String table : policy.keys(TABLES)) {
            rules.table(columnsOf(table));
        }
    }

    private void table(KeyPath columns) {
        Map<String, String> known = new HashMap<>();
        for (String name : policy.keys(columns)) {
            KeyPath path = columns.then(name);
            name(path, name);
            unique(path, name, known);
            column(path).ifPresent(column -> strength(path, column));
            scale(path.then("type"));
        }
        ActionRules.check(policy, columns);
        PublishedNameRules.check(policy, columns);
        nothingLeft(columns);
    }

    private Optional<ColumnPolicy> column(KeyPath path) {
        return policy.sound(path).map(PolicyReader::column);
    }

    private void name(KeyPath path, String name) {
        if (name.isEmpty() || SKIPPED_BY_RDS.matcher(name).find()) {
            policy.problem(
                    path,
                    "has a name that RDS never exports: it must not be empty or contain , ; { } ( ) = space, tab or line break.");
        }
    }

    private void unique(KeyPath path, String name, Map<String, String> known) {
        String twin = known.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        if (twin != null) {
            policy.problem(
                    path,
                    "is there as \"%s\" too; the data catalog does not tell upper from lower case."
                            .formatted(twin));
        }
    }

    private void strength(KeyPath path, ColumnPolicy column) {
        List<String> allowed = allowedActions(column.dataClass());
        String action = column.action().keyword();
        if (!allowed.contains(action)) {
            policy.problem(
                    path.then("action"),
                    "is \"%s\", but class %s allows only %s."
                            .formatted(
                                    action,
                                    column.dataClass().name().toLowerCase(Locale.ROOT),
                                    allowed.stream()
                                            .map(ColumnRules::written)
                                            .collect(joining(", "))));
        }
    }

    /** Codes and financial data must leave no trace by law; an identifier never stays readable. */
    private static List<String> allowedActions(DataClass dataClass) {
        return switch (dataClass) {
            case CODE, FINANCIAL -> List.of("drop", "null");
            case IDENTIFIER ->
                    List.of("drop", "null", "pseudonym", "email", "ip_network", "length");
            case FREE_TEXT -> List.of("drop", "null", "pseudonym", "length", "json", "keep");
            case QUASI, ATTRIBUTE, NONE -> ALL_ACTIONS;
        };
    }

    /** As in the file, where null needs its quotes. */
    static String written(String action) {
        return action.equals("null") ? "\"null\"" : action;
    }

    static KeyPath columnsOf(String table) {
        return TABLES.then(table).then("columns");
    }

    private void scale(KeyPath path) {
        policy.text(path)
                .map(DECIMAL::matcher)
                .filter(Matcher::matches)
                .filter(type -> Integer.parseInt(type.group(2)) > Integer.parseInt(type.group(1)))
                .ifPresent(
                        type ->
                                policy.problem(
                                        path,
                                        "is \"%s\", but a decimal has no more digits after the point than in all."
                                                .formatted(type.group())));
    }

    private void nothingLeft(KeyPath columns) {
        List<String> names = policy.keys(columns);
        boolean allDropped =
                names.stream()
                        .map(name -> column(columns.then(name)))
                        .allMatch(
                                column ->
                                        column.map(ColumnPolicy::action)
                                                .filter(Action.Drop.class::isInstance)
                                                .isPresent());
        if (!names.isEmpty() && allDropped) {
            policy.problem(
                    columns,
                    "drops every column, so there is nothing to publish; remove the table here and in platform.yaml.");
        }
    }
}
