package analysisplatform.masking;

import java.util.List;
import java.util.function.Function;

/**
 * How one published column is made.
 *
 * @param steps expressions over the raw row, each computed once for a row
 * @param value the published value, made of the names under which the steps are known
 */
record Mask(List<String> steps, Function<List<String>, String> value) {

    Mask {
        steps = List.copyOf(steps);
    }

    /** A value that looks at no row. */
    static Mask constant(String value) {
        return new Mask(List.of(), names -> value);
    }

    /** A value that is its only step. */
    static Mask of(String step) {
        return of(step, name -> name);
    }

    /** A value that is made of one step. */
    static Mask of(String step, Function<String, String> value) {
        return new Mask(List.of(step), names -> value.apply(names.get(0)));
    }
}
