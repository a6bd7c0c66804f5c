package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.cost.EstimateSummary;
import analysisplatform.names.Names;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every stack says of itself: account, state, versions, tags, names. Security has rules of its
 * own in {@code analysisplatform.baseline}.
 */
class StackRulesTest {

    private static final Set<String> NAMES =
            Set.of("name", "bucket", "function_name", "data_source_id", "account_name");

    private static final Set<String> NAMED_WITHIN_ANOTHER =
            Set.of("aws_glue_catalog_table", "aws_athena_named_query");

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void stackCanBeAppliedToItsOwnAccountOnly(Synthesised stack) {
        JsonNode allowed = stack.json().at("/provider/aws/0/allowed_account_ids");

        assertThat(TestJson.texts(allowed)).containsExactly(expectedAccount(stack));
        assertThat(stack.json().at("/provider/aws")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void stateLiesLockedInTheStacksOwnAccount(Synthesised stack) {
        JsonNode backend = stack.json().at("/terraform/backend/s3");

        assertThat(backend.at("/bucket").asText())
                .isEqualTo(
                        Names.of(stack.environment())
                                .stateBucket(expectedAccount(stack), TestEnvironments.REGION));
        assertThat(backend.at("/use_lockfile").asBoolean()).isTrue();
        assertThat(backend.at("/encrypt").asBoolean()).isTrue();
        assertThat(TestJson.texts(backend.at("/allowed_account_ids")))
                .as("credentials of another account never get to a state")
                .containsExactly(expectedAccount(stack));
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void versionsArePinned(Synthesised stack) {
        assertThat(stack.json().at("/terraform/required_version").asText()).isEqualTo(">= 1.11");
        assertThat(stack.json().at("/terraform/required_providers/aws/version").asText())
                .isEqualTo("5.100.0");
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void everyDeploymentTellsWhatAMonthCosts(Synthesised stack) {
        assertThat(TestJson.texts(stack.json().at("/output/monthly_estimate/value")))
                .isEqualTo(EstimateSummary.of(stack.environment()))
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void everythingIsTaggedWithProjectAndEnvironment(Synthesised stack) {
        JsonNode tags = stack.json().at("/provider/aws/0/default_tags/0/tags");

        assertThat(tags.at("/Project").asText()).isEqualTo("acme");
        assertThat(tags.at("/Environment").asText()).isEqualTo(stack.environment().name());
        assertThat(tags.at("/Owner").asText()).isEqualTo("data-team");
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void everyNameCarriesProjectAndEnvironment(Synthesised stack) {
        String dashed = "acme-" + stack.environment().name();
        String underscored = "acme_" + stack.environment().name();
        List<String> strangers = new ArrayList<>();

        // Neither a table nor a saved query needs them: database and workgroup carry both.
        stack.resources()
                .filter(resource -> !NAMED_WITHIN_ANOTHER.contains(resource.getKey()))
                .forEach(
                        resource ->
                                resource.getValue().properties().stream()
                                        .filter(property -> NAMES.contains(property.getKey()))
                                        .map(property -> property.getValue().asText())
                                        .filter(name -> !name.startsWith("${"))
                                        .filter(name -> !name.contains(dashed))
                                        .filter(name -> !name.contains(underscored))
                                        .forEach(strangers::add));

        assertThat(strangers).isEmpty();
    }

    private static String expectedAccount(Synthesised stack) {
        return switch (stack) {
            case FULL_ANALYSIS, LOCAL_ANALYSIS -> TestEnvironments.ANALYSIS_ACCOUNT;
            case FULL_SHOP -> TestEnvironments.SHOP_ACCOUNT;
            case FULL_BILLING -> TestEnvironments.BILLING_ACCOUNT;
        };
    }
}
