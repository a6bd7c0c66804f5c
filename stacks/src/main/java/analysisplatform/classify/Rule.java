package analysisplatform.classify;

import analysisplatform.config.MaskingPolicy.DataClass;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column probably holds when its name and type look so.
 *
 * @param name of what it holds, as it stands in "looks like ..."
 * @param pattern found in the lower-case column name, anywhere unless anchored; empty is found in
 *     every name. It means the same in {@link Pattern} and in Athena's {@code regexp_like}: only
 *     alternatives, groups, classes of listed characters, {@code ^ $ . ? * +}; no backslash and no
 *     {@code (?...)}
 * @param families of the types for which the rule holds
 * @param action what to do with such a column, as it stands in a policy's column: {@code action:
 *     email}
 */
public record Rule(
        String name, String pattern, Set<TypeFamily> families, DataClass dataClass, String action) {

    /** Withheld. */
    public static final String DROP = "action: drop";

    public Rule {
        Pattern.compile(pattern);
        families = Collections.unmodifiableSet(EnumSet.copyOf(families));
    }

    /** One phrase for the person who decides. */
    public String why() {
        return "looks like " + name;
    }

    boolean holds(String lowerName, TypeFamily family) {
        return families.contains(family) && Pattern.compile(pattern).matcher(lowerName).find();
    }

    Suggestion suggestion() {
        return new Suggestion(dataClass, action, why());
    }
}
