package analysisplatform.policy;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Whether one statement speaks of a request, as the IAM user guide describes it. */
final class StatementMatch {

    private static final String FOR_ALL = "ForAllValues:";
    private static final String IF_EXISTS = "IfExists";

    private StatementMatch() {}

    static boolean matches(JsonNode statement, Request request) {
        return matchesPrincipal(statement.at("/Principal"), request)
                && matchesAny(statement.at("/Action"), request.action())
                && (statement.at("/Resource").isMissingNode()
                        || matchesAny(statement.at("/Resource"), request.resource()))
                && matchesConditions(statement.at("/Condition"), request);
    }

    private static boolean matchesPrincipal(JsonNode principal, Request request) {
        if (principal.isMissingNode() || principal.asText().equals("*")) {
            return true;
        }
        String root = "arn:aws:iam::" + request.account() + ":root";
        return TestJson.texts(principal.at("/AWS")).contains(root)
                || TestJson.texts(principal.at("/Service")).contains(request.principal());
    }

    private static boolean matchesAny(JsonNode patterns, String value) {
        return TestJson.texts(patterns).stream().anyMatch(pattern -> like(pattern, value));
    }

    private static boolean matchesConditions(JsonNode conditions, Request request) {
        return conditions.properties().stream()
                .allMatch(
                        operator ->
                                operator.getValue().properties().stream()
                                        .allMatch(key -> holds(operator.getKey(), key, request)));
    }

    private static boolean holds(
            String operator, Map.Entry<String, JsonNode> condition, Request request) {
        List<String> actual = request.values(condition.getKey());
        List<String> wanted = TestJson.texts(condition.getValue());
        if (operator.equals("Null")) {
            return wanted.contains(Boolean.toString(actual.isEmpty()));
        }
        if (operator.startsWith(FOR_ALL)) {
            BiPredicate<String, String> test = test(operator.substring(FOR_ALL.length()));
            return actual.stream()
                    .allMatch(value -> wanted.stream().anyMatch(it -> test.test(it, value)));
        }
        if (operator.endsWith(IF_EXISTS) && actual.isEmpty()) {
            return true;
        }
        String plain = operator.replace(IF_EXISTS, "");
        boolean negated = plain.contains("Not");
        BiPredicate<String, String> test = test(plain.replace("Not", ""));
        boolean found =
                actual.stream()
                        .anyMatch(value -> wanted.stream().anyMatch(it -> test.test(it, value)));
        return negated != found;
    }

    private static BiPredicate<String, String> test(String operator) {
        return switch (operator) {
            case "StringEquals", "Bool" -> String::equals;
            case "StringLike" -> StatementMatch::like;
            case "ArnLike" -> StatementMatch::arnLike;
            default -> throw new IllegalArgumentException("Teach the test operator " + operator);
        };
    }

    /**
     * Each of the six parts for itself, so that a {@code *} never crosses a colon before the last.
     */
    private static boolean arnLike(String pattern, String value) {
        String[] patterns = pattern.split(":", 6);
        String[] values = value.split(":", 6);
        if (patterns.length != values.length) {
            return false;
        }
        for (int part = 0; part < patterns.length; part++) {
            if (!like(patterns[part], values[part])) {
                return false;
            }
        }
        return true;
    }

    private static boolean like(String pattern, String value) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
    }
}
