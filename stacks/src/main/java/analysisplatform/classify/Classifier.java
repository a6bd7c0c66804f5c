package analysisplatform.classify;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Guesses from a column's name and type what it holds. Names are English, Japanese or romanised
 * Japanese. A guess never opens anything by itself: where no rule is sure, it says drop.
 */
public final class Classifier {

    private static final List<Rule> RULES =
            Stream.of(
                            ThingRules.ABOUT_PERSONAL_DATA,
                            SecretRules.ALL,
                            ThingRules.NAMES_OF_THINGS,
                            ContactRules.ALL,
                            PersonRules.ALL,
                            ThingRules.ALL,
                            FallbackRules.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Classifier() {}

    /**
     * In order: the first that holds decides. The last ones hold for every name, and together for
     * every type.
     */
    public static List<Rule> rules() {
        return RULES;
    }

    /**
     * @param column its name; case does not matter
     * @param type as MySQL, PostgreSQL, Glue or Athena writes it
     */
    public static Suggestion suggest(String column, String type) {
        String name = column.toLowerCase(Locale.ROOT);
        TypeFamily family = TypeFamily.of(type);
        return RULES.stream()
                .filter(rule -> rule.holds(name, family))
                .findFirst()
                .orElseThrow()
                .suggestion();
    }
}
