package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Kpi;
import analysisplatform.names.Arns;
import analysisplatform.quicksight.Asset;
import analysisplatform.quicksight.DataSet;
import analysisplatform.quicksight.Group;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The real Terraform and the real provider's schema on an environment with QuickSight. Services are
 * mocked: what AWS itself would say is not known here.
 */
class QuickSightPlanTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Environment environment;
    private static Terraform terraform;
    private static JsonNode resources;

    @BeforeAll
    static void synthesise() throws IOException {
        Path root = OnTheStandIn.Extension.workspace().root();
        Workspace workspace = new Workspace(root, root.resolve("local/runner/target/quicksight"));
        Optional<String> missing = new StandInTools(workspace).terraformIsMissing();
        missing.ifPresent(
                what -> System.out.println("SKIPPED: plans with QuickSight, because " + what));
        assumeTrue(missing.isEmpty(), () -> "SKIPPED: " + missing.orElseThrow());

        Path environments =
                QuickSightEnvironment.write(
                        root.resolve("environments"), workspace.emptyDirectory("environments"));
        environment = EnvironmentLoader.load(environments.resolve("local"));
        Path stack = new Synthesis(workspace, environments).analysis().resolve("local");
        resources = JSON.readTree(stack.resolve("cdk.tf.json").toFile()).get("resource");
        terraform = new Terraform(workspace, stack);
        terraform.initWithoutState();
    }

    @Test
    void theProviderKnowsEveryArgument() {
        terraform.validate();
    }

    /** Also those of GitHub's provider, whose thumbprint the bindings would ask for. */
    @Test
    void gitHubsProviderAndRolesAreAmongWhatIsValidated() {
        assertThat(resources.get("aws_iam_openid_connect_provider")).hasSize(1);
        assertThat(resources.get("aws_iam_role").findValuesAsText("name"))
                .contains("analysis-local-plan", "analysis-local-deploy");
    }

    @Test
    void thePlanHasTheVisualsColumnsAndPermissionsThatTheConfigurationAsksFor() {
        List<String> facts = new ArrayList<>();
        String dashboard = address("aws_quicksight_dashboard", "dashboard_id", "kpis");
        facts.add(
                equal(
                        "length(flatten([for s in %s.definition[0].sheets : s.visuals]))"
                                .formatted(dashboard),
                        Integer.toString(visuals())));
        facts.add(
                equal(
                        "length(flatten([for s in %s.definition[0].sheets : [for v in s.visuals : v.kpi_visual]]))"
                                .formatted(dashboard),
                        Integer.toString(tiles())));
        facts.add(permissions(dashboard, Asset.DASHBOARD));
        facts.add(permissions(address("aws_quicksight_folder", "folder_id", "kpis"), Asset.FOLDER));
        for (DataSet dataSet : DataSet.of(environment)) {
            facts.addAll(facts(dataSet));
        }
        facts.add(equal("length(%s)".formatted(members()), Integer.toString(4)));

        terraform.test("quicksight", mocks() + run(facts));

        assertThat(facts).hasSize(5 + 2 * 5);
    }

    private static List<String> facts(DataSet dataSet) {
        String address =
                "aws_quicksight_data_set."
                        + id("aws_quicksight_data_set", "data_set_id", dataSet.id());
        String columns =
                dataSet.columns().stream()
                        .map(column -> "\"%s %s\"".formatted(column.name(), column.type()))
                        .collect(Collectors.joining(", "));
        return List.of(
                equal(
                        "jsonencode([for c in one(one(%s.physical_table_map).relational_table).input_columns : \"${c.name} ${c.type}\"])"
                                .formatted(address),
                        "jsonencode([" + columns + "])"),
                permissions(address, Asset.DATA_SET));
    }

    /** Tiles, one trend each, charts that were asked for, and two tables. */
    private static int visuals() {
        int charts = 0;
        for (Kpi kpi : environment.kpis()) {
            charts += kpi.chart() == Kpi.Chart.NUMBER || kpi.chart() == Kpi.Chart.LINE ? 0 : 1;
        }
        return tiles() + environment.kpis().size() + charts + 2;
    }

    private static int tiles() {
        int tiles = 0;
        for (Kpi kpi : environment.kpis()) {
            if (kpi.query().dimension().isEmpty()) {
                tiles += kpi.target().isPresent() ? 2 : 1;
            }
        }
        return tiles;
    }

    /** Exactly these groups with exactly these actions. */
    private static String permissions(String address, Asset asset) {
        String expected =
                Stream.of(Group.values())
                        .filter(group -> !asset.actions(group).isEmpty())
                        .map(
                                group ->
                                        "\"%s\" = sort([%s])"
                                                .formatted(
                                                        arn(group),
                                                        asset.actions(group).stream()
                                                                .map(action -> '"' + action + '"')
                                                                .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining(", "));
        return equal(
                "jsonencode({ for p in %s.permissions : p.principal => sort(p.actions) })"
                        .formatted(address),
                "jsonencode({ " + expected + " })");
    }

    private static String arn(Group group) {
        return Arns.of(environment).quickSightGroup("analysis-local-" + group.word());
    }

    private static String members() {
        List<String> members = new ArrayList<>();
        resources
                .get("aws_quicksight_group_membership")
                .fieldNames()
                .forEachRemaining(
                        id ->
                                members.add(
                                        "aws_quicksight_group_membership." + id + ".member_name"));
        return "toset([" + String.join(", ", members) + "])";
    }

    private static String equal(String actual, String expected) {
        return """
                  assert {
                    condition     = %1$s == %2$s
                    error_message = "Not as configured: %3$s"
                  }
                """
                .formatted(actual, expected, actual.replaceAll("[\"$%{}\\\\]", ""));
    }

    private static String run(List<String> facts) {
        return "run \"configured\" {\n  command = apply\n" + String.join("", facts) + "}\n";
    }

    /** The provider checks ARNs of other resources, so mocked ones must look like ARNs. */
    private static String mocks() {
        TreeMap<String, String> mocks = new TreeMap<>();
        resources
                .fieldNames()
                .forEachRemaining(
                        type ->
                                mocks.put(
                                        type,
                                        """
                                          mock_resource "%s" {
                                            defaults = { arn = "arn:aws:iam::111111111111:role/mocked" }
                                          }
                                        """
                                                .formatted(type)));
        mocks.keySet().removeIf(type -> !type.startsWith("aws_"));
        for (Group group : Group.values()) {
            mocks.put(
                    "override " + group,
                    """
                      override_resource {
                        target = aws_quicksight_group.%s
                        values = { arn = "%s" }
                      }
                    """
                            .formatted(
                                    id(
                                            "aws_quicksight_group",
                                            "group_name",
                                            "analysis-local-" + group.word()),
                                    arn(group)));
        }
        return "mock_provider \"aws\" {\n" + String.join("", mocks.values()) + "}\n";
    }

    private static String address(String type, String key, String name) {
        return type + "." + id(type, key, "analysis-local-" + name);
    }

    private static String id(String type, String key, String value) {
        return resources.get(type).properties().stream()
                .filter(resource -> resource.getValue().get(key).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + type + " " + value))
                .getKey();
    }
}
