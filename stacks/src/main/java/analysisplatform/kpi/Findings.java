package analysisplatform.kpi;

import io.trino.sql.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with one query; each sentence once, in the order in which a reader meets it. */
final class Findings {

    private final Set<String> sentences = new LinkedHashSet<>();

    /**
     * @param sentence what comes after the key, for example {@code reads table "x", ...}
     */
    void add(Node node, String sentence) {
        String line =
                node.getLocation()
                        .map(location -> "in line " + location.getLineNumber() + " ")
                        .orElse("");
        add(line + sentence);
    }

    void add(String sentence) {
        sentences.add(sentence);
    }

    List<String> sentences() {
        return new ArrayList<>(sentences);
    }
}
