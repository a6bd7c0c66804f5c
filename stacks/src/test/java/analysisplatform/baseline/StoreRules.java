package analysisplatform.baseline;

import static analysisplatform.baseline.Rule.rule;
import static analysisplatform.baseline.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keys, and all that is encrypted with them but buckets. */
final class StoreRules {

    private static final String KEY = "aws_kms_key";

    /** Days that KMS waits at most before it deletes a key, and at least. */
    private static final int LONGEST_WAIT = 30;

    private static final int SHORTEST_WAIT = 7;

    /** Rights that read, write, or lend either. */
    private static final Set<String> USES =
            Set.of(
                    "kms:Decrypt",
                    "kms:Encrypt",
                    "kms:ReEncrypt*",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKey*",
                    "kms:GenerateDataKeyPair",
                    "kms:CreateGrant",
                    "kms:*",
                    "*");

    private StoreRules() {}

    static List<Rule> all() {
        return Stream.concat(keys().stream(), stores().stream()).toList();
    }

    private static List<Rule> keys() {
        return List.of(
                rule("key-rotation", "Every key rotates.", "CKV_AWS_7")
                        .onEvery(
                                KEY,
                                (stack, key) ->
                                        unless(
                                                key.isTrue("/enable_key_rotation"),
                                                "does not rotate")),
                rule(
                                "key-deletion",
                                "Every key that is kept waits thirty days for its deletion; a"
                                        + " disposable one says how many.")
                        .askedOf(Rule.Asked.SYNTHESIS)
                        .onEvery(
                                KEY,
                                (stack, key) ->
                                        unless(
                                                key.body().at("/deletion_window_in_days").asInt()
                                                        >= (key.isTrue("/lifecycle/prevent_destroy")
                                                                ? LONGEST_WAIT
                                                                : SHORTEST_WAIT),
                                                "could be gone too soon")),
                rule("key-policy", "Every key has a policy of its own.", "CKV2_AWS_64")
                        .onEvery(
                                KEY,
                                (stack, key) ->
                                        unless(
                                                !Stack.statements(key).isEmpty(),
                                                "has the policy that gives it to the account")),
                rule("key-use", "Whoever uses a key is named; administering it is not using it.")
                        .onAllowing(
                                (stack, statement) ->
                                        unless(
                                                !statement.isOfKey()
                                                        || statement.actions().stream()
                                                                .noneMatch(USES::contains)
                                                        || !statement
                                                                .wanted("aws:PrincipalArn")
                                                                .isEmpty()
                                                        || !statement
                                                                .principals("Service")
                                                                .isEmpty(),
                                                "lets a whole account use the key")),
                rule("own-keys", "Whatever names a key names one of its stack.")
                        .on(StoreRules::strangeKeys));
    }

    private static List<Rule> stores() {
        return List.of(
                rule("topic-encryption", "Every topic is encrypted with a key.", "CKV_AWS_26")
                        .onEvery(
                                "aws_sns_topic",
                                (stack, topic) ->
                                        unless(
                                                topic.body().has("kms_master_key_id"),
                                                "is not encrypted")),
                rule("queue-encryption", "Every queue is encrypted.", "CKV_AWS_27", "CKV2_AWS_73")
                        .onEvery(
                                "aws_sqs_queue",
                                (stack, queue) ->
                                        unless(
                                                queue.isTrue("/sqs_managed_sse_enabled")
                                                        || queue.body().has("kms_master_key_id"),
                                                "is not encrypted")),
                rule("topic-tls", "Every topic refuses to be written to without TLS.")
                        .onEvery(
                                "aws_sns_topic",
                                (stack, topic) ->
                                        unless(
                                                refused(
                                                        stack.about(
                                                                topic,
                                                                "aws_sns_topic_policy",
                                                                "arn"),
                                                        topic,
                                                        "sns:Publish"),
                                                "can be written to without TLS")),
                rule("queue-tls", "Every queue refuses everything without TLS.")
                        .onEvery(
                                "aws_sqs_queue",
                                (stack, queue) ->
                                        unless(
                                                refused(
                                                        stack.about(
                                                                queue,
                                                                "aws_sqs_queue_policy",
                                                                "queue_url"),
                                                        queue,
                                                        "sqs:*"),
                                                "can be used without TLS")),
                rule("table-encryption", "Every table is encrypted with a key.", "CKV_AWS_119")
                        .onEvery(
                                "aws_dynamodb_table",
                                (stack, table) ->
                                        unless(
                                                table.isTrue("/server_side_encryption/enabled")
                                                        && !table.text(
                                                                        "/server_side_encryption"
                                                                                + "/kms_key_arn")
                                                                .isEmpty(),
                                                "is encrypted with a key that AWS owns")),
                rule("table-recovery", "Every table can be set back in time.", "CKV_AWS_28")
                        .onEvery(
                                "aws_dynamodb_table",
                                (stack, table) ->
                                        unless(
                                                table.isTrue("/point_in_time_recovery/enabled"),
                                                "cannot be set back")));
    }

    private static boolean refused(Optional<Declared> policy, Declared owner, String action) {
        return policy.stream()
                .flatMap(it -> Stack.statements(it).stream())
                .filter(
                        it ->
                                it.resources().stream()
                                        .allMatch(arn -> arn.endsWith(":" + owner.text("/name"))))
                .anyMatch(it -> Transport.isRefused(it, action, List.of()));
    }

    private static Stream<Finding> strangeKeys(Stack stack) {
        List<Finding> strange = new ArrayList<>();
        for (Declared resource : stack.resources()) {
            for (String name : kmsValues(resource.body())) {
                if (!name.startsWith("${aws_kms_key.")) {
                    strange.add(new Finding(resource.address(), "names the key " + name));
                }
            }
        }
        return strange.stream();
    }

    private static List<String> kmsValues(JsonNode node) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (property.getKey().startsWith("kms_") && property.getValue().isTextual()) {
                values.add(property.getValue().asText());
            }
        }
        node.forEach(child -> values.addAll(kmsValues(child)));
        return values;
    }
}
