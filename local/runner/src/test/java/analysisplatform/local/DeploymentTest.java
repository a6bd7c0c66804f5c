package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.baseline.PlannedBaseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is deployed is planned once more. Only such a plan holds every policy whole: before the
 * first apply the ids of keys are unknown, and with them most of what the roles may do.
 */
@OnTheStandIn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentTest {

    private final DeployedPlatform platform;

    private Map<String, Terraform.Plan> plans;

    DeploymentTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void planBothAccountsAgain() {
        plans = platform.deployment.plans();
    }

    @Test
    void aSecondPlanOfBothAccountsChangesNothing() {
        assertThat(plans.keySet()).hasSize(2);
        assertThat(plans.values()).extracting(Terraform.Plan::changes).containsOnly("");
    }

    @Test
    void noPlanBreaksARuleOfTheSecurityBaseline() {
        List<String> problems = new ArrayList<>();
        plans.forEach(
                (stack, plan) ->
                        PlannedBaseline.problems(plan.json(), plan.synthesised())
                                .forEach(problem -> problems.add(stack + ": " + problem)));

        assertThat(problems).isEmpty();
    }

    @Test
    void terraformAcceptsEveryStackOfEveryEnvironment() throws IOException {
        Workspace workspace =
                new Workspace(
                        OnTheStandIn.Extension.workspace().root(), platform.folder("validate"));
        Synthesis synthesis = new Synthesis(workspace, workspace.root().resolve("environments"));
        int validated = 0;

        for (Path stacks : List.of(synthesis.analysis(), synthesis.source())) {
            try (Stream<Path> all = Files.list(stacks)) {
                for (Path stack : all.sorted().toList()) {
                    Terraform terraform = new Terraform(workspace, stack);
                    terraform.initWithoutState();
                    terraform.validate();
                    validated++;
                }
            }
        }

        assertThat(validated).isGreaterThanOrEqualTo(2);
    }
}
