package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.constructs.Synthesised;
import analysisplatform.constructs.TestEnvironments;
import analysisplatform.constructs.TestJson;
import analysisplatform.names.Names;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The most that a role may, whatever policy a deployment gives it. */
class BoundaryTest {

    /** AWS' limits, in characters without white space: inline of a role, and managed. */
    private static final int INLINE_LIMIT = 10_240;

    private static final int MANAGED_LIMIT = 6_144;

    @ParameterizedTest(name = "at most, {0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    nightly shop | s3:GetObject           | quarantine exports/shop/e1/x       | may
    crawler shop | s3:GetObject           | quarantine exports/shop/e1/x       | may
    scheduler    | s3:GetObject           | quarantine exports/shop/e1/x       | may not
    slack        | s3:GetObject           | quarantine exports/shop/e1/x       | may not
    analyst      | s3:GetObject           | quarantine exports/shop/e1/x       | may not
    analyst      | s3:GetObject           | masked masked/shop/r1/users/x      | may
    slack        | s3:GetObject           | masked masked/shop/r1/users/x      | may not
    budget       | s3:GetObject           | masked kpis/history/source=shop/x  | may not
    function     | s3:PutObjectTagging    | masked masked/shop/r1/users/x      | may
    function     | s3:PutObjectTagging    | quarantine exports/shop/e1/x       | may not
    function     | s3:PutObjectTagging    | evidence evidence/shop/r1/t.html   | may not
    nightly shop | s3:PutObject           | arn:aws:s3:::somebody-elses/x      | may not
    nightly shop | s3:PutBucketPolicy     | masked                             | may not
    nightly shop | kms:PutKeyPolicy       | key quarantine                     | may not
    nightly shop | iam:CreateRole         | role slack                         | may not
    nightly shop | iam:PutRolePolicy      | role slack                         | may not
    nightly shop | sts:AssumeRole         | role administrator                 | may not
    nightly shop | states:StartExecution  | states stateMachine:acme-dev-nightly-shop | may not
    function     | sts:AssumeRole         | role caller shop                   | may
    function     | lambda:UpdateFunctionCode | lambda function:acme-prod-export | may not
    function     | s3:GetObject           | masked masked/shop/r1/users/x      | may not
    caller shop  | rds:StartExportTask    | arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:shop-db-1 | may
    caller shop  | rds:StartExportTask    | arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:other-1   | may not
    caller shop  | s3:GetObject           | quarantine exports/shop/e1/x       | may not
    export shop  | s3:GetObject           | quarantine exports/shop/e1/x       | may
    export shop  | s3:GetObject           | quarantine pseudonym-key/v1/x      | may not
    export shop  | rds:StartExportTask    | arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:shop-db-1 | may not
    """)
    void cap(String who, String action, String what, String expected) {
        Request request = Request.of(World.principal(who), action, World.resource(what));

        assertThat(World.policies().isWithinBoundary(request) ? "may" : "may not")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = Synthesised.class,
            names = {"FULL_ANALYSIS", "FULL_SHOP", "FULL_BILLING"})
    void everyRoleButGitHubsHasTheBoundary(Synthesised stack) {
        List<JsonNode> roles = stack.resources("aws_iam_role");

        assertThat(roles)
                .filteredOn(role -> !role.at("/permissions_boundary").asText().contains("boundary"))
                .extracting(role -> role.at("/name").asText())
                .hasSize(2)
                .allMatch(name -> name.endsWith("-plan") || name.endsWith("-deploy"));
        assertThat(roles).hasSizeGreaterThan(2);
    }

    /** Patterns of a role's own policy are read as names, which the boundary must cover. */
    @ParameterizedTest
    @EnumSource(
            value = Synthesised.class,
            names = {"FULL_ANALYSIS", "FULL_SHOP", "FULL_BILLING"})
    void everythingThatARoleIsAllowedLiesWithinItsBoundary(Synthesised stack) {
        List<String> outside = new ArrayList<>();
        int looked = 0;
        for (JsonNode policy : stack.resources("aws_iam_role_policy")) {
            String role =
                    "arn:aws:iam::" + stack.account() + ":role/" + policy.at("/name").asText();
            for (JsonNode statement : statements(policy)) {
                for (String action : TestJson.texts(statement.at("/Action"))) {
                    for (String resource : TestJson.texts(statement.at("/Resource"))) {
                        looked++;
                        Request request =
                                Request.of(role, action, known(stack, resource))
                                        .with("iam:PolicyARN", stopPolicy())
                                        .with("iam:PassedToService", "glue.amazonaws.com");
                        if (!World.policies().isWithinBoundary(request)) {
                            outside.add(request.toString());
                        }
                    }
                }
            }
        }

        assertThat(outside).isEmpty();
        assertThat(looked).isGreaterThan(20);
    }

    @Test
    void policiesFitIntoWhatIamTakes() {
        for (Synthesised stack :
                List.of(
                        Synthesised.FULL_ANALYSIS,
                        Synthesised.FULL_SHOP,
                        Synthesised.FULL_BILLING)) {
            assertThat(stack.resources("aws_iam_role_policy"))
                    .allMatch(it -> length(it.at("/policy").asText()) <= INLINE_LIMIT);
            assertThat(stack.resources("aws_iam_policy"))
                    .isNotEmpty()
                    .allMatch(it -> length(it.at("/policy").asText()) <= MANAGED_LIMIT);
        }
    }

    /** So that no configuration that is accepted fails when it is deployed. */
    @Test
    void policiesFitWithTheLongestNamesToo() {
        Environment longest = TestEnvironments.longest();
        KeyArns keys = new KeyArns("${quarantine}", "${masked}", "${alerts}");
        Source source = longest.sources().get(0);

        assertThat(Names.of(longest).quarantineBucket()).hasSize(63);
        assertThat(length(BoundaryPolicy.analysis(longest))).isLessThanOrEqualTo(MANAGED_LIMIT);
        assertThat(length(BoundaryPolicy.source(longest, source)))
                .isLessThanOrEqualTo(MANAGED_LIMIT);
        assertThat(length(PlanPolicy.analysis(longest, keys))).isLessThanOrEqualTo(INLINE_LIMIT);
        assertThat(length(DeployPolicy.guarded(longest))).isLessThanOrEqualTo(INLINE_LIMIT);
        assertThat(length(DeployPolicy.source(longest, source))).isLessThanOrEqualTo(INLINE_LIMIT);
    }

    private static int length(PolicyDocument policy) {
        return length(policy.json());
    }

    /** With ARNs of keys as long as they become. */
    private static int length(String policy) {
        String key =
                "arn:aws:kms:ap-northeast-1:111111111111:key/01234567-89ab-cdef-0123-456789abcdef";
        return policy.replaceAll("\\$\\{[^}]*}", key).length();
    }

    private static JsonNode statements(JsonNode policy) {
        return TestJson.parse(policy.at("/policy").asText()).at("/Statement");
    }

    private static String stopPolicy() {
        return "arn:aws:iam::111111111111:policy/acme-prod-stop-queries";
    }

    /** A key's ARN, which only Terraform knows, is one of the account's. */
    private static String known(Synthesised stack, String resource) {
        return resource.startsWith("${")
                ? "arn:aws:kms:%s:%s:key/1".formatted(TestEnvironments.REGION, stack.account())
                : resource;
    }
}
