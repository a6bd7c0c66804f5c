package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.cost.EstimateSummary;
import analysisplatform.names.Names;
import analysisplatform.policy.WildcardReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that hold for every stack, whatever is added to it. */
class StackRulesTest {

    private static final Pattern ALL_OF_A_TYPE =
            Pattern.compile("\\*|arn:aws:(?!s3:)[^:]*:[^:]*:[^:]*:(\\*|[A-Za-z-]+[/:]\\*)");

    private static final Set<String> NAMES =
            Set.of("name", "bucket", "function_name", "data_source_id", "account_name");

    private static final Set<String> NAMED_WITHIN_ANOTHER =
            Set.of("aws_glue_catalog_table", "aws_athena_named_query");

    /** The property of QuickSight's own role; its name is not ours to choose. */
    private static final String FOREIGN_ROLE = "role";

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

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void noPolicyNamesARoleOrUserAsPrincipal(Synthesised stack) {
        List<String> principals =
                Policies.statements(stack).stream()
                        .flatMap(
                                statement ->
                                        TestJson.texts(statement.at("/Principal/AWS")).stream())
                        .filter(principal -> !principal.isEmpty())
                        .toList();

        assertThat(principals)
                .isNotEmpty()
                .allMatch(principal -> principal.matches("arn:aws:iam::[0-9]{12}:root"));
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void everybodyIsAPrincipalOnlyWhereSomethingIsDenied(Synthesised stack) {
        assertThat(Policies.statements(stack))
                .filteredOn(statement -> statement.at("/Principal").asText().equals("*"))
                .allMatch(statement -> statement.at("/Effect").asText().equals("Deny"));
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void accountsAreTrustedOnlyWithTheRoleInACondition(Synthesised stack) {
        assertThat(Policies.statements(stack))
                .filteredOn(statement -> !statement.at("/Principal/AWS").isMissingNode())
                .filteredOn(statement -> !statement.at("/Sid").asText().equals("Administer"))
                .allMatch(
                        statement ->
                                !statement
                                        .at("/Condition/ArnLike")
                                        .path("aws:PrincipalArn")
                                        .isMissingNode());
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void noStatementCoversEverythingWithoutAListedReason(Synthesised stack) {
        List<String> unexplained = new ArrayList<>();

        for (Map.Entry<String, JsonNode> policy : Policies.of(stack)) {
            boolean ofKey = policy.getKey().equals("aws_kms_key");
            for (JsonNode statement : policy.getValue().at("/Statement")) {
                boolean wide =
                        TestJson.texts(statement.at("/Resource")).stream()
                                .anyMatch(arn -> ALL_OF_A_TYPE.matcher(arn).matches());
                if (wide && !ofKey && !explained(TestJson.texts(statement.at("/Action")))) {
                    unexplained.add(statement.toString());
                }
            }
        }

        assertThat(unexplained).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void nothingIsAllowedByTheWholeService(Synthesised stack) {
        assertThat(Policies.statements(stack))
                .isNotEmpty()
                .filteredOn(statement -> statement.at("/Effect").asText().equals("Allow"))
                .noneMatch(
                        statement ->
                                TestJson.texts(statement.at("/Action")).stream()
                                        .anyMatch(action -> action.matches("\\*|[a-z0-9-]+:\\*")));
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void everyRoleHasItsRightsInlineOrIsQuickSightsOwn(Synthesised stack) {
        assertThat(stack.resources("aws_iam_role_policy_attachment")).isEmpty();
        assertThat(stack.resources("aws_iam_role_policy"))
                .allMatch(
                        policy ->
                                policy.at("/" + FOREIGN_ROLE).asText().startsWith("${aws_iam_role.")
                                        || policy.at("/" + FOREIGN_ROLE)
                                                .asText()
                                                .equals("aws-quicksight-service-role-v0"));
    }

    private static boolean explained(List<String> actions) {
        return List.of(WildcardReason.values()).stream()
                .filter(reason -> reason != WildcardReason.KEY_POLICY)
                .anyMatch(reason -> reason.actions().containsAll(actions));
    }

    private static String expectedAccount(Synthesised stack) {
        return switch (stack) {
            case FULL_ANALYSIS, LOCAL_ANALYSIS -> TestEnvironments.ANALYSIS_ACCOUNT;
            case FULL_SHOP -> TestEnvironments.SHOP_ACCOUNT;
            case FULL_BILLING -> TestEnvironments.BILLING_ACCOUNT;
        };
    }
}
