package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.names.SpendingNames;
import java.util.List;

/** What AWS Budgets may do when the month's limit is reached, and what it does then. */
public final class BudgetPolicies {

    private BudgetPolicies() {}

    /**
     * Put on the analyst role. It takes new queries and nothing else: results that are there can
     * still be read, and the nights have a workgroup of their own.
     */
    public static PolicyDocument stopQueries(Environment environment) {
        return PolicyDocument.of(
                Statement.deny("StopQueries", "athena:StartQueryExecution")
                        .on(
                                Arns.of(environment)
                                        .workgroup(Names.of(environment).analystsWorkgroup())));
    }

    /** Of the role that AWS Budgets uses: this one policy, on this one role. */
    public static PolicyDocument execution(Environment environment) {
        return PolicyDocument.of(
                Statement.allow("StopAndLift", "iam:AttachRolePolicy", "iam:DetachRolePolicy")
                        .on(Roles.of(environment).analyst().arn())
                        .when(
                                Condition.equal(
                                        "iam:PolicyARN",
                                        SpendingNames.of(environment).stopPolicyArn())));
    }

    /**
     * AWS Budgets, for this environment's budget and its action only.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/cost-management/latest/userguide/cross-service-confused-deputy-prevention.html">AWS'
     *     example of the two conditions</a>
     */
    public static PolicyDocument trust(Environment environment) {
        String budget = SpendingNames.of(environment).budgetArn();
        return PolicyDocument.of(
                Statement.allow("LetBudgetsIn", "sts:AssumeRole")
                        .by(Principals.service("budgets.amazonaws.com"))
                        .when(
                                Condition.equal(
                                        "aws:SourceAccount", environment.platform().account()))
                        .when(
                                new Condition(
                                        "ArnLike",
                                        "aws:SourceArn",
                                        List.of(budget, budget + "/action/*"))));
    }
}
