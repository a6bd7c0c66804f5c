package analysisplatform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.masking.ProofStatement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the proofs of a night are run and weighed. */
class ProofStatesTest {

    private final JsonNode machine = definition();

    @Test
    void nothingIsPublishedUnlessEveryProofFoundNothing() {
        JsonNode proven = machine.at("/States/Is everything proven?");
        List<JsonNode> ways = new ArrayList<>();
        proven.get("Choices").forEach(ways::add);

        assertThat(ways)
                .filteredOn(way -> way.get("Next").asText().equals("Look at the export again"))
                .singleElement()
                .extracting(way -> way.get("And").toString())
                .isEqualTo(
                        "[{\"Variable\":\"$.proven.kinds\",\"NumericEquals\":1},"
                                + "{\"Variable\":\"$.proven.proven\",\"BooleanEquals\":true}]");
        assertThat(proven.get("Default").asText()).isEqualTo("The proof is violated");
    }

    @Test
    void theReportsOfAllProofsAreKeptAlsoWhenOneIsViolated() {
        JsonNode collect = machine.at("/States/Collect the proofs");

        assertThat(machine.at("/States/Prove/Next").asText()).isEqualTo("Collect the proofs");
        assertThat(collect.get("ResultPath").asText()).isEqualTo("$.proofs");
        for (JsonNode branch : machine.at("/States/Prove/Branches")) {
            List<JsonNode> ends = new ArrayList<>();
            branch.get("States").forEach(state -> ends.add(state));
            ends.removeIf(state -> !state.has("End"));

            assertThat(ends)
                    .hasSize(2)
                    .allSatisfy(
                            end -> {
                                JsonNode output =
                                        end.has("Result")
                                                ? end.get("Result")
                                                : end.get("Parameters");
                                assertThat(output.at("/report/name").asText()).isNotEmpty();
                            });
            assertThat(branch.toString()).doesNotContain("\"Type\":\"Fail\"");
        }
    }

    @Test
    void whatManyProofsShareStandsInTheDefinitionOnce() {
        String definition = machine.toString();

        for (String shared : ProofStatement.SHARED) {
            String json = new ObjectMapper().valueToTree(shared).toString();
            String text = json.substring(1, json.length() - 1);

            assertThat(definition.indexOf(text))
                    .isPositive()
                    .isEqualTo(definition.lastIndexOf(text));
        }
    }

    private static JsonNode definition() {
        return definition(local());
    }

    private static JsonNode definition(Environment environment) {
        String json =
                new NightlyWorkflow(
                                environment,
                                environment.sources().get(0),
                                new PipelineArns("function-arn", "quarantine-key", "masked-key"))
                        .json();
        try {
            return new ObjectMapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static Environment local() {
        return EnvironmentLoader.load(
                Path.of(System.getProperty("platform.root"), "environments", "local"));
    }
}
