package analysisplatform.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Part of a stack in two plans of Terraform 1.11.4 with provider 5.100.0: one from nothing, with
 * much that is unknown, and one of what is deployed. Both are good; a mistake in either is found.
 */
class PlannedMistakesTest {

    private static final String NOBODY = "arn:aws:kms:ap-northeast-1:999999999999:key/theirs";

    private static final String BUCKET = "aws_s3_bucket.store_results_bucket_72133A1B";
    private static final String ENCRYPTION =
            "aws_s3_bucket_server_side_encryption_configuration.store_results_encryption_EFD40D95";
    private static final String TOPIC = "aws_sns_topic.failure-mail_topic_1F1AE201";
    private static final String QUEUE = "aws_sqs_queue.dead-letters_queue_20205199";
    private static final String ROLE = "aws_iam_role.export_role_73E454B7";
    private static final String RIGHTS = "aws_iam_role_policy.export_role_policy_EB2CDBB1";
    private static final String FUNCTION = "aws_lambda_function.export_function_7C9753C6";
    private static final String LOG = "aws_cloudwatch_log_group.export_log_A5706540";
    private static final String WORKGROUP = "aws_athena_workgroup.workgroups_analysts_D2351E4E";

    private enum Recorded {
        NEW,
        DEPLOYED;

        private Plan read() {
            Path file =
                    Path.of(
                            "src/test/resources/baseline/plans",
                            name().toLowerCase(Locale.ROOT) + ".json");
            try {
                return new Plan(TestJson.parse(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A plan to be spoiled. */
    private record Plan(JsonNode json) {

        private ArrayNode resources() {
            return (ArrayNode) json.at("/planned_values/root_module/resources");
        }

        private void forget(String type) {
            for (int i = resources().size() - 1; i >= 0; i--) {
                if (resources().get(i).path("type").asText().equals(type)) {
                    resources().remove(i);
                }
            }
        }

        private ObjectNode values(String address) {
            for (JsonNode resource : resources()) {
                if (resource.path("address").asText().equals(address)) {
                    return (ObjectNode) resource.path("values");
                }
            }
            throw new IllegalArgumentException("There is no " + address);
        }

        private ObjectNode block(String address, String pointer) {
            return (ObjectNode) values(address).at(pointer);
        }
    }

    private enum Mistake {
        NO_BLOCK(
                plan -> plan.forget("aws_s3_bucket_public_access_block"),
                "bucket-public-access " + BUCKET),
        PUBLIC_LISTS(
                plan ->
                        plan.values(
                                        "aws_s3_bucket_public_access_block"
                                                + ".store_results_public-access_03979FD0")
                                .put("block_public_acls", false),
                "bucket-public-access " + BUCKET),
        KEY_OF_OTHERS(
                plan ->
                        plan.block(ENCRYPTION, "/rule/0/apply_server_side_encryption_by_default/0")
                                .put("kms_master_key_id", NOBODY),
                "bucket-encryption " + BUCKET,
                "own-keys " + ENCRYPTION),
        NO_KEY(
                plan -> plan.values(TOPIC).put("kms_master_key_id", ""),
                "topic-encryption " + TOPIC),
        LOST_TAG(
                plan -> plan.block(QUEUE, "/tags_all").remove("Environment"),
                "tags-arrive " + QUEUE),
        NO_TAG(plan -> plan.values(QUEUE).putObject("tags_all"), "tags-arrive " + QUEUE),
        CHANGED_TAG(
                plan -> plan.block(QUEUE, "/tags_all").put("Environment", "another"),
                "tags-arrive " + QUEUE),
        OTHER_REGION(
                plan -> plan.values(QUEUE).put("arn", "arn:aws:sqs:us-east-1:111111111111:q"),
                "one-place " + QUEUE),
        OTHER_ACCOUNT(
                plan -> plan.values(QUEUE).put("arn", "arn:aws:sqs:ap-northeast-1:999999999999:q"),
                "one-place " + QUEUE),
        ABSENT_SOURCE(
                plan -> {
                    plan.values(QUEUE).put("arn", "arn:aws:sqs:ap-northeast-1:111111111111:q");
                    plan.values(ROLE)
                            .put(
                                    "assume_role_policy",
                                    """
                                    {"Statement": [{"Sid": "In", "Effect": "Allow",
                                      "Principal": {"Service": "sqs.amazonaws.com"},
                                      "Action": "sts:AssumeRole", "Condition": {"ArnLike": {
                                        "aws:SourceArn":
                                          "arn:aws:sqs:ap-northeast-1:111111111111:another"}}}]}
                                    """);
                },
                "sources-exist " + ROLE + "#In"),
        EVERYTHING(
                plan ->
                        plan.values(RIGHTS)
                                .put(
                                        "policy",
                                        """
                                        {"Statement": [{"Sid": "All", "Effect": "Allow",
                                          "Action": "s3:*", "Resource": "*"}]}
                                        """),
                "policy-actions " + RIGHTS + "#All",
                "policy-resources " + RIGHTS + "#All"),
        LOG_OF_OTHERS(
                plan -> plan.block(FUNCTION, "/logging_config/0").put("log_group", "/aws/another"),
                "function-log " + FUNCTION),
        KEPT_LOG(plan -> plan.values(LOG).put("retention_in_days", 0), "log-retention " + LOG),
        OWN_SETTINGS(
                plan ->
                        plan.block(WORKGROUP, "/configuration/0")
                                .put("enforce_workgroup_configuration", false),
                "athena-settings " + WORKGROUP);

        private final Consumer<Plan> spoil;
        private final Set<String> found;

        Mistake(Consumer<Plan> spoil, String... found) {
            this.spoil = spoil;
            this.found = Set.of(found);
        }
    }

    static Stream<Arguments> mistakesInPlans() {
        return Stream.of(Mistake.values())
                .flatMap(it -> Stream.of(Recorded.values()).map(plan -> Arguments.of(it, plan)));
    }

    @ParameterizedTest
    @EnumSource
    void aGoodPlanBreaksNoRule(Recorded recorded) {
        assertThat(broken(recorded.read())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakesInPlans")
    void aMistakeIsFound(Mistake mistake, Recorded recorded) {
        Plan plan = recorded.read();

        mistake.spoil.accept(plan);

        assertThat(broken(plan)).containsExactlyInAnyOrderElementsOf(mistake.found);
    }

    @Test
    void whatAPlanLacksOfItsStackIsFound() {
        JsonNode synthesised =
                TestJson.parse("{\"resource\": {\"aws_sqs_queue\": {\"lost\": {}}}}");

        assertThat(PlannedBaseline.problems(Recorded.NEW.read().json(), synthesised))
                .containsExactly("aws_sqs_queue.lost is in the stack and not in its plan");
    }

    private static List<String> broken(Plan plan) {
        Stack stack = PlannedStack.of("recorded", plan.json());
        List<String> broken = new ArrayList<>();
        for (Rule rule : Baseline.ofPlans()) {
            rule.unexcused(stack).forEach(it -> broken.add(rule.id() + " " + it.address()));
        }
        return broken;
    }
}
