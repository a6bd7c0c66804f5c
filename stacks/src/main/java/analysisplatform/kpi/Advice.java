package analysisplatform.kpi;

import analysisplatform.config.document.Suggestion;
import java.util.Collection;

/** The end of a sentence about a name that nobody knows. */
final class Advice {

    private Advice() {}

    static String of(String name, Collection<String> known) {
        return Suggestion.of(name, known)
                .map(meant -> "did you mean " + meant + "?")
                .orElseGet(() -> "there are " + String.join(", ", known) + ".");
    }
}
