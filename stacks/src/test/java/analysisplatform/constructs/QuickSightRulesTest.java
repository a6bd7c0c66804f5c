package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.Testing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules of what QuickSight gets, and of switching it off. */
class QuickSightRulesTest {

    private static final Synthesised ON = Synthesised.FULL_ANALYSIS;

    @Test
    void everyoneIsInTheirGroupAndInNoOther() {
        Map<String, Set<String>> members =
                ON.resources("aws_quicksight_group_membership").stream()
                        .collect(
                                Collectors.groupingBy(
                                        it ->
                                                it.at("/group_name")
                                                        .asText()
                                                        .replaceAll(".*people_([a-z]+).*", "$1"),
                                        Collectors.mapping(
                                                it -> it.at("/member_name").asText(),
                                                Collectors.toSet())));

        assertThat(members)
                .containsOnly(
                        Map.entry(
                                "viewers",
                                Set.of("login/taro@example.com", "login/hanako@example.com")),
                        Map.entry("authors", Set.of("login/jiro@example.com")),
                        Map.entry("admins", Set.of("login/admin@example.com")));
    }

    @Test
    void everyDataSetIsInSpiceWithItsColumnsAndWithoutAClock() {
        assertThat(ON.resources("aws_quicksight_data_set"))
                .hasSize(4)
                .allSatisfy(
                        dataSet -> {
                            assertThat(dataSet.at("/import_mode").asText()).isEqualTo("SPICE");
                            assertThat(
                                            dataSet.at(
                                                    "/physical_table_map/0/relational_table/0/input_columns"))
                                    .isNotEmpty();
                        });
        assertThat(ON.resources("aws_quicksight_refresh_schedule")).isEmpty();
    }

    @Test
    void viewersSeeTheDashboardAndNoDataSet() {
        assertThat(groups("aws_quicksight_dashboard"))
                .containsExactly("viewers", "authors", "admins");
        assertThat(groups("aws_quicksight_folder")).containsExactly("viewers", "authors", "admins");
        assertThat(groups("aws_quicksight_data_set")).containsExactly("authors", "admins");
    }

    @Test
    void aChangedDashboardIsMadeAnewAndNothingElseChangesIt() {
        JsonNode dashboard = ON.resources("aws_quicksight_dashboard").get(0);
        JsonNode entry = ON.resources("aws_quicksight_folder_membership").get(0);
        JsonNode fingerprint = ON.resources("terraform_data").get(0);

        assertThat(TestJson.texts(dashboard.at("/lifecycle/ignore_changes")))
                .containsExactly("definition");
        for (JsonNode resource : List.of(dashboard, entry)) {
            assertThat(TestJson.texts(resource.at("/lifecycle/replace_triggered_by")))
                    .singleElement()
                    .asString()
                    .startsWith("terraform_data.quicksight_dashboard_fingerprint");
        }
        assertThat(dashboard.at("/version_description").asText())
                .isEqualTo("kpis.yaml " + fingerprint.at("/input").asText());
    }

    @Test
    void theDashboardReadsTheDataSetsOfThisStack() {
        JsonNode dashboard = ON.resources("aws_quicksight_dashboard").get(0);

        assertThat(dashboard.findValuesAsText("data_set_arn"))
                .hasSize(3)
                .allMatch(arn -> arn.startsWith("${aws_quicksight_data_set."));
        assertThat(dashboard.findValues("visual_id")).hasSize(2 + 1 + 2);
    }

    @Test
    void switchingItOffTakesAwayNothingElse() {
        JsonNode off =
                TestJson.parse(
                        Testing.synth(
                                new AnalysisStack(
                                        Testing.app(),
                                        new AnalysisStack.Config(
                                                TestEnvironments.fullWithoutQuickSight(),
                                                Path.of("src/test/resources/function.jar")),
                                        (source, arns) -> "{}"),
                                true));
        Set<String> lost = new TreeSet<>(addresses(ON.json()));
        lost.removeAll(addresses(off));
        Set<String> changed = new TreeSet<>();
        for (String address : addresses(off)) {
            if (!off.at("/resource/" + address).equals(ON.json().at("/resource/" + address))) {
                changed.add(address.replaceAll("_[0-9A-F]{8}$", ""));
            }
        }

        assertThat(addresses(ON.json())).containsAll(addresses(off));
        assertThat(lost)
                .isNotEmpty()
                .allMatch(
                        address ->
                                address.startsWith("aws_quicksight_")
                                        || address.contains("/quicksight_"));
        assertThat(changed)
                .containsExactlyInAnyOrder(
                        "aws_cloudwatch_dashboard/dashboard",
                        "aws_iam_policy/workflows_boundary",
                        "aws_iam_policy/workflows_deploy-2",
                        "aws_iam_policy/workflows_deploy-3",
                        "aws_iam_role_policy/nightly-shop_role_policy",
                        "aws_iam_role_policy/workflows_plan_policy",
                        "aws_kms_key/store_masked-key",
                        "aws_s3_object/evidence_policy-billing-eu",
                        "aws_s3_object/evidence_policy-shop",
                        "aws_sfn_state_machine/nightly-billing-eu_machine",
                        "aws_sfn_state_machine/nightly-shop_machine");
    }

    private static Set<String> addresses(JsonNode stack) {
        Set<String> addresses = new HashSet<>();
        stack.at("/resource")
                .properties()
                .forEach(
                        type ->
                                type.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                id -> addresses.add(type.getKey() + "/" + id)));
        return addresses;
    }

    private static List<String> groups(String type) {
        List<String> groups = new ArrayList<>();
        for (JsonNode permission : ON.resources(type).get(0).at("/permissions")) {
            groups.add(
                    permission.at("/principal").asText().replaceAll(".*people_([a-z]+).*", "$1"));
        }
        return groups;
    }
}
