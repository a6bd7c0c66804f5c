package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with the reports of the nights, which nobody can change. */
class EvidenceAccessTest {

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    evidence reader | s3:GetObject            | evidence evidence/shop/r1/t.html | may
    evidence reader | s3:GetObjectRetention   | evidence evidence/shop/r1/t.html | may
    evidence reader | s3:ListBucketVersions   | evidence                         | may
    evidence reader | s3:PutObject            | evidence evidence/shop/r1/t.html | may not
    evidence reader | s3:GetObject            | masked masked/shop/r1/users/x    | may not
    evidence reader | s3:GetObject            | quarantine exports/shop/e1/x     | may not
    evidence reader | s3:GetObject            | results analysts/q1.csv          | may not
    evidence reader | s3:DeleteObject         | evidence evidence/shop/r1/t.html | may not
    analyst         | s3:GetObject            | evidence evidence/shop/r1/t.html | may not
    analyst         | s3:ListBucket           | evidence                         | may not
    quicksight      | s3:GetObject            | evidence evidence/shop/r1/t.html | may not
    nightly shop    | s3:GetObject            | evidence evidence/shop/r1/t.html | may not
    nightly shop    | s3:PutObject            | evidence evidence/shop/r1/t.html | may not
    function        | s3:GetObject            | evidence evidence/shop/r1/t.html | may not
    function        | s3:DeleteObject         | evidence evidence/shop/r1/t.html | may not
    function        | s3:DeleteObjectVersion  | evidence evidence/shop/r1/t.html | may not
    function        | s3:BypassGovernanceRetention | evidence evidence/shop/r1/t.html | may not
    administrator   | s3:DeleteObject         | evidence evidence/shop/r1/t.html | may not
    administrator   | s3:DeleteObjectVersion  | evidence evidence/shop/r1/t.html | may not
    administrator   | s3:PutObjectRetention   | evidence evidence/shop/r1/t.html | may not
    administrator   | s3:BypassGovernanceRetention | evidence evidence/shop/r1/t.html | may not
    evidence reader | kms:Decrypt         | key masked     | may
    evidence reader | kms:GenerateDataKey | key masked     | may not
    evidence reader | kms:Decrypt         | key quarantine | may not
    administrator   | kms:Decrypt         | key masked     | may not
    function        | s3:GetObject | results pipeline/q1.csv             | may
    function        | s3:GetObject | results analysts/q1.csv             | may not
    function        | s3:PutObject | results pipeline/q1.csv             | may not
    function        | s3:GetObject | masked policies/shop/0a1b2c3d.json  | may
    function        | s3:PutObject | masked policies/shop/0a1b2c3d.json  | may not
    nightly shop    | s3:PutObject | masked policies/shop/0a1b2c3d.json  | may not
    administrator   | s3:PutBucketPolicy      | evidence                         | may
    administrator   | s3:PutBucketObjectLockConfiguration | evidence             | may
    """)
    void reportsOfTheNights(String who, String action, String what, String expected) {
        assertDecision(who, action, what, expected);
    }

    @Test
    void onlyTheFunctionWritesReportsAndOnlyWhereNoneIsYet() {
        String report = World.resource("evidence evidence/shop/r1/t.html");
        Request put = Request.of(World.principal("function"), "s3:PutObject", report);
        Request forged = Request.of(World.ADMINISTRATOR, "s3:PutObject", report);
        Request elsewhere =
                Request.of(
                        World.principal("function"),
                        "s3:PutObject",
                        World.resource("evidence evidence/unknown/r1/t.html"));

        assertThat(allowed(put.with("s3:if-none-match", "*"))).isTrue();
        assertThat(allowed(put)).isFalse();
        assertThat(allowed(forged.with("s3:if-none-match", "*"))).isFalse();
        assertThat(allowed(elsewhere.with("s3:if-none-match", "*"))).isFalse();
    }

    private static void assertDecision(String who, String action, String what, String expected) {
        Request request = Request.of(World.principal(who), action, World.resource(what));

        assertThat(allowed(request) ? "may" : "may not").isEqualTo(expected);
    }

    private static boolean allowed(Request request) {
        return World.policies().allows(request);
    }
}
