package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order in which policies decide, on the smallest accounts that show it. */
class IamTest {

    private static final String ROLE = "arn:aws:iam::111111111111:role/a";
    private static final String STRANGER = "arn:aws:iam::222222222222:role/s";
    private static final String KEY = "arn:aws:kms:eu-west-1:111111111111:key/k";
    private static final String OTHER = "arn:aws:iam::111111111111:role/other";

    private static final String ROOT = "{\"AWS\": [\"arn:aws:iam::111111111111:root\"]}";
    private static final String STRANGERS = "{\"AWS\": [\"arn:aws:iam::222222222222:root\"]}";
    private static final String IN_PERSON = "{\"AWS\": [\"" + ROLE + "\"]}";

    private static final JsonNode NOTHING = TestJson.parse("{\"Statement\": []}");

    private final Request read = Request.of(ROLE, "s3:GetObject", "arn:aws:s3:::b/x");
    private final Request foreign = Request.of(STRANGER, "s3:GetObject", "arn:aws:s3:::b/x");
    private final Request decrypt = Request.of(ROLE, "kms:Decrypt", KEY);
    private final Request become = Request.of(ROLE, "sts:AssumeRole", OTHER);

    @Test
    void nothingIsAllowedThatNoPolicyAllows() {
        assertThat(bucket(NOTHING, NOTHING).allows(read)).isFalse();
    }

    @Test
    void withinAnAccountOneSideIsEnough() {
        assertThat(bucket(mine("Allow"), NOTHING).allows(read)).isTrue();
        assertThat(bucket(NOTHING, theirs("Allow", IN_PERSON)).allows(read)).isTrue();
        assertThat(bucket(NOTHING, theirs("Allow", "\"*\"")).allows(read)).isTrue();
    }

    @Test
    void namingTheAccountLeavesTheDecisionToTheRolesOwnPolicy() {
        assertThat(bucket(NOTHING, theirs("Allow", ROOT)).allows(read)).isFalse();
        assertThat(bucket(mine("Allow"), theirs("Allow", ROOT)).allows(read)).isTrue();
    }

    @Test
    void denialOfEitherSideOutweighsAllAllows() {
        assertThat(bucket(mine("Deny"), theirs("Allow", IN_PERSON)).allows(read)).isFalse();
        assertThat(bucket(mine("Allow"), theirs("Deny", "\"*\"")).allows(read)).isFalse();
        assertThat(bucket(mine("Allow"), theirs("Deny", ROOT)).allows(read)).isFalse();
        assertThat(bucket(mine("Allow"), theirs("Deny", STRANGERS)).allows(read)).isTrue();
    }

    @Test
    void betweenAccountsBothSidesMustAllow() {
        assertThat(visited(mine("Allow"), theirs("Allow", STRANGERS)).allows(foreign)).isTrue();
        assertThat(visited(NOTHING, theirs("Allow", STRANGERS)).allows(foreign)).isFalse();
        assertThat(visited(NOTHING, theirs("Allow", "\"*\"")).allows(foreign)).isFalse();
        assertThat(visited(mine("Allow"), NOTHING).allows(foreign)).isFalse();
        assertThat(visited(mine("Allow"), theirs("Allow", ROOT)).allows(foreign)).isFalse();
    }

    @Test
    void whatHasNoPolicyIsOutOfReachOfAnotherAccount() {
        Iam iam = new Iam().addIdentity(STRANGER, List.of(mine("Allow")));
        String table = "arn:aws:glue:eu-west-1:111111111111:table/d/t";

        assertThat(iam.allows(Request.of(STRANGER, "glue:GetTable", table))).isFalse();
        assertThat(iam.allows(Request.of(STRANGER, "s3:GetObject", "arn:aws:s3:::unknown/x")))
                .isFalse();
    }

    @Test
    void keyIsUsedOnlyAsItsOwnPolicySays() {
        assertThat(key(mine("Allow"), NOTHING).allows(decrypt)).isFalse();
        assertThat(key(mine("Allow"), theirs("Allow", ROOT)).allows(decrypt)).isTrue();
        assertThat(key(NOTHING, theirs("Allow", ROOT)).allows(decrypt)).isFalse();
        assertThat(key(NOTHING, theirs("Allow", IN_PERSON)).allows(decrypt)).isTrue();
        assertThat(key(mine("Deny"), theirs("Allow", IN_PERSON)).allows(decrypt)).isFalse();
    }

    @Test
    void roleIsBecomeOnlyAsItsTrustSays() {
        assertThat(trust(mine("Allow"), NOTHING).allows(become)).isFalse();
        assertThat(trust(mine("Allow"), trusting(ROOT)).allows(become)).isTrue();
        assertThat(trust(NOTHING, trusting(ROOT)).allows(become)).isFalse();
        assertThat(trust(NOTHING, trusting(IN_PERSON)).allows(become)).isTrue();
    }

