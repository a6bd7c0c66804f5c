package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.classify.Rule;
import analysisplatform.classify.Suggestion;
import analysisplatform.classify.TypeFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The classifier's rules as Trino expressions, for names that are known only at night. */
final class ClassifierSql {

    private ClassifierSql() {}

    /**
     * The name of the {@link TypeFamily}.
     *
     * @param type expression of a type's name in lower case
     */
    static String family(String type) {
        List<String> cases = new ArrayList<>();
        for (TypeFamily family : TypeFamily.values()) {
            String found =
                    family.pattern().isEmpty()
                            ? "true"
                            : "regexp_like(%s, %s)".formatted(type, Sql.text(family.pattern()));
            cases.add("WHEN %s THEN %s".formatted(found, Sql.text(family.name())));
        }
        return "CASE " + String.join(" ", cases) + " END";
    }

    /**
     * What a column's entry of the policy should be, with the reason as a comment; on one line.
     *
     * @param rules the first that holds decides; one must hold for every name and family
     * @param name expression of a column's name in lower case
     * @param family expression of {@link #family}
     */
    static String suggestion(List<Rule> rules, String name, String family) {
        List<String> cases = new ArrayList<>();
        for (Rule rule : rules) {
            Suggestion suggestion = new Suggestion(rule.dataClass(), rule.action(), rule.why());
            if (rule.families().contains(TypeFamily.BYTES) && !suggestion.isWithheld()) {
                cases.add(rule(rule, Set.of(TypeFamily.BYTES), name, family, stored(suggestion)));
            }
            cases.add(rule(rule, rule.families(), name, family, suggestion.suggested()));
        }
        return "CASE\n    " + String.join("\n    ", cases) + "\n  END";
    }

    private static String rule(
            Rule rule,
            Collection<TypeFamily> families,
            String name,
            String family,
            String suggested) {
        List<String> conditions = new ArrayList<>();
        if (families.size() < TypeFamily.values().length) {
            conditions.add(
                    "%s IN (%s)"
                            .formatted(
                                    family,
                                    families.stream()
                                            .map(one -> Sql.text(one.name()))
                                            .collect(joining(", "))));
        }
        if (!rule.pattern().isEmpty()) {
            conditions.add("regexp_like(%s, %s)".formatted(name, Sql.text(rule.pattern())));
        }
        return "WHEN %s THEN %s"
                .formatted(
                        String.join(" AND ", conditions), Sql.text(suggested + " # " + rule.why()));
    }

    /** RDS exports MySQL's CHAR as bytes that hold text. */
    private static String stored(Suggestion suggestion) {
        String entry = suggestion.suggested();
        return entry.substring(0, entry.length() - 1) + ", stored: bytes}";
    }
}
