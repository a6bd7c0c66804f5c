package analysisplatform.policy;

import analysisplatform.constructs.Synthesised;
import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the policies of a synthesised stack, with the ARNs that a deployment would put in. */
final class StackPolicies {

    private final Synthesised stack;
    private final JsonNode resources;
    private final Map<String, String> keys = new LinkedHashMap<>();

    private StackPolicies(Synthesised stack) {
        this.stack = stack;
        this.resources = stack.json().at("/resource");
        resources
                .at("/aws_kms_key")
                .fieldNames()
                .forEachRemaining(id -> keys.put("${aws_kms_key." + id + ".arn}", key(id)));
    }

    static Iam of(List<Synthesised> stacks) {
        Iam iam = new Iam();
        stacks.forEach(stack -> new StackPolicies(stack).addTo(iam));
        return iam;
    }

    private void addTo(Iam iam) {
        resources
                .at("/aws_kms_key")
                .properties()
                .forEach(key -> iam.addResource(key(key.getKey()), policy(key.getValue())));
        resources.at("/aws_s3_bucket_policy").forEach(policy -> addBucket(iam, policy));
        addNamed(iam, "sns_topic", "arn", "sns");
        addNamed(iam, "sqs_queue", "queue_url", "sqs");
        resources.at("/aws_iam_role").properties().forEach(role -> addRole(iam, role));
        addQuickSight(iam);
    }

    private void addBucket(Iam iam, JsonNode policy) {
        String id = policy.at("/bucket").asText().replaceAll("^.*aws_s3_bucket\\.|\\.id}$", "");
        String name = resources.at("/aws_s3_bucket/" + id + "/bucket").asText();
        iam.addBucket(name, stack.account(), policy(policy));
    }

    private void addNamed(Iam iam, String type, String property, String service) {
        for (JsonNode policy : resources.at("/aws_" + type + "_policy")) {
            String id = policy.at("/" + property).asText().split("\\.")[1];
            String name = resources.at("/aws_" + type + "/" + id + "/name").asText();
            iam.addResource(arn(service, name), policy(policy));
        }
    }

    private void addRole(Iam iam, Map.Entry<String, JsonNode> role) {
        String arn =
                "arn:aws:iam::%s:role/%s"
                        .formatted(stack.account(), role.getValue().at("/name").asText());
        String boundary = role.getValue().at("/permissions_boundary").asText();
        resources.at("/aws_iam_policy").properties().stream()
                .filter(it -> boundary.equals("${aws_iam_policy." + it.getKey() + ".arn}"))
                .forEach(it -> iam.addBoundary(arn, policy(it.getValue())));
        iam.addResource(arn, TestJson.parse(role.getValue().at("/assume_role_policy").asText()));
        iam.addIdentity(arn, policies("${aws_iam_role." + role.getKey() + ".id}"));
        iam.addIdentity(arn, attached("${aws_iam_role." + role.getKey() + ".name}"));
    }

    private void addQuickSight(Iam iam) {
        String role = stack.environment().platform().quickSight().serviceRole();
        List<JsonNode> policies = policies(role);
        if (!policies.isEmpty()) {
            iam.addIdentity(
                    "arn:aws:iam::%s:role/service-role/%s".formatted(stack.account(), role),
                    policies);
        }
    }

    private List<JsonNode> policies(String role) {
        List<JsonNode> policies = new ArrayList<>();
        for (JsonNode policy : stack.resources("aws_iam_role_policy")) {
            if (policy.at("/role").asText().equals(role)) {
                policies.add(policy(policy));
            }
        }
        return policies;
    }

    private List<JsonNode> attached(String role) {
        List<JsonNode> policies = new ArrayList<>();
        for (JsonNode attachment : stack.resources("aws_iam_role_policy_attachment")) {
            if (attachment.at("/role").asText().equals(role)) {
                String id = attachment.at("/policy_arn").asText().split("\\.")[1];
                policies.add(policy(resources.at("/aws_iam_policy/" + id)));
            }
        }
        return policies;
    }

    private JsonNode policy(JsonNode resource) {
        String text = resource.at("/policy").asText();
        for (Map.Entry<String, String> key : keys.entrySet()) {
            text = text.replace(key.getKey(), key.getValue());
        }
        return TestJson.parse(text);
    }

    private String key(String id) {
        return arn("kms", "key/" + id);
    }

    private String arn(String service, String name) {
        String region = stack.environment().platform().region();
        return "arn:aws:%s:%s:%s:%s".formatted(service, region, stack.account(), name);
    }
}
