package analysisplatform.policy;

import analysisplatform.constructs.Synthesised;
import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small IAM over the synthesised stacks. It knows what they use: policies of roles, buckets, keys
 * and trust, Allow and explicit Deny.
 *
 * <p>All resource policies here name accounts, not roles. Such a statement lets the account decide,
 * so the caller's own policy must allow as well; within an account a bucket needs no Allow.
 */
final class Iam {

    /** An administrator's identity policy. */
    private static final JsonNode EVERYTHING =
            TestJson.parse(
                    """
                    {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
                    """);

    private final Map<String, List<JsonNode>> identities = new HashMap<>();
    private final Map<String, JsonNode> trusts = new HashMap<>();
    private final Map<String, JsonNode> buckets = new HashMap<>();
    private final Map<String, JsonNode> keys = new HashMap<>();

    Iam(List<Synthesised> stacks) {
        stacks.forEach(this::add);
    }

    /** Gives a principal all rights that an identity policy can give. */
    void addAdministrator(String arn) {
        identities.put(arn, List.of(EVERYTHING));
    }

    boolean allows(Request request) {
        List<JsonNode> own = identities.getOrDefault(request.principal(), List.of());
        JsonNode attached = attached(request.resource());
        if (any("Deny", own, request) || any("Deny", List.of(attached), request)) {
            return false;
        }
        boolean ownAllows = any("Allow", own, request);
        boolean attachedAllows = any("Allow", List.of(attached), request);
        return ownAllows && (attachedAllows || !needsBoth(request));
    }

    /** Whether a service, or a principal that may try, becomes a role. */
    boolean lets(Request request) {
        JsonNode trust = trusts.get(request.resource());
        if (trust == null) {
            throw new IllegalArgumentException("There is no role " + request.resource());
        }
        return any("Allow", List.of(trust), request);
    }

    String key(String description) {
        return keys.keySet().stream()
                .filter(arn -> arn.contains(description))
                .findFirst()
                .orElseThrow();
    }

    private boolean needsBoth(Request request) {
        boolean key = keys.containsKey(request.resource());
        boolean bucket = request.resource().startsWith("arn:aws:s3:::");
        return key || (bucket && !request.account().equals(analysisAccount()));
    }

    private static String analysisAccount() {
        return Synthesised.FULL_ANALYSIS.account();
    }

    private JsonNode attached(String resource) {
        String name = resource.replaceFirst("^arn:aws:s3:::", "").split("/")[0];
        return keys.getOrDefault(
                resource, buckets.getOrDefault(name, TestJson.parse("{\"Statement\": []}")));
    }

    private static boolean any(String effect, List<JsonNode> policies, Request request) {
        for (JsonNode policy : policies) {
            for (JsonNode statement : policy.at("/Statement")) {
                if (statement.at("/Effect").asText().equals(effect)
                        && StatementMatch.matches(statement, request)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void add(Synthesised stack) {
        Map<String, String> arns = new LinkedHashMap<>();
        JsonNode resources = stack.json().at("/resource");
        resources
                .at("/aws_kms_key")
                .fieldNames()
                .forEachRemaining(
                        id ->
                                arns.put(
                                        "${aws_kms_key." + id + ".arn}",
                                        "arn:aws:kms:%s:%s:key/%s"
                                                .formatted(
                                                        stack.environment().platform().region(),
                                                        stack.account(),
                                                        id)));
        resources
                .at("/aws_kms_key")
                .properties()
                .forEach(
                        key ->
                                keys.put(
                                        arns.get("${aws_kms_key." + key.getKey() + ".arn}"),
                                        TestJson.parse(key.getValue().at("/policy").asText())));
        resources.at("/aws_s3_bucket_policy").forEach(policy -> addBucket(resources, policy));
        resources.at("/aws_iam_role").properties().forEach(role -> addRole(stack, role, arns));
        addQuickSight(stack, arns);
    }

    private void addBucket(JsonNode resources, JsonNode policy) {
        String id = policy.at("/bucket").asText().replaceAll("^.*aws_s3_bucket\\.|\\.id}$", "");
        String name = resources.at("/aws_s3_bucket/" + id + "/bucket").asText();
        buckets.put(name, TestJson.parse(policy.at("/policy").asText()));
    }

    private void addRole(
            Synthesised stack, Map.Entry<String, JsonNode> role, Map<String, String> arns) {
        String arn =
                "arn:aws:iam::%s:role/%s"
                        .formatted(stack.account(), role.getValue().at("/name").asText());
        trusts.put(arn, TestJson.parse(role.getValue().at("/assume_role_policy").asText()));
        identities.put(arn, policies(stack, "${aws_iam_role." + role.getKey() + ".id}", arns));
    }

    private void addQuickSight(Synthesised stack, Map<String, String> arns) {
        String role = stack.environment().platform().quickSight().serviceRole();
        List<JsonNode> policies = policies(stack, role, arns);
        if (!policies.isEmpty()) {
            identities.put(
                    "arn:aws:iam::%s:role/service-role/%s".formatted(stack.account(), role),
                    policies);
        }
    }

    private static List<JsonNode> policies(
            Synthesised stack, String role, Map<String, String> arns) {
        List<JsonNode> policies = new ArrayList<>();
        for (JsonNode policy : stack.resources("aws_iam_role_policy")) {
            if (policy.at("/role").asText().equals(role)) {
                String text = policy.at("/policy").asText();
                for (Map.Entry<String, String> arn : arns.entrySet()) {
                    text = text.replace(arn.getKey(), arn.getValue());
                }
                policies.add(TestJson.parse(text));
            }
        }
        return policies;
    }
}
