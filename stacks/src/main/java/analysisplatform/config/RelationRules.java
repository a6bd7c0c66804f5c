package analysisplatform.config;

import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import java.util.Optional;

/** Whether the two sides of each relation are published so that they can be joined. */
final class RelationRules {

    private RelationRules() {}

    static void check(Document policy) {
        PolicyColumns columns = new PolicyColumns(policy);
        for (KeyPath path : policy.entries(KeyPath.of("relations"))) {
            Optional<ColumnPolicy> from =
                    columns.published(path.then("table"), path.then("column"));
            Optional<ColumnPolicy> to =
                    columns.published(path.then("toTable"), path.then("toColumn"));
            if (from.isPresent()
                    && to.isPresent()
                    && !areComparable(from.get().action(), to.get().action())) {
                policy.problem(
                        path,
                        "compares a column with %s with a column with %s; both must be pseudonyms of one namespace, or both kept with types that compare."
                                .formatted(words(from.get().action()), words(to.get().action())));
            }
        }
    }

    private static boolean areComparable(Action from, Action to) {
        if (from instanceof Action.Pseudonym left && to instanceof Action.Pseudonym right) {
            return left.namespace().equals(right.namespace());
        }
        return from instanceof Action.Keep left
                && to instanceof Action.Keep right
                && ColumnTypes.areComparable(left.type(), right.type());
    }

    private static String words(Action action) {
        if (action instanceof Action.Pseudonym pseudonym) {
            return "action pseudonym of namespace " + pseudonym.namespace();
        }
        return action instanceof Action.Keep keep
                ? "action keep of type " + keep.type()
                : "action " + ColumnRules.written(action.keyword());
    }
}
