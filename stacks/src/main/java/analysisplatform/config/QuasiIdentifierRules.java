package analysisplatform.config;

import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import java.util.HashSet;
import java.util.Set;

/** Whether the columns of each quasi-identifier are published. */
final class QuasiIdentifierRules {

    private QuasiIdentifierRules() {}

    static void check(Document policy) {
        PolicyColumns columns = new PolicyColumns(policy);
        for (KeyPath path : policy.entries(KeyPath.of("quasiIdentifiers"))) {
            Set<String> seen = new HashSet<>();
            for (KeyPath column : policy.entries(path.then("columns"))) {
                policy.text(column)
                        .filter(name -> !seen.add(name))
                        .ifPresent(
                                name ->
                                        policy.problem(
                                                column,
                                                "is \"%s\", which is listed twice."
                                                        .formatted(name)));
                columns.published(path.then("table"), column);
            }
        }
    }
}