    @Test
    void trustSaysNothingOfWhatElseIsDoneWithARole() {
        Request pass = Request.of(ROLE, "iam:PassRole", OTHER);

        assertThat(trust(NOTHING, theirs("Allow", IN_PERSON)).allows(pass)).isFalse();
        assertThat(trust(mine("Allow"), NOTHING).allows(pass)).isTrue();
    }

    @Test
    void serviceNeedsToBeNamed() {
        Request service = Request.of("states.amazonaws.com", "sts:AssumeRole", OTHER);

        assertThat(
                        trust(NOTHING, trusting("{\"Service\": \"states.amazonaws.com\"}"))
                                .allows(service))
                .isTrue();
        assertThat(
                        trust(NOTHING, trusting("{\"Service\": \"glue.amazonaws.com\"}"))
                                .allows(service))
                .isFalse();
        assertThat(trust(NOTHING, trusting(ROOT)).allows(service)).isFalse();
    }

    @Test
    void providerVouchesOnlyWhereItIsNamedAndNotForItsAccount() {
        String provider = "arn:aws:iam::111111111111:oidc-provider/token";
        Request token = Request.of(provider, "sts:AssumeRoleWithWebIdentity", OTHER);
        String named = "{\"Federated\": \"" + provider + "\"}";

        assertThat(trust(NOTHING, trusting(named)).allows(token)).isTrue();
        assertThat(trust(NOTHING, trusting(ROOT)).allows(token)).isFalse();
    }

    @Test
    void boundaryTakesAndGivesNothing() {
        assertThat(bucket(mine("Allow"), NOTHING).addBoundary(ROLE, NOTHING).allows(read))
                .isFalse();
        assertThat(bucket(NOTHING, NOTHING).addBoundary(ROLE, mine("Allow")).allows(read))
                .isFalse();
        assertThat(bucket(mine("Allow"), NOTHING).addBoundary(ROLE, mine("Allow")).allows(read))
                .isTrue();
        assertThat(
                        bucket(NOTHING, theirs("Allow", IN_PERSON))
                                .addBoundary(ROLE, mine("Deny"))
                                .allows(read))
                .isFalse();
    }

    @Test
    void theUnknownAreAdministratorsOfTheirAccounts() {
        assertThat(visited(NOTHING, theirs("Allow", STRANGERS)).allows(by("333333333333")))
                .isFalse();
        assertThat(visited(NOTHING, theirs("Allow", STRANGERS)).allows(by("222222222222")))
                .isTrue();
    }

    @Test
    void whatTheEvaluatorDoesNotKnowIsAnErrorBeforeAnybodyAsks() {
        JsonNode unknown =
                TestJson.parse(
                        """
                        {"Statement": [{"Effect": "Deny", "Action": "never:Asked", "Resource": "*",
                          "Condition": {"BinaryEquals": {"aws:CurrentTime": "2026-01-01"}}}]}
                        """);

        assertThatThrownBy(() -> new Iam().addIdentity(ROLE, List.of(unknown)))
                .hasMessageContaining("BinaryEquals");
    }

    private static Request by(String account) {
        String unknown = "arn:aws:iam::" + account + ":role/unknown";
        return Request.of(unknown, "s3:GetObject", "arn:aws:s3:::b/x");
    }

    private static Iam bucket(JsonNode own, JsonNode policy) {
        return new Iam().addIdentity(ROLE, List.of(own)).addBucket("b", "111111111111", policy);
    }

    private static Iam visited(JsonNode own, JsonNode policy) {
        return new Iam().addIdentity(STRANGER, List.of(own)).addBucket("b", "111111111111", policy);
    }

    private static Iam key(JsonNode own, JsonNode policy) {
        return new Iam().addIdentity(ROLE, List.of(own)).addResource(KEY, policy);
    }

    private static Iam trust(JsonNode own, JsonNode policy) {
        return new Iam().addIdentity(ROLE, List.of(own)).addResource(OTHER, policy);
    }

    private static JsonNode mine(String effect) {
        return policy(
                "{\"Effect\": \"%s\", \"Action\": \"*\", \"Resource\": \"*\"}".formatted(effect));
    }

    private static JsonNode theirs(String effect, String principal) {
        return policy(
                "{\"Effect\": \"%s\", \"Principal\": %s, \"Action\": \"*\", \"Resource\": \"*\"}"
                        .formatted(effect, principal));
    }

    private static JsonNode trusting(String principal) {
        return policy(
                "{\"Effect\": \"Allow\", \"Principal\": %s, \"Action\": \"sts:Assume*\"}"
                        .formatted(principal));
    }

    private static JsonNode policy(String statement) {
        return TestJson.parse("{\"Statement\": [" + statement + "]}");
    }
}
