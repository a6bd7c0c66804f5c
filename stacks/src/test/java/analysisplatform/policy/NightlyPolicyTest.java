package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.EnvironmentsFolder;
import analysisplatform.config.Source;
import analysisplatform.constructs.TestJson;
import analysisplatform.quicksight.QuickSightEnvironments;
import analysisplatform.workflow.NightlyWorkflow;
import analysisplatform.workflow.PipelineArns;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The role of the state machine against what the state machine does. */
class NightlyPolicyTest {

    /** IAM's names of the services that Step Functions calls otherwise. */
    private static final Map<String, String> SERVICES = Map.of("sfn", "states");

    private static final Map<String, String> ACTIONS =
            Map.of("lambda:Invoke", "lambda:InvokeFunction");

    @Test
    void everyCallOfTheStateMachineIsAllowed() {
        for (Environment environment : EnvironmentLoader.loadAll(EnvironmentsFolder.locate())) {
            for (Source source : environment.sources()) {
                assertThat(allowed(environment, source))
                        .as(environment.name() + "/" + source.name())
                        .containsAll(called(environment, source));
            }
        }
    }

    @Test
    void everyCallIsAllowedWithQuickSightToo() {
        Environment environment = QuickSightEnvironments.on();
        Source source = environment.sources().get(0);

        assertThat(called(environment, source)).contains("quicksight:CreateIngestion");
        assertThat(allowed(environment, source)).containsAll(called(environment, source));
    }

    private static Set<String> called(Environment environment, Source source) {
        PipelineArns arns = new PipelineArns("function", "quarantine-key", "masked-key");
        JsonNode machine = TestJson.parse(new NightlyWorkflow(environment, source, arns).json());
        Set<String> actions =
                machine.findValuesAsText("Resource").stream()
                        .map(NightlyPolicyTest::action)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(actions).hasSizeGreaterThan(5);
        return actions;
    }

    /** {@code arn:aws:states:::aws-sdk:glue:getTables} is {@code glue:GetTables}. */
    private static String action(String task) {
        String[] parts =
                task.replaceFirst("^arn:aws:states:::(aws-sdk:)?", "")
                        .replaceFirst("\\.sync$", "")
                        .split(":");
        String service = SERVICES.getOrDefault(parts[0], parts[0]);
        String action =
                service + ":" + Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1);
        return ACTIONS.getOrDefault(action, action);
    }

    private static Set<String> allowed(Environment environment, Source source) {
        return NightlyPolicy.of(environment, source, new KeyArns("quarantine", "masked", "alerts"))
                .statements()
                .stream()
                .flatMap(statement -> statement.actions().stream())
                .collect(Collectors.toSet());
    }
}
