package analysisplatform.config;

import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import analysisplatform.config.document.Suggestion;
import java.util.List;
import java.util.Optional;

/** Finds the columns of a masking file that another part of it names. */
final class PolicyColumns {

    private final Document policy;

    PolicyColumns(Document policy) {
        this.policy = policy;
    }

    /** The column; empty, and a problem of the key that names it, when it is not published. */
    Optional<ColumnPolicy> published(KeyPath tableKey, KeyPath columnKey) {
        Optional<String> table = policy.text(tableKey);
        Optional<String> column = policy.text(columnKey);
        if (table.isEmpty() || !exists(tableKey, ColumnRules.TABLES, table.get())) {
            return Optional.empty();
        }
        KeyPath columns = ColumnRules.columnsOf(table.get());
        if (column.isEmpty() || !exists(columnKey, columns, column.get())) {
            return Optional.empty();
        }
        Optional<ColumnPolicy> found =
                policy.sound(columns.then(column.get())).map(PolicyReader::column);
        if (found.filter(PolicyColumns::isUnpublished).isPresent()) {
            policy.problem(
                    columnKey,
                    "is \"%s\", but table \"%s\" does not publish that column; its action is drop."
                            .formatted(column.get(), table.get()));
            return Optional.empty();
        }
        return found;
    }

    /** Whether a map has a name; if not, that is a problem of the key that gives it. */
    boolean exists(KeyPath key, KeyPath map, String name) {
        List<String> known = policy.keys(map);
        boolean exists = known.contains(name);
        if (!exists && !known.isEmpty()) {
            policy.problem(
                    key,
                    "is \"%s\", which %s does not have; %s"
                            .formatted(name, map, advice(name, known)));
        }
        return exists;
    }

    private static String advice(String name, List<String> known) {
        return Suggestion.of(name, known)
                .map(meant -> "did you mean " + meant + "?")
                .orElseGet(() -> "it has " + String.join(", ", known) + ".");
    }

    private static boolean isUnpublished(ColumnPolicy column) {
        return column.action().published().isEmpty();
    }
}
