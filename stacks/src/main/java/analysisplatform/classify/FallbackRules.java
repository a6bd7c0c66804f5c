package analysisplatform.classify;

import static analysisplatform.classify.Rule.DROP;
import static analysisplatform.config.MaskingPolicy.DataClass.ATTRIBUTE;
import static analysisplatform.config.MaskingPolicy.DataClass.FREE_TEXT;
import static analysisplatform.config.MaskingPolicy.DataClass.IDENTIFIER;
import static analysisplatform.config.MaskingPolicy.DataClass.QUASI;

import analysisplatform.config.MaskingPolicy.DataClass;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Only the type is known: nothing is published. */
final class FallbackRules {

    private static final String UNKNOWN = "nothing that is known by its name";

    static final List<Rule> ALL =
            Arrays.stream(TypeFamily.values()).map(FallbackRules::fallback).toList();

    private FallbackRules() {}

    private static Rule fallback(TypeFamily family) {
        return switch (family) {
            case BOOLEAN -> rule(family, ATTRIBUTE);
            case NUMBER -> rule(family, ATTRIBUTE);
            case TIME -> rule(family, QUASI);
            case BYTES -> rule(family, FREE_TEXT);
            case JSON -> rule(family, FREE_TEXT);
            case UUID -> rule(family, IDENTIFIER);
            case TEXT -> rule(family, FREE_TEXT);
        };
    }

    private static Rule rule(TypeFamily family, DataClass dataClass) {
        return new Rule(UNKNOWN, "", Set.of(family), dataClass, DROP);
    }
}
