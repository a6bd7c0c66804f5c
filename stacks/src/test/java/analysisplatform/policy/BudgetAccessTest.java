package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.constructs.TestEnvironments;
import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to whom when the month's limit is reached. */
class BudgetAccessTest {

    private static final String BUDGET = "arn:aws:budgets::111111111111:budget/";

    @ParameterizedTest(name = "budget {3} {0} {2} on {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    iam:AttachRolePolicy | role analyst       | arn:aws:iam::111111111111:policy/acme-prod-stop-queries | may
    iam:DetachRolePolicy | role analyst       | arn:aws:iam::111111111111:policy/acme-prod-stop-queries | may
    iam:AttachRolePolicy | role analyst       | arn:aws:iam::aws:policy/AdministratorAccess             | may not
    iam:AttachRolePolicy | role analyst       | arn:aws:iam::111111111111:policy/acme-dev-stop-queries  | may not
    iam:AttachRolePolicy | role nightly shop  | arn:aws:iam::111111111111:policy/acme-prod-stop-queries | may not
    iam:AttachRolePolicy | role administrator | arn:aws:iam::111111111111:policy/acme-prod-stop-queries | may not
    iam:PutRolePolicy    | role analyst       | arn:aws:iam::111111111111:policy/acme-prod-stop-queries | may not
    iam:CreatePolicyVersion | arn:aws:iam::111111111111:policy/acme-prod-stop-queries | - | may not
    s3:GetObject         | masked masked/shop/r1/x | -                                                  | may not
    """)
    void executionRole(String action, String what, String policy, String expected) {
        Request request =
                Request.of(World.principal("budget"), action, World.resource(what))
                        .with("iam:PolicyARN", policy);

        assertThat(World.policies().allows(request) ? "may" : "may not").isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of account {1} for {2} {3} be the execution role")
    @CsvSource({
        "budgets.amazonaws.com, 111111111111, acme-prod-budget,           may",
        "budgets.amazonaws.com, 111111111111, acme-prod-budget/action/a1, may",
        "budgets.amazonaws.com, 111111111111, acme-prod-budget-2,         may not",
        "budgets.amazonaws.com, 111111111111, somebody-elses,             may not",
        "budgets.amazonaws.com, 999999999999, acme-prod-budget,           may not",
        "lambda.amazonaws.com,  111111111111, acme-prod-budget,           may not"
    })
    void assuming(String service, String account, String budget, String expected) {
        Request request =
                Request.of(service, "sts:AssumeRole", World.resource("role budget"))
                        .with("aws:SourceAccount", account)
                        .with("aws:SourceArn", BUDGET + budget);

        assertThat(World.policies().lets(request) ? "may" : "may not").isEqualTo(expected);
    }

    @Test
    void servicesWithoutASourceDoNotBecomeTheExecutionRole() {
        assertThat(
                        World.policies()
                                .lets(
                                        Request.of(
                                                "budgets.amazonaws.com",
                                                "sts:AssumeRole",
                                                World.resource("role budget"))))
                .isFalse();
    }

    /** The analyst's own policy with the one that AWS Budgets attaches beside it. */
    @ParameterizedTest(name = "a stopped analyst {2} {0}")
    @CsvSource({
        "athena:StartQueryExecution, athena workgroup/acme-prod-analysts, may not",
        "athena:GetQueryResults,     athena workgroup/acme-prod-analysts, may",
        "athena:StopQueryExecution,  athena workgroup/acme-prod-analysts, may",
        "s3:GetObject,               results analysts/x.csv,              may"
    })
    void stoppedAnalyst(String action, String what, String expected) {
        Request request = Request.of(World.principal("analyst"), action, World.resource(what));
        boolean before = World.policies().allows(request);

        assertThat(before).isTrue();
        assertThat(before && !denied(request) ? "may" : "may not").isEqualTo(expected);
    }

    @Test
    void theNightlyRunsWorkgroupIsNotStopped() {
        assertThat(
                        denied(
                                Request.of(
                                        World.principal("nightly shop"),
                                        "athena:StartQueryExecution",
                                        World.resource("athena workgroup/acme-prod-pipeline"))))
                .isFalse();
    }

    private static boolean denied(Request request) {
        JsonNode stop = TestJson.parse(BudgetPolicies.stopQueries(TestEnvironments.full()).json());
        for (JsonNode statement : stop.at("/Statement")) {
            if (statement.at("/Effect").asText().equals("Deny")
                    && StatementMatch.matches(statement, request)) {
                return true;
            }
        }
        return false;
    }
}
