package analysisplatform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
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
        JsonNode each = machine.at("/States/Prove/ItemProcessor/States");
        List<JsonNode> ends = new ArrayList<>();
        each.forEach(ends::add);
        ends.removeIf(state -> !state.has("End"));

        assertThat(ends)
                .hasSize(3)
                .allSatisfy(
                        end -> {
                            assertThat(fieldNames(end.get("Parameters")))
                                    .containsExactlyInAnyOrder(
                                            "report",
                                            end.at("/Parameters").has("violations")
                                                    ? "violations"
                                                    : "violations.$",
                                            "findings.$");
                            assertThat(end.at("/Parameters/report/name.$").asText())
                                    .isEqualTo("$.proof.name");
                            assertThat(end.has("ResultPath")).isFalse();
                        });
        assertThat(each.findValuesAsText("Type")).doesNotContain("Fail");
    }

    @Test
    void whatReadsAnEmptyTableIsLeftOutOfAProof() {
        JsonNode run = machine.at("/States/Prove/ItemProcessor/States/Run a proof");

        assertThat(run.at("/Parameters/QueryString.$").asText())
                .contains(
                        "States.ArrayGetItem($.file.sql.raw[0].texts, States.ArrayGetItem($.filled, $.file.sql.raw[0].table))");
        assertThat(machine.at("/States/Prove/ItemSelector/filled.$").asText())
                .isEqualTo("$.masking.filled");
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
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
