package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.workflow.NightlyWorkflow;
import analysisplatform.workflow.PipelineArns;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/faults-by-state.md} forgets no state of the definition. */
class FaultsByStateTest {

    @Test
    void everyStateHasARowForEachOfItsFaults() {
        if (Boolean.getBoolean("golden.update")) {
            FaultsByState.complete(states());
        }
        assertThat(FaultsByState.onThePage().keySet())
                .as(
                        "to be completed with -Dgolden.update=true, then EveryStateTest with -Dfaults=missing as well")
                .containsExactlyElementsOf(FaultsByState.expected(states()));
    }

    private static WorkingStates states() {
        Workspace workspace = OnTheStandIn.Extension.workspace();
        Path environments =
                SmallEnvironment.write(
                        workspace.root().resolve("environments"),
                        workspace.emptyDirectory("environments-of-the-page"));
        Environment environment = EnvironmentLoader.load(environments.resolve("local"));
        PipelineArns arns = new PipelineArns("function", "quarantine-key", "masked-key");
        return WorkingStates.of(
                new NightlyWorkflow(environment, environment.sources().get(0), arns).json());
    }
}
