package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Which resources no plan may destroy, and why the others may be. */
class KeepingTest {

    /** Their content cannot be made again. */
    private static final Set<String> STATEFUL =
            Set.of(
                    "aws_s3_bucket",
                    "aws_kms_key",
                    "aws_dynamodb_table",
                    "aws_quicksight_account_subscription");

    /** Of the stateful types, what may be destroyed all the same. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of("acme-prod-results-111111111111-ap-northeast-1", "results can be queried again");

    /** Made again by a deployment, or by the next night, with nothing lost that people need. */
    private static final List<String> REBUILT =
            List.of(
                    "aws_athena_",
                    "aws_budgets_",
                    "aws_chatbot_",
                    "aws_cloudwatch_",
                    "aws_glue_",
                    "aws_iam_",
                    "aws_kms_alias",
                    "aws_lambda_",
                    "aws_quicksight_dashboard",
                    "aws_quicksight_data_",
                    "aws_quicksight_folder",
                    "aws_quicksight_group",
                    "aws_quicksight_theme",
                    "aws_s3_bucket_",
                    "aws_s3_object",
                    "aws_scheduler_",
                    "aws_sfn_",
                    "aws_sns_",
                    "aws_sqs_",
                    "terraform_data");

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void everyTypeIsKnownToHoldWhatIsLostOrWhatIsRebuilt(Synthesised stack) {
        Set<String> unknown = new TreeSet<>();
        stack.resources()
                .map(Map.Entry::getKey)
                .filter(type -> !STATEFUL.contains(type))
                .filter(type -> REBUILT.stream().noneMatch(type::startsWith))
                .forEach(unknown::add);

        assertThat(unknown)
                .as("a new type is either STATEFUL, which needs prevent_destroy, or REBUILT")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = "FULL_.*")
    void noPlanDestroysWhatCannotBeMadeAgain(Synthesised stack) {
        List<String> unprotected =
                stack.resources()
                        .filter(resource -> STATEFUL.contains(resource.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(resource -> !resource.at("/lifecycle/prevent_destroy").asBoolean())
                        .map(KeepingTest::name)
                        .filter(name -> !EXCEPTIONS.containsKey(name))
                        .toList();

        assertThat(unprotected).isEmpty();
    }

    @Test
    void bucketsKeysRunsAndSubscriptionAreThoseThatAreProtected() {
        List<JsonNode> kept =
                Synthesised.FULL_ANALYSIS
                        .resources()
                        .map(Map.Entry::getValue)
                        .filter(resource -> resource.at("/lifecycle/prevent_destroy").asBoolean())
                        .toList();

        assertThat(kept)
                .extracting(KeepingTest::name)
                .containsExactlyInAnyOrder(
                        "acme-prod-quarantine-111111111111-ap-northeast-1",
                        "acme-prod-masked-111111111111-ap-northeast-1",
                        "acme-prod-evidence-111111111111-ap-northeast-1",
                        "Raw exports and the pseudonym key",
                        "Masked data, query results and reports",
                        "Alerts on their way",
                        "acme-prod-runs",
                        "acme-prod-analysis-111111111111");
        assertThat(
                        Synthesised.FULL_ANALYSIS
                                .resources("aws_dynamodb_table")
                                .get(0)
                                .at("/deletion_protection_enabled"))
                .hasToString("true");
    }

    private static String name(JsonNode resource) {
        for (String key : List.of("bucket", "name", "account_name", "description")) {
            if (resource.has(key)) {
                return resource.get(key).asText();
            }
        }
        return resource.toString();
    }
}
