package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.constructs.TestEnvironments;
import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which services may send alerts, and leave what could not be sent. */
class AlertPoliciesTest {

    private static final String TOPIC = "arn:aws:sns:ap-northeast-1:111111111111:acme-prod-alerts";
    private static final String QUEUE =
            "arn:aws:sqs:ap-northeast-1:111111111111:acme-prod-dead-letters";
    private static final String REGIONAL = ":ap-northeast-1:111111111111:";

    @ParameterizedTest(name = "{0} for {1} {2} publish")
    @CsvSource({
        "events.amazonaws.com,     rule/acme-prod-run-failed-shop,  may",
        "cloudwatch.amazonaws.com, alarm:acme-prod-run-slow-shop,   may",
        "cloudwatch.amazonaws.com, alarm:somebody-elses,            may not",
        "cloudwatch.amazonaws.com, alarm:acme-dev-run-slow-shop,    may not",
        "budgets.amazonaws.com,    budget/acme-prod-budget,         may",
        "budgets.amazonaws.com,    budget/acme-dev-budget,          may not",
        "budgets.amazonaws.com,    budget/somebody-elses,           may not",
        "states.amazonaws.com,     stateMachine:acme-prod-nightly-shop, may not",
        "s3.amazonaws.com,         acme-prod-masked,                may not",
        "chatbot.amazonaws.com,    acme-prod-alerts,                may not"
    })
    void publishing(String service, String source, String expected) {
        Request request = from(Request.of(service, "sns:Publish", TOPIC), service, source);

        assertDecision(TopicPolicy.of(TestEnvironments.full()), request, expected);
    }

    @ParameterizedTest(name = "{0} of account {1} {2} encrypt")
    @CsvSource({
        "events.amazonaws.com,     111111111111, may",
        "cloudwatch.amazonaws.com, 111111111111, may",
        "cloudwatch.amazonaws.com, 999999999999, may not",
        "budgets.amazonaws.com,    111111111111, may",
        "budgets.amazonaws.com,    999999999999, may not",
        "s3.amazonaws.com,         111111111111, may not",
        "chatbot.amazonaws.com,    111111111111, may not"
    })
    void encrypting(String service, String account, String expected) {
        Request request =
                Request.of(service, "kms:GenerateDataKey", "key")
                        .with("aws:SourceAccount", account);

        assertDecision(KeyPolicies.alerts(TestEnvironments.full()), request, expected);
        assertDecision(KeyPolicies.masked(TestEnvironments.full()), request, "may not");
        assertDecision(KeyPolicies.quarantine(TestEnvironments.full()), request, "may not");
    }

    @ParameterizedTest(name = "{0} for {1} {3} {2}")
    @CsvSource({
        "events.amazonaws.com,    rule/acme-prod-run-failed-shop, sqs:SendMessage,    may",
        "events.amazonaws.com,    rule/acme-dev-run-failed-shop,  sqs:SendMessage,    may not",
        "events.amazonaws.com,    rule/acme-prod-run-failed-shop, sqs:ReceiveMessage, may not",
        "scheduler.amazonaws.com, schedule/acme-prod-nightly,     sqs:SendMessage,    may not",
        "sns.amazonaws.com,       acme-prod-alerts,               sqs:SendMessage,    may not"
    })
    void leavingDeadLetters(String service, String source, String action, String expected) {
        Request request = from(Request.of(service, action, QUEUE), service, source);

        assertDecision(DeadLetterPolicy.of(TestEnvironments.full()), request, expected);
    }

    @ParameterizedTest
    @CsvSource({"events.amazonaws.com", "cloudwatch.amazonaws.com"})
    void nothingTravelsUnencrypted(String service) {
        Request request =
                from(Request.of(service, "sns:Publish", TOPIC), service, "alarm:acme-prod-x")
                        .with("aws:SecureTransport", "false");

        assertDecision(TopicPolicy.of(TestEnvironments.full()), request, "may not");
    }

    private static Request from(Request request, String service, String source) {
        String prefix = service.split("\\.")[0];
        String arn =
                "arn:aws:"
                        + prefix
                        + (prefix.equals("budgets") ? "::111111111111:" : REGIONAL)
                        + source;
        return request.with("aws:SourceAccount", "111111111111").with("aws:SourceArn", arn);
    }

    private static void assertDecision(PolicyDocument policy, Request request, String expected) {
        boolean allowed = matches("Allow", policy, request) && !matches("Deny", policy, request);

        assertThat(allowed ? "may" : "may not").isEqualTo(expected);
    }

    private static boolean matches(String effect, PolicyDocument policy, Request request) {
        for (JsonNode statement : TestJson.parse(policy.json()).at("/Statement")) {
            if (statement.at("/Effect").asText().equals(effect)
                    && StatementMatch.matches(statement, request)) {
                return true;
            }
        }
        return false;
    }
}
