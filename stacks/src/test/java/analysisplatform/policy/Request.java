package analysisplatform.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody wants to do something.
 *
 * @param principal ARN of a role, a user or an identity provider, or the name of an AWS service
 * @param context condition keys beside those that AWS always sends; case does not matter
 */
record Request(
        String principal, String action, String resource, Map<String, List<String>> context) {

    static Request of(String principal, String action, String resource) {
        return new Request(principal, action, resource, Map.of());
    }

    Request with(String key, String... values) {
        Map<String, List<String>> more = new HashMap<>(context);
        more.put(key.toLowerCase(Locale.ROOT), List.of(values));
        return new Request(principal, action, resource, more);
    }

    boolean isService() {
        return !principal.startsWith("arn:");
    }

    /** Somebody for whom an identity provider vouches. */
    boolean isFederated() {
        return principal.contains(":oidc-provider/") || principal.contains(":saml-provider/");
    }

    String account() {
        return isService() ? "" : principal.split(":")[4];
    }

    /** Empty when the request does not carry the key. */
    List<String> values(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (context.containsKey(key)) {
            return context.get(key);
        }
        return switch (key) {
            case "aws:principalarn" ->
                    isService() || isFederated() ? List.of() : List.of(principal);
            case "aws:principalaccount" ->
                    isService() || isFederated() ? List.of() : List.of(account());
            case "aws:principalisawsservice" -> List.of(Boolean.toString(isService()));
            case "aws:securetransport" -> List.of("true");
            default -> List.of();
        };
    }
}
