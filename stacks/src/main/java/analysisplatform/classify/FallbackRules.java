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

    static final List<Rule> ALL =
            Arrays.stream(TypeFamily.values()).map(FallbackRules::fallback).toList();

    private FallbackRules() {}

    private static Rule fallback(TypeFamily family) {
        return switch (family) {
            case BOOLEAN -> rule("a yes or no about somebody or something", family, ATTRIBUTE);
            case NUMBER -> rule("a number about somebody or something", family, ATTRIBUTE);
            case TIME -> rule("a time, which points at who did something then", family, QUASI);
            case BYTES -> rule("bytes that may hold anything", family, FREE_TEXT);
            case JSON -> rule("a document that may hold anything", family, FREE_TEXT);
            case UUID -> rule("a key that may be that of a person", family, IDENTIFIER);
            case TEXT -> rule("text that may hold anything", family, FREE_TEXT);
        };
    }

    private static Rule rule(String name, TypeFamily family, DataClass dataClass) {
        return new Rule(name, "", Set.of(family), dataClass, DROP);
    }
}
