package analysisplatform.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody wants to do something.
 *
 * @param principal ARN of a role or user, or the name of an AWS service
 * @param context condition keys beside those that AWS always sends
 */
record Request(
        String principal, String action, String resource, Map<String, List<String>> context) {

    static Request of(String principal, String action, String resource) {
        return new Request(principal, action, resource, Map.of());
    }

    Request with(String key, String... values) {
        Map<String, List<String>> more = new HashMap<>(context);
        more.put(key, List.of(values));
        return new Request(principal, action, resource, more);
    }

    boolean isService() {
        return !principal.startsWith("arn:");
    }

    String account() {
        return isService() ? "" : principal.split(":")[4];
    }

    /** Empty when the request does not carry the key. */
    List<String> values(String key) {
        if (context.containsKey(key)) {
            return context.get(key);
        }
        return switch (key) {
            case "aws:PrincipalArn" -> isService() ? List.of() : List.of(principal);
            case "aws:PrincipalIsAWSService" -> List.of(Boolean.toString(isService()));
            case "aws:SecureTransport" -> List.of("true");
            default -> List.of();
        };
    }
}
