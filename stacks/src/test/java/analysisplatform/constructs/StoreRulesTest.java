package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Source;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * What differs between buckets, and how logs and objects are kept. What is the same for all is a
 * rule of {@code analysisplatform.baseline}.
 */
class StoreRulesTest {

    private static final Synthesised PROD = Synthesised.FULL_ANALYSIS;
    private static final Synthesised LOCAL = Synthesised.LOCAL_ANALYSIS;

    @Test
    void quarantineAndMaskedDataHaveDifferentKeys() {
        assertThat(keyOf("quarantine")).contains("quarantine-key").isNotEqualTo(keyOf("masked"));
        assertThat(keyOf("results")).isEqualTo(keyOf("masked"));
        assertThat(keyOf("evidence_bucket")).isEqualTo(keyOf("masked"));
    }

    @Test
    void rawExportsExpireButThePseudonymKeyDoesNot() {
        JsonNode rules = of("quarantine", "aws_s3_bucket_lifecycle_configuration").at("/rule");

        assertThat(rules.at("/0/filter/prefix").asText()).isEqualTo("exports/");
        assertThat(rules.at("/0/expiration/days").asInt()).isEqualTo(3);
        assertThat(rules.at("/0/noncurrent_version_expiration/noncurrent_days").asInt())
                .isEqualTo(1);
        assertThat(rules.findValues("expiration")).hasSize(1);
        assertThat(rules.findValues("noncurrent_version_expiration")).hasSize(1);
    }

    @Test
    void maskedRunsNeverExpireByAge() {
        JsonNode rules = of("masked", "aws_s3_bucket_lifecycle_configuration").at("/rule");

        assertThat(rules.findValues("days")).isEmpty();
        assertThat(rules.at("/0/noncurrent_version_expiration/noncurrent_days").asInt())
                .isEqualTo(7);
    }

    @Test
    void queryResultsExpire() {
        JsonNode rules = of("results", "aws_s3_bucket_lifecycle_configuration").at("/rule");

        assertThat(rules.at("/0/expiration/days").asInt()).isEqualTo(30);
    }

    @Test
    void reportsAreLockedAsLongAsConfiguredAndThenExpire() {
        JsonNode lock = of("evidence_bucket", "aws_s3_bucket_object_lock_configuration");
        JsonNode rules = of("evidence_bucket", "aws_s3_bucket_lifecycle_configuration").at("/rule");

        assertThat(bucket(PROD, "evidence").at("/object_lock_enabled").asBoolean()).isTrue();
        assertThat(lock.at("/rule/default_retention/mode").asText()).isEqualTo("COMPLIANCE");
        assertThat(lock.at("/rule/default_retention/days").asInt()).isEqualTo(400);
        assertThat(rules.at("/0/expiration/days").asInt()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = ".*ANALYSIS")
    void noOtherBucketIsLocked(Synthesised stack) {
        assertThat(stack.resources("aws_s3_bucket"))
                .filteredOn(bucket -> bucket.has("object_lock_enabled"))
                .singleElement()
                .matches(bucket -> bucket.at("/bucket").asText().contains("-evidence-"));
        assertThat(stack.resources("aws_s3_bucket_object_lock_configuration")).hasSize(1);
    }

    /** Whoever deploys may not use the masked store's key. */
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = ".*ANALYSIS")
    void policySummariesLieUnlockedInTheMaskedStore(Synthesised stack) {
        assertThat(objects(stack, "policies/")).hasSize(stack.environment().sources().size());
        assertOpenInTheMaskedStore(objects(stack, "policies/"));
    }

    /** A file per table for its mask and for its proof; the residue and the source beside. */
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = ".*ANALYSIS")
    void statementsLieUnlockedInTheMaskedStore(Synthesised stack) {
        for (Source source : stack.environment().sources()) {
            String prefix = "statements/" + source.name() + "/";
            List<JsonNode> masks = objects(stack, prefix + "masks/");
            List<JsonNode> proofs = objects(stack, prefix + "proofs/");

            assertThat(masks).hasSize(source.tables().size());
            assertThat(proofs).hasSizeGreaterThan(source.tables().size());
            assertOpenInTheMaskedStore(masks);
            assertOpenInTheMaskedStore(proofs);
        }
        assertThat(stack.resources("aws_s3_object"))
                .allMatch(object -> object.at("/lifecycle/create_before_destroy").asBoolean());
    }

    private static List<JsonNode> objects(Synthesised stack, String prefix) {
        return stack.resources("aws_s3_object").stream()
                .filter(object -> object.at("/key").asText().startsWith(prefix))
                .toList();
    }

    private static void assertOpenInTheMaskedStore(List<JsonNode> objects) {
        assertThat(objects)
                .allSatisfy(
                        object -> {
                            assertThat(object.at("/bucket").asText()).contains("-masked-");
                            assertThat(object.at("/depends_on").toString())
                                    .contains("aws_s3_bucket.store_masked_");
                            assertThat(object.at("/server_side_encryption").asText())
                                    .isEqualTo("AES256");
                            assertThat(object.at("/content").asText())
                                    .as("a template of Terraform")
                                    .doesNotContain("${");
                        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = ".*ANALYSIS")
    void everyLogGroupForgets(Synthesised stack) {
        assertThat(stack.resources("aws_cloudwatch_log_group"))
                .hasSize(3)
                .allMatch(group -> group.at("/retention_in_days").asInt() == 90);
    }

    @Test
    void laptopsEnvironmentCanBeDestroyedWithItsContent() {
        assertThat(LOCAL.json().findValues("prevent_destroy")).isEmpty();
        assertThat(LOCAL.resources("aws_s3_bucket"))
                .allMatch(bucket -> bucket.at("/force_destroy").asBoolean());
        assertThat(LOCAL.resources("aws_dynamodb_table").get(0).at("/deletion_protection_enabled"))
                .hasToString("false");
    }

    private static JsonNode of(String bucket, String type) {
        return PROD.resources(type).stream()
                .filter(it -> it.at("/bucket").asText().matches(".*[._]" + bucket + "_.*"))
                .findFirst()
                .orElseThrow();
    }

    private static String keyOf(String bucket) {
        return of(bucket, "aws_s3_bucket_server_side_encryption_configuration")
                .findValue("kms_master_key_id")
                .asText();
    }

    private static JsonNode bucket(Synthesised stack, String name) {
        return stack.resources("aws_s3_bucket").stream()
                .filter(it -> it.at("/bucket").asText().contains("-" + name + "-"))
                .findFirst()
                .orElseThrow();
    }
}
