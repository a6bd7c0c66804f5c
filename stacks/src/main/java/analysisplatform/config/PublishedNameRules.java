package analysisplatform.config;

import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Whether all columns that a table publishes have names of their own. */
final class PublishedNameRules {

    private final Document policy;
    private final Map<String, String> publishers = new HashMap<>();

    private PublishedNameRules(Document policy) {
        this.policy = policy;
    }

    /**
     * @param columns of one table
     */
    static void check(Document policy, KeyPath columns) {
        PublishedNameRules rules = new PublishedNameRules(policy);
        for (String column : policy.keys(columns)) {
            policy.sound(columns.then(column))
                    .map(ActionReader::action)
                    .ifPresent(action -> rules.names(columns, column, action));
        }
    }

    private void names(KeyPath columns, String column, Action action) {
        for (Action.Published published : action.published()) {
            String name = (column + published.suffix()).toLowerCase(Locale.ROOT);
            String other = publishers.putIfAbsent(name, column);
            // two columns whose names differ in case only are told apart elsewhere
            if (other != null && !other.equalsIgnoreCase(column)) {
                policy.problem(
                        columns.then(column),
                        "is published as \"%s\", which column \"%s\" is published as too; give the path of the JSON text another name."
                                .formatted(name, other));
            }
        }
    }
}
