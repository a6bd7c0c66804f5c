package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.alarms.Runbook;
import analysisplatform.cost.AccountLimit;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The budget of the month, and what it does. */
class SpendingGuardTest {

    private static final Synthesised PROD = Synthesised.FULL_ANALYSIS;
    private static final Synthesised LOCAL = Synthesised.LOCAL_ANALYSIS;
    private static final String TOPIC = "${aws_sns_topic.failure-mail_topic_";

    private final JsonNode budget = only(PROD, "aws_budgets_budget");

    @Test
    void limitIsThatOfTheConfigurationWithoutWhatOtherAccountsPay() {
        assertThat(budget.at("/limit_unit").asText()).isEqualTo("USD");
        assertThat(budget.at("/limit_amount").asText())
                .isEqualTo(AccountLimit.usd(PROD.environment()).toPlainString())
                // 20,000 JPY at 150; two sources export 20 GB at 0.012 USD on each of 30 nights
                .isEqualTo("118.93");
    }

    @Test
    void noticesAreSentAtHalfFourFifthsAndTheWholeOfBillAndForecast() {
        assertThat(budget.at("/notification"))
                .extracting(notice -> notice.at("/threshold").asInt())
                .containsExactly(50, 80, 100, 50, 80, 100);
        assertThat(budget.at("/notification"))
                .extracting(notice -> notice.at("/notification_type").asText())
                .containsExactly(
                        "ACTUAL", "ACTUAL", "ACTUAL", "FORECASTED", "FORECASTED", "FORECASTED");
        assertThat(budget.at("/notification"))
                .allMatch(
                        notice ->
                                notice.at("/subscriber_sns_topic_arns/0")
                                        .asText()
                                        .startsWith(TOPIC))
                .allMatch(notice -> notice.at("/threshold_type").asText().equals("PERCENTAGE"));
    }

    @Test
    void budgetIsNamedLikeItsRunbook() {
        assertThat(budget.at("/name").asText()).isEqualTo("acme-prod-" + Runbook.BUDGET.page());
    }

    @Test
    void creditsDoNotHideWhatIsSpent() {
        assertThat(budget.at("/cost_types/include_credit").asBoolean(true)).isFalse();
        assertThat(budget.at("/cost_types/include_refund").asBoolean(true)).isFalse();
    }

    @Test
    void analystsAreStoppedWithoutAskingWhenTheBillReachesTheLimit() {
        JsonNode action = only(PROD, "aws_budgets_budget_action");

        assertThat(action.at("/action_type").asText()).isEqualTo("APPLY_IAM_POLICY");
        assertThat(action.at("/approval_model").asText()).isEqualTo("AUTOMATIC");
        assertThat(action.at("/notification_type").asText()).isEqualTo("ACTUAL");
        assertThat(action.at("/action_threshold/action_threshold_value").asInt()).isEqualTo(100);
        assertThat(action.at("/definition/iam_action_definition/roles/0").asText())
                .startsWith("${aws_iam_role.analyst_role_");
        assertThat(action.at("/definition/iam_action_definition/policy_arn").asText())
                .startsWith("${aws_iam_policy.spending_stop_");
        assertThat(action.at("/subscriber/0/address").asText()).startsWith(TOPIC);
    }

    @Test
    void withoutAnalystsThereAreNoticesAndNobodyToStop() {
        assertThat(only(LOCAL, "aws_budgets_budget").at("/notification")).hasSize(6);
        assertThat(LOCAL.resources("aws_budgets_budget_action")).isEmpty();
        assertThat(LOCAL.resources("aws_iam_policy")).isEmpty();
    }

    @Test
    void everythingInTheAccountCountsUnlessTheProjectsTagIsAskedFor() {
        assertThat(budget.has("cost_filter")).isFalse();
        assertThat(only(LOCAL, "aws_budgets_budget").at("/cost_filter"))
                .singleElement()
                .satisfies(
                        filter -> {
                            assertThat(filter.at("/name").asText()).isEqualTo("TagKeyValue");
                            assertThat(filter.at("/values/0").asText())
                                    .isEqualTo("user:Project$acme");
                        });
    }

    private static JsonNode only(Synthesised stack, String type) {
        assertThat(stack.resources(type)).hasSize(1);
        return stack.resources(type).get(0);
    }
}
