package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.constructs.TestEnvironments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may become which role. */
class TrustTest {

    private static final String EXTERNAL_ID = "sts:ExternalId";

    @Test
    void exportFunctionBecomesTheCallerOfTheSourceItNames() {
        Request request = assume(World.principal("function"), "caller shop");

        assertThat(lets(request.with(EXTERNAL_ID, "acme-prod-shop"))).isTrue();
        assertThat(lets(request.with(EXTERNAL_ID, "acme-prod-billing-eu"))).isFalse();
        assertThat(lets(request.with(EXTERNAL_ID, "acme-dev-shop"))).isFalse();
        assertThat(lets(request)).as("no external id at all").isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111111111111:role/acme-prod-nightly-shop",
        "arn:aws:iam::111111111111:role/acme-dev-export-function",
        "arn:aws:iam::111111111111:role/administrator",
        "arn:aws:iam::999999999999:role/acme-prod-export-function"
    })
    void nobodyElseBecomesTheCaller(String principal) {
        Request request = assume(principal, "caller shop").with(EXTERNAL_ID, "acme-prod-shop");

        assertThat(lets(request)).isFalse();
    }

    @Test
    void rdsBecomesTheExportRoleOnlyForItsOwnAccount() {
        Request request = assume("export.rds.amazonaws.com", "export shop");
        String own = "arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:shop-db-2026";
        String foreign = "arn:aws:rds:ap-northeast-1:999999999999:snapshot:rds:shop-db-2026";

        assertThat(lets(from(request, "222222222222", own))).isTrue();
        assertThat(lets(from(request, "999999999999", foreign))).isFalse();
        assertThat(lets(from(request, "222222222222", foreign))).isFalse();
        assertThat(lets(request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    nightly shop | states.amazonaws.com    | arn:aws:states:ap-northeast-1:111111111111:stateMachine:acme-prod-nightly-shop | may
    nightly shop | states.amazonaws.com    | arn:aws:states:ap-northeast-1:111111111111:stateMachine:another                | may not
    nightly shop | lambda.amazonaws.com    | arn:aws:states:ap-northeast-1:111111111111:stateMachine:acme-prod-nightly-shop | may not
    scheduler    | scheduler.amazonaws.com | arn:aws:scheduler:ap-northeast-1:111111111111:schedule-group/acme-prod-nightly | may
    scheduler    | scheduler.amazonaws.com | arn:aws:scheduler:ap-northeast-1:111111111111:schedule-group/default           | may not
    """)
    void serviceBecomesARoleOnlyForItsOwnResource(
            String role, String service, String source, String expected) {
        Request request = from(assume(service, role), "111111111111", source);

        assertThat(lets(request) ? "may" : "may not").isEqualTo(expected);
    }

    @Test
    void servicesBecomeTheirRoles() {
        assertThat(lets(assume("lambda.amazonaws.com", "function"))).isTrue();
        assertThat(lets(assume("glue.amazonaws.com", "crawler shop"))).isTrue();
        assertThat(lets(assume("glue.amazonaws.com", "function"))).isFalse();
    }

    @Test
    void onlyConfiguredPrincipalsBecomeAnalysts() {
        assertThat(lets(assume(TestEnvironments.ANALYST, "analyst"))).isTrue();
        assertThat(lets(assume(World.ADMINISTRATOR, "analyst"))).isFalse();
        assertThat(lets(assume("arn:aws:iam::999999999999:role/data-team", "analyst"))).isFalse();
    }

    @Test
    void onlyConfiguredPrincipalsReadReports() {
        assertThat(lets(assume(TestEnvironments.AUDITOR, "evidence reader"))).isTrue();
        assertThat(lets(assume(TestEnvironments.ANALYST, "evidence reader"))).isFalse();
        assertThat(lets(assume(World.ADMINISTRATOR, "evidence reader"))).isFalse();
    }

    @Test
    void accountsRootAmongAnalystsStandsForWhomeverThatAccountAllows() {
        PolicyDocument trust =
                TrustPolicies.people(
                        List.of(
                                "arn:aws:iam::444444444444:root",
                                "arn:aws:iam::555555555555:user/ann"));

        assertThat(trust.statements())
                .extracting(Statement::principals)
                .containsExactly(
                        Principals.account("444444444444"), Principals.account("555555555555"));
        assertThat(trust.statements())
                .extracting(Statement::conditions)
                .containsExactly(
                        List.of(),
                        List.of(
                                Condition.principalIsOneOf(
                                        List.of("arn:aws:iam::555555555555:user/ann"))));
    }

    private static Request assume(String principal, String role) {
        return Request.of(principal, "sts:AssumeRole", World.resource("role " + role));
    }

    private static Request from(Request request, String account, String arn) {
        return request.with("aws:SourceAccount", account).with("aws:SourceArn", arn);
    }

    private static boolean lets(Request request) {
        return World.policies().lets(request);
    }
}
