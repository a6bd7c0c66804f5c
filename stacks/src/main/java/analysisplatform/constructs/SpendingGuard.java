package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.cost.AccountLimit;
import analysisplatform.names.Roles;
import analysisplatform.names.SpendingNames;
import analysisplatform.policy.BudgetPolicies;
import com.hashicorp.cdktf.providers.aws.budgets_budget.BudgetsBudget;
import com.hashicorp.cdktf.providers.aws.budgets_budget.BudgetsBudgetConfig;
import com.hashicorp.cdktf.providers.aws.budgets_budget.BudgetsBudgetCostFilter;
import com.hashicorp.cdktf.providers.aws.budgets_budget.BudgetsBudgetCostTypes;
import com.hashicorp.cdktf.providers.aws.budgets_budget.BudgetsBudgetNotification;
import com.hashicorp.cdktf.providers.aws.budgets_budget_action.BudgetsBudgetAction;
import com.hashicorp.cdktf.providers.aws.budgets_budget_action.BudgetsBudgetActionActionThreshold;
import com.hashicorp.cdktf.providers.aws.budgets_budget_action.BudgetsBudgetActionConfig;
import com.hashicorp.cdktf.providers.aws.budgets_budget_action.BudgetsBudgetActionDefinition;
import com.hashicorp.cdktf.providers.aws.budgets_budget_action.BudgetsBudgetActionDefinitionIamActionDefinition;
import com.hashicorp.cdktf.providers.aws.budgets_budget_action.BudgetsBudgetActionSubscriber;
import com.hashicorp.cdktf.providers.aws.iam_policy.IamPolicy;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Creates the budget of the month, its notices, and the action that stops the analysts' queries
 * when the bill reaches the limit.
 *
 * <p>Requires the analyst role, if there are analysts: without it there is nobody to stop.
 */
final class SpendingGuard extends Construct {

    private static final List<Integer> NOTICES_PERCENT = List.of(50, 80, 100);
    private static final int STOP_PERCENT = 100;

    /** AWS Budgets makes forecasts from about five weeks of history on. */
    private static final List<String> KINDS = List.of("ACTUAL", "FORECASTED");

    private static final String PERCENTAGE = "PERCENTAGE";

    /**
     * @param analyst name of the role whose queries are stopped
     */
    record Config(Environment environment, AlertTopic alerts, Optional<String> analyst) {}

    private final Config config;
    private final Environment environment;
    private final SpendingNames names;

    SpendingGuard(Construct scope, String id, Config config) {
        super(scope, id);
        this.config = config;
        this.environment = config.environment();
        this.names = SpendingNames.of(environment);
        BudgetsBudget budget = createBudget();
        config.analyst().ifPresent(role -> stopQueriesOf(role, budget));
    }

    /** Credits and refunds are left out: they would hide what is spent until they end. */
    private BudgetsBudget createBudget() {
        return new BudgetsBudget(
                this,
                "budget",
                BudgetsBudgetConfig.builder()
                        .name(names.budget())
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .limitAmount(AccountLimit.usd(environment).toPlainString())
                        .limitUnit("USD")
                        .costTypes(
                                BudgetsBudgetCostTypes.builder()
                                        .includeCredit(false)
                                        .includeRefund(false)
                                        .build())
                        .costFilter(filters())
                        .notification(notices())
                        .dependsOn(List.of(config.alerts().policy()))
                        .build());
    }

    /** Null for everything in the account, which leaves the block away. */
    private List<BudgetsBudgetCostFilter> filters() {
        return switch (environment.platform().spending().counting()) {
            case ACCOUNT -> null;
            case PROJECT ->
                    List.of(
                            BudgetsBudgetCostFilter.builder()
                                    .name("TagKeyValue")
                                    .values(
                                            List.of(
                                                    "user:Project$"
                                                            + environment.platform().project()))
                                    .build());
        };
    }

    private List<BudgetsBudgetNotification> notices() {
        return KINDS.stream()
                .flatMap(kind -> NOTICES_PERCENT.stream().map(percent -> notice(kind, percent)))
                .toList();
    }

    private BudgetsBudgetNotification notice(String kind, int percent) {
        return BudgetsBudgetNotification.builder()
                .notificationType(kind)
                .comparisonOperator("GREATER_THAN")
                .threshold(percent)
                .thresholdType(PERCENTAGE)
                .subscriberSnsTopicArns(List.of(config.alerts().arn()))
                .build();
    }

    private void stopQueriesOf(String analyst, BudgetsBudget budget) {
        RoleWithPolicy execution =
                new RoleWithPolicy(
                        this,
                        "execution",
                        new RoleWithPolicy.Config(
                                Roles.of(environment).budget(),
                                "Lets AWS Budgets stop the analysts' queries",
                                BudgetPolicies.trust(environment),
                                BudgetPolicies.execution(environment)));
        IamPolicy stop =
                ManagedPolicy.create(
                        this,
                        "stop",
                        names.stopPolicy(),
                        "The month's limit is reached: no new queries",
                        BudgetPolicies.stopQueries(environment));
        new BudgetsBudgetAction(
                this,
                "action",
                BudgetsBudgetActionConfig.builder()
                        .budgetName(budget.getName())
                        .actionType("APPLY_IAM_POLICY")
                        .approvalModel("AUTOMATIC")
                        .notificationType("ACTUAL")
                        .executionRoleArn(execution.arn())
                        .actionThreshold(
                                BudgetsBudgetActionActionThreshold.builder()
                                        .actionThresholdType(PERCENTAGE)
                                        .actionThresholdValue(STOP_PERCENT)
                                        .build())
                        .definition(apply(stop, analyst))
                        .subscriber(List.of(subscriber(config.alerts().arn())))
                        .dependsOn(List.of(execution.policy()))
                        .build());
    }

    private static BudgetsBudgetActionDefinition apply(IamPolicy policy, String role) {
        return BudgetsBudgetActionDefinition.builder()
                .iamActionDefinition(
                        BudgetsBudgetActionDefinitionIamActionDefinition.builder()
                                .policyArn(policy.getArn())
                                .roles(List.of(role))
                                .build())
                .build();
    }

    private static BudgetsBudgetActionSubscriber subscriber(String topic) {
        return BudgetsBudgetActionSubscriber.builder()
                .subscriptionType("SNS")
                .address(topic)
                .build();
    }
}
