package analysisplatform.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

class StateBucketTest {

    private static final String NAME = "p-dev-state-111111111111-ap-northeast-1";
    private static final Target TARGET =
            new Target(NAME, "111111111111", "ap-northeast-1", Map.of("Project", "p"));

    private final FakeS3 s3 = new FakeS3();

    @Test
    void firstRunCreatesTheBucketWithEverySetting() throws Exception {
        Map<String, Outcome> outcomes = ensure();

        assertThat(outcomes.values()).containsOnly(Outcome.CREATED);
        assertThat(outcomes.keySet())
                .containsExactly(
                        "bucket",
                        "public access block",
                        "ownership",
                        "TLS-only policy",
                        "deletion guard",
                        "encryption",
                        "versioning",
                        "lifecycle",
                        "tags");
        assertThat(s3.location).isEqualTo("ap-northeast-1");
        assertThat(s3.publicAccess.blockPublicAcls()).isTrue();
        assertThat(s3.publicAccess.blockPublicPolicy()).isTrue();
        assertThat(s3.publicAccess.ignorePublicAcls()).isTrue();
        assertThat(s3.publicAccess.restrictPublicBuckets()).isTrue();
        assertThat(s3.ownership.rules().get(0).objectOwnershipAsString())
                .isEqualTo("BucketOwnerEnforced");
        assertThat(encryptionOf(s3)).isEqualTo("AES256");
        assertThat(s3.versioning).isEqualTo(BucketVersioningStatus.ENABLED);
        assertThat(s3.tags).containsExactly(tag("Project", "p"));
        LifecycleRule rule = s3.lifecycle.get(0);
        assertThat(rule.noncurrentVersionExpiration().noncurrentDays()).isEqualTo(90);
        assertThat(rule.expiration().days()).as("a current state never expires").isNull();
    }

