package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How alarms reach people. */
class AlarmRulesTest {

    private static final Synthesised PROD = Synthesised.FULL_ANALYSIS;
    private static final Synthesised LOCAL = Synthesised.LOCAL_ANALYSIS;
    private static final Names NAMES = Names.of(PROD.environment());
    private static final String TOPIC = "${aws_sns_topic.failure-mail_topic_";
    private static final String DEAD_LETTERS = "${aws_sqs_queue.dead-letters_queue_";

    @Test
    void everyAlarmOnAMetricIsSentToTheTopic() {
        assertThat(PROD.resources("aws_cloudwatch_metric_alarm"))
                .hasSize(10)
                .allMatch(alarm -> alarm.at("/alarm_actions/0").asText().startsWith(TOPIC))
                .allMatch(alarm -> alarm.at("/alarm_description").asText().contains("Runbook: "));
    }

    @Test
    void silenceIsArmedByTheNightlyRunAndADeploymentLeavesItSo() {
        JsonNode alarm = alarm("no-publication-shop");

        assertThat(alarm.at("/actions_enabled").asBoolean(true)).isFalse();
        assertThat(TestJson.texts(alarm.at("/lifecycle/ignore_changes")))
                .containsExactly("actions_enabled");
        assertThat(PROD.resources("aws_cloudwatch_metric_alarm"))
                .filteredOn(it -> !it.at("/alarm_name").asText().contains("no-publication"))
                .allMatch(it -> it.at("/actions_enabled").asBoolean())
                .allMatch(it -> it.at("/lifecycle").isMissingNode());
    }

    @Test
    void silenceIsMissingDataAndCountsAsZero() {
        JsonNode alarm = alarm("no-publication-shop");
        JsonNode queries = alarm.at("/metric_query");

        assertThat(alarm.at("/treat_missing_data").asText()).isEqualTo("breaching");
        assertThat(alarm.at("/evaluation_periods").asInt()).isEqualTo(26);
        assertThat(alarm.at("/datapoints_to_alarm").asInt()).isEqualTo(26);
        assertThat(queries.at("/0/expression").asText()).isEqualTo("FILL(measured, 0)");
        assertThat(queries.at("/1/id").asText()).isEqualTo("measured");
        assertThat(queries.at("/1/metric/period").asInt()).isEqualTo(3600);
        assertThat(queries.at("/1/metric/namespace").asText())
                .isEqualTo(NAMES.metricNamespace(TestEnvironments.SHOP));
    }

    @Test
    void everyMailOfARuleGoesToTheTopicOrToTheDeadLetters() {
        List<JsonNode> targets = PROD.resources("aws_cloudwatch_event_target");

        assertThat(targets)
                .isNotEmpty()
                .allMatch(
                        target ->
                                target.at("/dead_letter_config/arn")
                                        .asText()
                                        .startsWith(DEAD_LETTERS));
        assertThat(targets)
                .filteredOn(target -> target.at("/target_id").asText().equals("mail"))
                .hasSize(10)
                .allMatch(target -> target.at("/arn").asText().startsWith(TOPIC));
    }

    @Test
    void startThatFailsForGoodIsADeadLetter() {
        assertThat(PROD.resources("aws_scheduler_schedule"))
                .hasSize(2)
                .allMatch(
                        schedule ->
                                schedule.at("/target/dead_letter_config/arn")
                                        .asText()
                                        .startsWith(DEAD_LETTERS));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = ".*ANALYSIS")
    void alertsAndDeadLettersAreEncrypted(Synthesised stack) {
        assertThat(stack.resources("aws_sns_topic"))
                .hasSize(1)
                .allMatch(
                        topic ->
                                topic.at("/kms_master_key_id")
                                        .asText()
                                        .startsWith("${aws_kms_key.failure-mail_key_"));
        assertThat(stack.resources("aws_sqs_queue"))
                .hasSize(1)
                .allMatch(queue -> queue.at("/sqs_managed_sse_enabled").asBoolean());
    }

    @Test
    void ruleThatHearsOfRefusalsSeesCallsThatRead() {
        assertThat(PROD.resources("aws_cloudwatch_event_rule"))
                .filteredOn(rule -> rule.at("/name").asText().endsWith("quarantine-denied"))
                .singleElement()
                .matches(
                        rule ->
                                rule.at("/state")
                                        .asText()
                                        .equals("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"));
    }

    @Test
    void whoeverWritesInSlackCanDoNothing() {
        JsonNode channel = PROD.resources("aws_chatbot_slack_channel_configuration").get(0);
        String role = Roles.of(PROD.environment()).slack().name();

        assertThat(TestJson.texts(channel.at("/guardrail_policy_arns")))
                .containsExactly("arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess");
        assertThat(channel.at("/user_authorization_required").asBoolean()).isTrue();
        assertThat(channel.at("/slack_team_id").asText()).isEqualTo("T07EA123LEP");
        assertThat(channel.at("/slack_channel_id").asText()).isEqualTo("C07EZ1ABC23");
        assertThat(channel.at("/sns_topic_arns/0").asText()).startsWith(TOPIC);
        assertThat(PROD.resources("aws_iam_role"))
                .filteredOn(it -> it.at("/name").asText().equals(role))
                .hasSize(1);
        assertThat(PROD.resources("aws_iam_role_policy"))
                .noneMatch(policy -> policy.at("/name").asText().equals(role));
    }

    @Test
    void switchedOffNotificationsCreateNothing() {
        assertThat(LOCAL.resources("aws_cloudwatch_metric_alarm")).isEmpty();
        assertThat(LOCAL.resources("aws_chatbot_slack_channel_configuration")).isEmpty();
        assertThat(LOCAL.resources("aws_cloudwatch_event_rule"))
                .as("the rules that empty the quarantine are no notifications")
                .hasSize(2)
                .allMatch(rule -> rule.at("/name").asText().contains("clean-up"));
    }

    private static JsonNode alarm(String name) {
        return PROD.resources("aws_cloudwatch_metric_alarm").stream()
                .filter(it -> it.at("/alarm_name").asText().equals("acme-prod-" + name))
                .findFirst()
                .orElseThrow();
    }
}
