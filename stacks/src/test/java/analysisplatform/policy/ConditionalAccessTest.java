package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rights that depend on more than who, what and on which resource. */
class ConditionalAccessTest {

    private static final String RAW = "exports/shop/e1/shop/shop.users/1/part-0.gz.parquet";

    @Test
    void callerRoleMayLetOnlyAwsServicesUseTheQuarantineKey() {
        Request grant =
                Request.of(
                        World.principal("caller shop"),
                        "kms:CreateGrant",
                        World.resource("key quarantine"));

        assertThat(allowed(grant.with("kms:GrantIsForAWSResource", "true"))).isTrue();
        assertThat(allowed(grant.with("kms:GrantIsForAWSResource", "false"))).isFalse();
    }

    @Test
    void nightlyRunTouchesOnlyItsOwnItems() {
        Request put =
                Request.of(
                        World.principal("nightly shop"),
                        "dynamodb:PutItem",
                        World.resource("dynamodb table/acme-prod-runs"));
        String key = "dynamodb:LeadingKeys";

        assertThat(allowed(put.with(key, "lock/shop"))).isTrue();
        assertThat(allowed(put.with(key, "published/shop"))).isTrue();
        assertThat(allowed(put.with(key, "drift/shop"))).isTrue();
        assertThat(allowed(put.with(key, "drift/billing-eu"))).isFalse();
        assertThat(allowed(put.with(key, "published/billing-eu"))).isFalse();
        assertThat(allowed(put.with(key, "lock/shop", "lock/billing-eu"))).isFalse();
    }

    @Test
    void nightlyRunLendsTheCrawlersRoleToGlueOnly() {
        Request pass =
                Request.of(
                        World.principal("nightly shop"),
                        "iam:PassRole",
                        World.resource("role crawler shop"));

        assertThat(allowed(pass.with("iam:PassedToService", "glue.amazonaws.com"))).isTrue();
        assertThat(allowed(pass.with("iam:PassedToService", "lambda.amazonaws.com"))).isFalse();
    }

    @Test
    void functionListsOnlyWhatItMayDelete() {
        Request list =
                Request.of(
                        World.principal("function"), "s3:ListBucket", World.resource("quarantine"));

        assertThat(allowed(list.with("s3:prefix", "exports/shop/"))).isTrue();
        assertThat(allowed(list.with("s3:prefix", "pseudonym-key/"))).isFalse();
        assertThat(allowed(list)).isFalse();
    }

    @Test
    void nobodyReadsOverAnUnencryptedConnection() {
        Request read =
                Request.of(
                        World.principal("nightly shop"),
                        "s3:GetObject",
                        World.resource("quarantine " + RAW));

        assertThat(allowed(read)).isTrue();
        assertThat(allowed(read.with("aws:SecureTransport", "false"))).isFalse();
    }

    private static boolean allowed(Request request) {
        return World.policies().allows(request);
    }
}