    @Test
    void policyDeniesEverybodyWithoutTlsOnTheBucketAndItsObjects() throws Exception {
        ensure();

        JsonNode statement = new ObjectMapper().readTree(s3.policy).path("Statement").get(0);
        assertThat(statement)
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {
                                          "Sid": "TlsOnly", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
                                          "Resource": ["arn:aws:s3:::%s", "arn:aws:s3:::%s/*"],
                                          "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
                                        """
                                                .formatted(NAME, NAME)));
    }

    @Test
    void secondRunChangesNothing() {
        ensure();
        s3.writes.clear();

        Map<String, Outcome> outcomes = ensure();

        assertThat(outcomes.values()).containsOnly(Outcome.ALREADY);
        assertThat(s3.writes).isEmpty();
    }

    @Test
    void acceptsALifecycleRuleThatS3AnswersWithoutAPrefix() {
        ensure();
        s3.lifecycle =
                List.of(
                        s3.lifecycle.get(0).toBuilder()
                                .filter(LifecycleRuleFilter.builder().build())
                                .build());

        assertThat(ensure()).containsEntry("lifecycle", Outcome.ALREADY);
    }

    @Test
    void repairsWhatWasLoosenedAndNothingElse() {
        ensure();
        s3.versioning = BucketVersioningStatus.SUSPENDED;
        s3.publicAccess = PublicAccessBlockConfiguration.builder().blockPublicAcls(true).build();
        s3.writes.clear();

        Map<String, Outcome> outcomes = ensure();

        assertThat(s3.writes).containsExactly("PutPublicAccessBlock", "PutBucketVersioning");
        assertThat(outcomes)
                .containsEntry("bucket", Outcome.ALREADY)
                .containsEntry("versioning", Outcome.REPAIRED)
                .containsEntry("public access block", Outcome.REPAIRED)
                .containsEntry("encryption", Outcome.ALREADY);
        assertThat(s3.versioning).isEqualTo(BucketVersioningStatus.ENABLED);
        assertThat(s3.publicAccess.restrictPublicBuckets()).isTrue();
    }

    @Test
    void keepsStatementsRulesAndTagsOfOthers() throws Exception {
        s3.owner = FakeS3.Owner.US;
        s3.policy =
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Sid": "Audit", "Effect": "Deny", "Principal": "*", "Action": "s3:PutBucketPolicy"},
                  {"Sid": "TlsOnly", "Effect": "Allow", "Principal": "*", "Action": "s3:*"}]}
                """;
        LifecycleRule other = LifecycleRule.builder().id("other").build();
        s3.lifecycle = List.of(other);
        s3.tags = List.of(tag("CostCenter", "7"), tag("Project", "old"));

        ensure();

        JsonNode statements = new ObjectMapper().readTree(s3.policy).path("Statement");
        assertThat(statements.findValuesAsText("Sid"))
                .containsExactly("Audit", "TlsOnly", "KeepTheState");
        assertThat(statements.findValuesAsText("Effect")).containsOnly("Deny");
        assertThat(s3.lifecycle).contains(other).hasSize(2);
        assertThat(s3.tags).containsExactly(tag("CostCenter", "7"), tag("Project", "p"));
    }

    @Test
    void nobodyDeletesTheBucketAndEverybodyMayStillDeleteALock() throws Exception {
        ensure();

        JsonNode guard = new ObjectMapper().readTree(s3.policy).path("Statement").get(1);

        assertThat(guard.path("Effect").asText()).isEqualTo("Deny");
        assertThat(guard.path("Principal").asText()).isEqualTo("*");
        assertThat(guard.path("Action").asText()).isEqualTo("s3:DeleteBucket");
        assertThat(guard.path("Resource")).hasSize(1);
        assertThat(guard.path("Resource").get(0).asText()).doesNotContain("/*");
        assertThat(guard.has("Condition")).isFalse();
    }

    @Test
    void leavesACustomerKeyThatSomebodyChose() {
        ensure();
        s3.encryption =
                ServerSideEncryptionConfiguration.builder()
                        .rules(
                                ServerSideEncryptionRule.builder()
                                        .applyServerSideEncryptionByDefault(
                                                by -> by.sseAlgorithm(ServerSideEncryption.AWS_KMS))
                                        .build())
                        .build();

        assertThat(ensure()).containsEntry("encryption", Outcome.ALREADY);
        assertThat(encryptionOf(s3)).isEqualTo("aws:kms");
    }

    @Test
    void dryRunOnlyLooks() {
        Map<String, Outcome> missing = run(true);
        assertThat(missing.values()).containsOnly(Outcome.CREATED);
        assertThat(s3.writes).isEmpty();

        ensure();
        s3.versioning = null;
        s3.writes.clear();

        assertThat(run(true)).containsEntry("versioning", Outcome.REPAIRED);
        assertThat(s3.writes).isEmpty();
    }

    @Test
    void namesNoLocationInTheRegionThatForbidsIt() {
        Target virginia = new Target("b", "111111111111", "us-east-1", Map.of());

        new StateBucket(s3, virginia, false).ensure((setting, outcome) -> {});

        assertThat(s3.owner).isEqualTo(FakeS3.Owner.US);
        assertThat(s3.location).isNull();
    }

    @Test
    void refusesANameThatAStrangerTook() {
        s3.owner = FakeS3.Owner.A_STRANGER;

        assertThatThrownBy(this::ensure)
                .isInstanceOf(BootstrapRefused.class)
                .hasMessageContaining(NAME + " is taken by another AWS account");
    }

    @Test
    void saysWhichPermissionIsMissingToReadAnOwnBucket() {
        s3.owner = FakeS3.Owner.US_BUT_UNREADABLE;

        assertThatThrownBy(this::ensure)
                .isInstanceOf(BootstrapRefused.class)
                .hasMessageContaining("exists in account 111111111111")
                .hasMessageContaining("s3:ListBucket");
    }

    @ParameterizedTest
    @EnumSource(names = {"A_STRANGER", "US_BUT_UNREADABLE"})
    void dryRunNeverCreatesToFindOutWhoseBucketItIs(FakeS3.Owner owner) {
        s3.owner = owner;

        assertThatThrownBy(() -> run(true))
                .isInstanceOf(BootstrapRefused.class)
                .hasMessageContaining("denies access to the bucket of " + NAME);
        assertThat(s3.writes).isEmpty();
    }

    @Test
    void saysWhichSettingIsDeniedAndStopsThere() {
        s3.denied = "PutBucketVersioning";

        assertThatThrownBy(this::ensure)
                .isInstanceOf(BootstrapRefused.class)
                .hasMessage(
                        "AWS denies access to the versioning of %s (AccessDenied): use a role that may administer S3 in account 111111111111.",
                        NAME);
        assertThat(s3.writes).doesNotContain("PutBucketLifecycleConfiguration");
    }

    private Map<String, Outcome> ensure() {
        return run(false);
    }

    private Map<String, Outcome> run(boolean dryRun) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        new StateBucket(s3, TARGET, dryRun).ensure(outcomes::put);
        return outcomes;
    }

    private static String encryptionOf(FakeS3 s3) {
        return s3.encryption
                .rules()
                .get(0)
                .applyServerSideEncryptionByDefault()
                .sseAlgorithmAsString();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
