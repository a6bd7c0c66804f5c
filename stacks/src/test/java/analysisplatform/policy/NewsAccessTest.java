package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may tell, give signs of life, and touch the alarms. */
class NewsAccessTest {

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    nightly shop | sns:Publish        | sns acme-prod-alerts                                | may
    nightly shop | sns:Publish        | sns acme-dev-alerts                                 | may not
    nightly shop | sns:Subscribe      | sns acme-prod-alerts                                | may not
    analyst      | sns:Publish        | sns acme-prod-alerts                                | may not
    function     | sns:Publish        | sns acme-prod-alerts                                | may not
    scheduler    | sns:Publish        | sns acme-prod-alerts                                | may not
    crawler shop | sns:Publish        | sns acme-prod-alerts                                | may not
    slack        | sns:Publish        | sns acme-prod-alerts                                | may not
    slack        | s3:GetObject       | masked masked/shop/r1/users/x                       | may not
    slack        | athena:StartQueryExecution | athena workgroup/acme-prod-analysts         | may not
    nightly shop | kms:GenerateDataKey| key failure-mail                                    | may
    analyst      | kms:Decrypt        | key failure-mail                                    | may not
    function     | kms:Decrypt        | key failure-mail                                    | may not
    administrator| kms:Decrypt        | key failure-mail                                    | may not
    nightly shop | cloudwatch:EnableAlarmActions  | cloudwatch alarm:acme-prod-no-publication-shop       | may
    nightly shop | cloudwatch:EnableAlarmActions  | cloudwatch alarm:acme-prod-no-publication-billing-eu | may not
    nightly shop | cloudwatch:DisableAlarmActions | cloudwatch alarm:acme-prod-no-publication-shop       | may not
    nightly shop | cloudwatch:SetAlarmState       | cloudwatch alarm:acme-prod-no-publication-shop       | may not
    nightly shop | cloudwatch:DeleteAlarms        | cloudwatch alarm:acme-prod-no-publication-shop       | may not
    analyst      | cloudwatch:DisableAlarmActions | cloudwatch alarm:acme-prod-no-publication-shop       | may not
    nightly shop | states:ListExecutions | states stateMachine:acme-prod-nightly-shop       | may
    nightly shop | states:ListExecutions | states stateMachine:acme-prod-nightly-billing-eu | may not
    scheduler    | sqs:SendMessage    | sqs acme-prod-dead-letters                          | may
    scheduler    | sqs:SendMessage    | sqs another                                         | may not
    nightly shop | sqs:SendMessage    | sqs acme-prod-dead-letters                          | may not
    analyst      | sqs:ReceiveMessage | sqs acme-prod-dead-letters                          | may not
    """)
    void news(String who, String action, String what, String expected) {
        assertDecision(who, action, what, expected);
    }

    @Test
    void nightlyRunGivesSignsOfItsOwnLifeOnly() {
        Request put = Request.of(World.principal("nightly shop"), "cloudwatch:PutMetricData", "*");
        String namespace = "cloudwatch:namespace";

        assertThat(allowed(put.with(namespace, "acme-prod-shop"))).isTrue();
        assertThat(allowed(put.with(namespace, "acme-prod-billing-eu"))).isFalse();
        assertThat(allowed(put.with(namespace, "acme-dev-shop"))).isFalse();
        assertThat(allowed(put.with(namespace, "AWS/States"))).isFalse();
        assertThat(allowed(put)).isFalse();
    }

    private static void assertDecision(String who, String action, String what, String expected) {
        Request request = Request.of(World.principal(who), action, World.resource(what));

        assertThat(allowed(request) ? "may" : "may not").isEqualTo(expected);
    }

    private static boolean allowed(Request request) {
        return World.policies().allows(request);
    }
}
