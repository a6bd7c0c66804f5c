package analysisplatform.baseline;

import static analysisplatform.baseline.Rule.rule;
import static analysisplatform.baseline.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Logs, functions, state machines, workgroups and chat. */
final class ServiceRules {

    private static final String FUNCTION = "aws_lambda_function";
    private static final String WORKGROUP = "aws_athena_workgroup";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(secret|passw|token|credential|api_?key|private_?key).*");

    /** An access key, a private key, or what is made to be random. */
    private static final Pattern SECRET_VALUE =
            Pattern.compile(
                    "(?s).*(AKIA[0-9A-Z]{16}|-----BEGIN|random_password\\.|secretsmanager_secret"
                            + "|[A-Za-z0-9+/]{40,}).*");

    private static final Set<String> GUARDRAILS =
            Set.of("arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess");

    private ServiceRules() {}

    static List<Rule> all() {
        return Stream.concat(functions().stream(), others().stream()).toList();
    }

    private static List<Rule> functions() {
        return List.of(
                rule(
                                "function-secrets",
                                "No function has a secret in its environment.",
                                "CKV_AWS_45")
                        .onEvery(FUNCTION, ServiceRules::secrets),
                rule(
                                "function-failures",
                                "What a function fails at is kept for it to be done again.",
                                "CKV_AWS_116")
                        .onEvery(
                                FUNCTION,
                                (stack, function) ->
                                        unless(
                                                function.body().has("dead_letter_config")
                                                        || stack.about(
                                                                        function,
                                                                        "aws_lambda_function_event"
                                                                                + "_invoke_config",
                                                                        "function_name")
                                                                .isPresent(),
                                                "loses what it fails at")),
                rule("function-log", "Every function writes to a log group of its stack.")
                        .onEvery(
                                FUNCTION,
                                (stack, function) ->
                                        unless(
                                                isLogGroup(function, "/logging_config/log_group"),
                                                "makes a log group that is kept for ever")));
    }

    private static List<Rule> others() {
        return List.of(
                rule("log-retention", "Every log group forgets.", "CKV_AWS_66")
                        .onEvery(
                                "aws_cloudwatch_log_group",
                                (stack, group) ->
                                        unless(
                                                group.body().at("/retention_in_days").asInt() > 0,
                                                "keeps logs for ever")),
                rule(
                                "state-machine-log",
                                "Every state machine logs all events, and no data, to a log group"
                                        + " of its stack.")
                        .onEvery(
                                "aws_sfn_state_machine",
                                (stack, machine) ->
                                        unless(
                                                logsWithoutData(machine),
                                                "logs less than all events, or data")),
                rule("athena-encryption", "Every result of Athena is encrypted.", "CKV_AWS_159")
                        .onEvery(
                                WORKGROUP,
                                (stack, workgroup) ->
                                        unless(
                                                workgroup
                                                        .text(
                                                                "/configuration/result_configuration"
                                                                        + "/encryption_configuration"
                                                                        + "/encryption_option")
                                                        .equals("SSE_KMS"),
                                                "writes results unencrypted")),
                rule("athena-settings", "Nobody leaves a workgroup's settings.", "CKV_AWS_82")
                        .onEvery(
                                WORKGROUP,
                                (stack, workgroup) ->
                                        unless(
                                                workgroup.isTrue(
                                                        "/configuration"
                                                                + "/enforce_workgroup_configuration"),
                                                "lets a client choose where results go")),
                rule("athena-owner", "Results go to a bucket of the same account.")
                        .onEvery(
                                WORKGROUP,
                                (stack, workgroup) ->
                                        unless(
                                                stack.json()
                                                        .at("/provider/aws/0/allowed_account_ids/0")
                                                        .asText("of nobody")
                                                        .equals(owner(workgroup)),
                                                "would write to a bucket of others")),
                rule("chat", "Whoever writes in a chat reads metrics and does nothing.")
                        .onEvery(
                                "aws_chatbot_slack_channel_configuration",
                                (stack, channel) ->
                                        unless(
                                                channel.isTrue("/user_authorization_required")
                                                        && channel.body()
                                                                        .at(
                                                                                "/guardrail_policy_arns")
                                                                        .size()
                                                                > 0
                                                        && onlyGuardrails(channel),
                                                "gives a chat more than reading")));
    }

    private static String owner(Declared workgroup) {
        return workgroup.text("/configuration/result_configuration/expected_bucket_owner");
    }

    private static boolean onlyGuardrails(Declared channel) {
        List<String> policies = new ArrayList<>();
        channel.body().at("/guardrail_policy_arns").forEach(it -> policies.add(it.asText()));
        return GUARDRAILS.containsAll(policies);
    }

    private static boolean isLogGroup(Declared resource, String pointer) {
        return resource.text(pointer).startsWith("${aws_cloudwatch_log_group.");
    }

    private static boolean logsWithoutData(Declared machine) {
        return machine.text("/logging_configuration/level").equals("ALL")
                && !machine.isTrue("/logging_configuration/include_execution_data")
                && isLogGroup(machine, "/logging_configuration/log_destination");
    }

    private static Optional<String> secrets(Stack stack, Declared function) {
        List<String> secret = new ArrayList<>();
        for (Map.Entry<String, JsonNode> variable :
                function.at("/environment/variables").properties()) {
            if (SECRET_NAME.matcher(variable.getKey()).matches()
                    || SECRET_VALUE.matcher(variable.getValue().asText()).matches()) {
                secret.add(variable.getKey());
            }
        }
        return unless(secret.isEmpty(), "has " + String.join(", ", secret));
    }
}
