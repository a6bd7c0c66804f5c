package analysisplatform.policy;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Whether a request meets the conditions of a statement, as the IAM user guide describes it. Every
 * operator is looked at before anything is decided, so that one that is not known here is an error
 * and never a silent answer.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">operators</a>
 */
final class Conditions {

    private static final String FOR_ALL = "ForAllValues:";
    private static final String FOR_ANY = "ForAnyValue:";
    private static final String IF_EXISTS = "IfExists";
    private static final String NULL = "Null";
    private static final String NUMERIC = "Numeric";
    private static final String DATE = "Date";

    private Conditions() {}

    static boolean hold(JsonNode conditions, Request request) {
        boolean all = true;
        for (Map.Entry<String, JsonNode> operator : conditions.properties()) {
            check(operator.getKey());
            for (Map.Entry<String, JsonNode> condition : operator.getValue().properties()) {
                List<String> wanted =
                        TestJson.texts(condition.getValue()).stream()
                                .map(value -> Patterns.resolve(value, request))
                                .toList();
                List<String> actual = request.values(condition.getKey());
                all &= holds(operator.getKey(), wanted, actual);
            }
        }
        return all;
    }

    /** Fails when the operator, with or without its set and its IfExists, is not known. */
    static void check(String operator) {
        if (!operator.equals(NULL)) {
            test(plain(operator));
        }
    }

    private static boolean holds(String operator, List<String> wanted, List<String> actual) {
        if (operator.equals(NULL)) {
            return wanted.contains(Boolean.toString(actual.isEmpty()));
        }
        if (actual.isEmpty() && operator.endsWith(IF_EXISTS)) {
            return true;
        }
        Predicate<String> one = oneOf(plain(operator), wanted);
        if (operator.startsWith(FOR_ALL)) {
            return actual.stream().allMatch(one);
        }
        if (operator.startsWith(FOR_ANY)) {
            return actual.stream().anyMatch(one);
        }
        if (actual.size() > 1) {
            throw new IllegalArgumentException(
                    operator
                            + " meets "
                            + actual
                            + ": several values need ForAllValues or"
                            + " ForAnyValue.");
        }
        return actual.isEmpty() ? isNegated(plain(operator)) : one.test(actual.get(0));
    }

    /** A negated operator refuses all of its values, any other takes any of them. */
    private static Predicate<String> oneOf(String operator, List<String> wanted) {
        BiPredicate<String, String> test = test(operator);
        Predicate<String> any = value -> wanted.stream().anyMatch(it -> test.test(it, value));
        return isNegated(operator) ? any.negate() : any;
    }

    private static boolean isNegated(String operator) {
        return operator.contains("Not");
    }

    private static String plain(String operator) {
        String set = operator.replaceFirst("^(" + FOR_ALL + "|" + FOR_ANY + ")", "");
        return set.endsWith(IF_EXISTS) ? set.substring(0, set.length() - IF_EXISTS.length()) : set;
    }

    private static BiPredicate<String, String> test(String operator) {
        if (operator.startsWith(NUMERIC)) {
            return ordered(operator.substring(NUMERIC.length()), BigDecimal::new);
        }
        if (operator.startsWith(DATE)) {
            return ordered(operator.substring(DATE.length()), Conditions::moment);
        }
        return switch (operator) {
            case "StringEquals", "StringNotEquals" -> String::equals;
            case "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "Bool" ->
                    String::equalsIgnoreCase;
            case "StringLike", "StringNotLike" -> Patterns::like;
            case "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike" -> Patterns::arnLike;
            case "IpAddress", "NotIpAddress" -> Patterns::contains;
            default -> throw new IllegalArgumentException("Teach the test operator " + operator);
        };
    }

    /** The value of the request stands left of the sign, that of the statement right. */
    private static <T extends Comparable<T>> BiPredicate<String, String> ordered(
            String comparison, Function<String, T> parsed) {
        IntPredicate sign =
                switch (comparison) {
                    case "Equals", "NotEquals" -> it -> it == 0;
                    case "LessThan" -> it -> it < 0;
                    case "LessThanEquals" -> it -> it <= 0;
                    case "GreaterThan" -> it -> it > 0;
                    case "GreaterThanEquals" -> it -> it >= 0;
                    default ->
                            throw new IllegalArgumentException(
                                    "Teach the test operator ..." + comparison);
                };
        return (wanted, actual) -> sign.test(parsed.apply(actual).compareTo(parsed.apply(wanted)));
    }

    /** ISO 8601 with a time, or seconds since 1970. */
    private static Instant moment(String value) {
        return value.matches("\\d+")
                ? Instant.ofEpochSecond(Long.parseLong(value))
                : Instant.parse(value);
    }
}
