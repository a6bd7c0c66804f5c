package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the real Terraform plans for a platform that runs, when kpis.yaml changes. */
@OnTheStandIn
class KpiPlanTest {

    private static final Pattern CHANGE =
            Pattern.compile("(?m)^  # (aws_\\w+)\\.\\S+ (will be|must be) ([a-z -]+)$");

    private final DeployedPlatform platform;

    KpiPlanTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @Test
    void aNewKpiWithAnAlertChangesTheNightTheDashboardAndTheViewAndMakesAnAlarm()
            throws IOException {
        Path root = OnTheStandIn.Extension.workspace().root();
        Workspace workspace = new Workspace(root, platform.folder("kpi-plan"));
        Path environments =
                SmallEnvironment.write(
                        root.resolve("environments"), workspace.emptyDirectory("environments"));
        addKpi(environments.resolve("local/kpis.yaml"));
        Path stack = new Synthesis(workspace, environments).analysis().resolve("local");
        Terraform terraform =
                new Terraform(workspace, stack)
                        .on(platform.standIn.endpoint(), platform.names.account());
        terraform.init();
        terraform.takeStateOf(platform.deployment.stack("local"));

        String plan = terraform.planned();

        Set<String> changes = new TreeSet<>();
        CHANGE.matcher(plan).results().map(KpiPlanTest::change).forEach(changes::add);
        assertThat(changes)
                .as(plan)
                .containsExactly(
                        "aws_athena_named_query created",
                        "aws_cloudwatch_dashboard updated in-place",
                        "aws_cloudwatch_metric_alarm created",
                        "aws_glue_catalog_table updated in-place",
                        "aws_iam_role_policy updated in-place", // analysts see the new alarm
                        "aws_sfn_state_machine updated in-place");
        assertThat(plan).contains("Plan: 2 to add, 4 to change, 0 to destroy.");
    }

    private static String change(MatchResult match) {
        return match.group(1) + " " + match.group(3);
    }

    private static void addKpi(Path file) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        ObjectNode kpis = (ObjectNode) yaml.readTree(file.toFile());
        ArrayNode list = (ArrayNode) kpis.get("kpis");
        ObjectNode another = list.get(0).deepCopy();
        another.put("id", "another");
        list.add(another);
        Files.write(file, yaml.writeValueAsBytes(kpis));
    }
}
