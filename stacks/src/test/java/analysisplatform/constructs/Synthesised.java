package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.workflow.PipelineArns;
import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stacks of the test environments, synthesised once for all tests of this JVM: loading the
 * provider takes longer than all tests together.
 */
public enum Synthesised {
    FULL_ANALYSIS("analysis", TestEnvironments.full(), null),
    FULL_SHOP("source-instance", TestEnvironments.full(), TestEnvironments.SHOP),
    FULL_BILLING("source-cluster", TestEnvironments.full(), TestEnvironments.BILLING),
    LOCAL_ANALYSIS("analysis-local", TestEnvironments.local(), null);

    private final String golden;
    private final Environment environment;
    private final Source source;
    private JsonNode json;

    Synthesised(String golden, Environment environment, Source source) {
        this.golden = golden;
        this.environment = environment;
        this.source = source;
    }

    public String golden() {
        return golden;
    }

    public Environment environment() {
        return environment;
    }

    public synchronized JsonNode json() {
        if (json == null) {
            json = isAnalysis() ? analysis(environment) : source(environment, source);
        }
        return json;
    }

    /** The account that the stack is applied to. */
    public String account() {
        return json().at("/provider/aws/0/allowed_account_ids/0").asText();
    }

    public boolean isAnalysis() {
        return source == null;
    }

    /** All resources of a type. */
    public List<JsonNode> resources(String type) {
        return stream(json().at("/resource/" + type)).toList();
    }

    /** The types and resources of the stack. */
    public Stream<Map.Entry<String, JsonNode>> resources() {
        return json().at("/resource").properties().stream()
                .flatMap(type -> stream(type.getValue()).map(it -> Map.entry(type.getKey(), it)));
    }

    /** The analysis stack of any environment, around state machines that do nothing. */
    public static JsonNode analysis(Environment environment) {
        Path jar = Path.of("src/test/resources/function.jar");
        return synthesised(
                new AnalysisStack(
                        Testing.app(),
                        new AnalysisStack.Config(environment, jar),
                        Synthesised::definition));
    }

    /** A source stack of any environment. */
    public static JsonNode source(Environment environment, Source source) {
        return synthesised(
                new SourceStack(Testing.app(), new SourceStack.Config(environment, source)));
    }

    private static JsonNode synthesised(TerraformStack stack) {
        return TestJson.parse(Testing.synth(stack, true));
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getValue);
    }

    private static String definition(Source source, PipelineArns arns) {
        return """
                {"StartAt": "Done", "States": {"Done": {"Type": "Succeed",\
                 "Comment": "%s %s %s %s"}}}"""
                .formatted(
                        source.name(),
                        arns.exportFunctionArn(),
                        arns.quarantineKeyArn(),
                        arns.maskedKeyArn());
    }
}
