package analysisplatform.policy;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether one statement speaks of a request, as the IAM user guide describes it. */
final class StatementMatch {

    private static final Set<String> ELEMENTS =
            Set.of(
                    "Sid",
                    "Effect",
                    "Principal",
                    "NotPrincipal",
                    "Action",
                    "NotAction",
                    "Resource",
                    "NotResource",
                    "Condition");

    private StatementMatch() {}

    /** How a policy of a resource names whoever asks. */
    enum Named {
        /** Not at all. */
        NO,

        /** By the account, which lets the account's own policies decide. */
        BY_ACCOUNT,

        /** As a role, a user, a service or one of everybody. */
        IN_PERSON
    }

    static boolean matches(JsonNode statement, Request request) {
        check(statement);
        boolean named =
                !(statement.has("Principal") || statement.has("NotPrincipal"))
                        || named(statement, request) != Named.NO;
        return named
                & matchesAction(statement, request)
                & matchesResource(statement, request)
                & Conditions.hold(statement.at("/Condition"), request);
    }

    static Named named(JsonNode statement, Request request) {
        if (statement.has("NotPrincipal")) {
            return among(statement.at("/NotPrincipal"), request) == Named.NO
                    ? Named.IN_PERSON
                    : Named.NO;
        }
        return among(statement.at("/Principal"), request);
    }

    /** Fails where this evaluator does not know what a statement says. */
    static void check(JsonNode statement) {
        for (Map.Entry<String, JsonNode> element : statement.properties()) {
            if (!ELEMENTS.contains(element.getKey())) {
                throw new IllegalArgumentException("Teach the test element " + element.getKey());
            }
        }
        if (!List.of("Allow", "Deny").contains(statement.at("/Effect").asText())) {
            throw new IllegalArgumentException("No effect in " + statement);
        }
        statement.at("/Condition").fieldNames().forEachRemaining(Conditions::check);
    }

    private static Named among(JsonNode principal, Request request) {
        List<String> aws = TestJson.texts(principal.at("/AWS"));
        if (principal.asText().equals("*") || aws.contains("*")) {
            return Named.IN_PERSON;
        }
        if (aws.contains(request.principal())
                || TestJson.texts(principal.at("/Service")).contains(request.principal())
                || TestJson.texts(principal.at("/Federated")).contains(request.principal())) {
            return Named.IN_PERSON;
        }
        String account = request.account();
        boolean accountIs =
                !account.isEmpty()
                        && !request.isFederated()
                        && (aws.contains("arn:aws:iam::" + account + ":root")
                                || aws.contains(account));
        return accountIs ? Named.BY_ACCOUNT : Named.NO;
    }

    private static boolean matchesAction(JsonNode statement, Request request) {
        String action = request.action().toLowerCase(Locale.ROOT);
        if (statement.has("NotAction")) {
            return TestJson.texts(statement.at("/NotAction")).stream()
                    .noneMatch(it -> Patterns.like(it.toLowerCase(Locale.ROOT), action));
        }
        return TestJson.texts(statement.at("/Action")).stream()
                .anyMatch(it -> Patterns.like(it.toLowerCase(Locale.ROOT), action));
    }

    /** A policy of trust names no resource: it is the role that it belongs to. */
    private static boolean matchesResource(JsonNode statement, Request request) {
        if (statement.has("NotResource")) {
            return !covers(statement.at("/NotResource"), request);
        }
        return !statement.has("Resource") || covers(statement.at("/Resource"), request);
    }

    private static boolean covers(JsonNode patterns, Request request) {
        return TestJson.texts(patterns).stream()
                .map(it -> Patterns.resolve(it, request))
                .anyMatch(it -> Patterns.covers(it, request.resource()));
    }
}
