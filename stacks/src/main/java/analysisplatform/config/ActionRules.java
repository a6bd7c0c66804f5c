package analysisplatform.config;

import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Whether the details of each column's action make sense. */
final class ActionRules {

    private static final Pattern PATH_NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final Document policy;
    private final KeyPath columns;

    private ActionRules(Document policy, KeyPath columns) {
        this.policy = policy;
        this.columns = columns;
    }

    /**
     * @param columns of one table
     */
    static void check(Document policy, KeyPath columns) {
        ActionRules rules = new ActionRules(policy, columns);
        for (String column : policy.keys(columns)) {
            KeyPath path = columns.then(column);
            policy.sound(path)
                    .map(ActionReader::action)
                    .ifPresent(
                            action -> {
                                rules.exceptions(path, action);
                                rules.details(path, column, action);
                            });
        }
    }

    private void details(KeyPath path, String column, Action action) {
        if (action instanceof Action.Bucket bucket) {
            edges(path.then("edges"), bucket.edges());
        } else if (action instanceof Action.Shift shift) {
            person(path.then("person"), column, shift.person());
        } else if (action instanceof Action.Json json) {
            json.paths().keySet().forEach(name -> pathName(path.then("paths").then(name), name));
        }
    }

    private void exceptions(KeyPath path, Action action) {
        boolean isText = action.published().stream().anyMatch(Action.Published::isText);
        if (!isText && !policy.keys(path.then("mayContain")).isEmpty()) {
            policy.problem(
                    path.then("mayContain"),
                    "is allowed only for a column that is published as text, which action %s does not."
                            .formatted(ColumnRules.written(action.keyword())));
        }
    }

    private void edges(KeyPath path, List<BigDecimal> edges) {
        for (int index = 1; index < edges.size(); index++) {
            if (edges.get(index).compareTo(edges.get(index - 1)) <= 0) {
                policy.problem(
                        path.then(index),
                        "is %s, but must be more than the edge before, which is %s."
                                .formatted(plain(edges.get(index)), plain(edges.get(index - 1))));
            }
        }
    }

    private void person(KeyPath path, String column, String person) {
        if (person.equals(column)) {
            policy.problem(path, "is \"%s\", the column itself.".formatted(person));
        } else {
            new PolicyColumns(policy).exists(path, columns, person);
        }
    }

    private void pathName(KeyPath path, String name) {
        if (!PATH_NAME.matcher(name).matches()) {
            policy.problem(
                    path,
                    "has a name that must be at most 64 lower-case letters, digits and _, beginning with a letter.");
        }
    }

    private static String plain(BigDecimal edge) {
        return edge.stripTrailingZeros().toPlainString();
    }
}
