package analysisplatform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.SourceTable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NightlyWorkflowTest {

    /**
     * AWS' limit of a definition: https://docs.aws.amazon.com/step-functions/latest/dg/limits.html
     */
    private static final int LONGEST_DEFINITION = 1024 * 1024;

    private final JsonNode machine = definition();

    @Test
    void everyTransitionLeadsToAStateOfTheSameChain() {
        for (JsonNode chain : chains(machine)) {
            Set<String> names = fieldNames(chain.get("States"));

            assertThat(names).contains(chain.get("StartAt").asText());
            for (Map.Entry<String, JsonNode> state : chain.get("States").properties()) {
                assertThat(names).as(state.getKey()).containsAll(targets(state.getValue()));
            }
        }
    }

    @Test
    void everyStateCanBeReached() {
        for (JsonNode chain : chains(machine)) {
            Set<String> reached = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(chain.get("StartAt").asText()));
            while (!open.isEmpty()) {
                String name = open.pop();
                if (reached.add(name)) {
                    open.addAll(targets(chain.get("States").get(name)));
                }
            }

            assertThat(reached).isEqualTo(fieldNames(chain.get("States")));
        }
    }

    @Test
    void noTwoStatesOfTheWholeMachineShareAName() {
        List<String> names = new ArrayList<>();
        chains(machine).forEach(chain -> names.addAll(fieldNames(chain.get("States"))));

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void everyTaskHasATimeLimitAndRepeatsWhatItsServiceSaysMayBeRepeated() {
        for (Map.Entry<String, JsonNode> task : tasks()) {
            assertThat(task.getValue().path("TimeoutSeconds").asInt())
                    .as(task.getKey())
                    .isPositive();
            assertThat(task.getValue().path("Retry")).as(task.getKey()).isNotEmpty();
            assertThat(task.getValue().path("Retry").toString())
                    .as(task.getKey())
                    .doesNotContain("States.ALL");
        }
    }

    @Test
    void everyTaskOfTheMainChainNamesWhereItsFailureGoes() {
        for (Map.Entry<String, JsonNode> state : machine.get("States").properties()) {
            String type = state.getValue().get("Type").asText();
            if (type.equals("Task") || type.equals("Parallel") || type.equals("Map")) {
                JsonNode catchers = state.getValue().path("Catch");

                assertThat(catchers).as(state.getKey()).isNotEmpty();
                assertThat(catchers.get(catchers.size() - 1).get("ErrorEquals").get(0).asText())
                        .as(state.getKey())
                        .isEqualTo("States.ALL");
            }
        }
    }

    @Test
    void noExecutionEndsWithANameThatOnlyTheLanguageMayGive() {
        JsonNode states = machine.get("States");
        JsonNode asked = states.get(FailureStates.FAILED);
        JsonNode shortened = states.get(asked.at("/Choices/0/Next").asText());

        assertThat(asked.at("/Choices/0/StringMatches").asText()).isEqualTo("States.*");
        assertThat(shortened.at("/Parameters/details/Error.$").asText())
                .isEqualTo(
                        "States.ArrayGetItem(States.StringSplit($.failure.details.Error, '.'), 1)");
        assertThat(asked.get("Default").asText()).isEqualTo("Failed");
        assertThat(states.findValuesAsText("Next")).containsOnlyOnce("Failed");
        assertThat(states.findValuesAsText("Default")).containsOnlyOnce("Failed");
    }

    @Test
    void everyFailureButThatOfTheLockItselfGoesThroughTheCleanUp() {
        JsonNode states = machine.get("States");
        List<String> straight = new ArrayList<>();
        states.properties()
                .forEach(
                        state -> {
                            if (state.getKey().endsWith(": failed")
                                    && state.getValue()
                                            .path("Next")
                                            .asText()
                                            .equals(FailureStates.FAILED)) {
                                straight.add(state.getKey());
                            }
                        });

        assertThat(straight)
                .containsExactlyInAnyOrder(
                        "Take the lock: failed",
                        "Read the lock: failed",
                        "Ask for the lock's owner: failed",
                        "Take the lock over: failed",
                        "Release the lock: failed",
                        "Release the unused lock: failed",
                        "Release the lock after the roll-back: failed");
    }

    @Test
    void eachTableIsMaskedProvenAndPublished() {
        List<String> tables =
                local().sources().get(0).sourceTables().stream()
                        .map(SourceTable::publishedName)
                        .toList();
        JsonNode states = machine.get("States");

        assertThat(states.at("/Mask/ItemsPath").asText()).isEqualTo("$.masking.tables");
        assertThat(states.at("/List the tables/Parameters/tables").findValuesAsText("name"))
                .isEqualTo(tables);
        for (String map : List.of("Publish", "Go back to the last run", "Withdraw the first run")) {
            assertThat(states.get(map).get("ItemsPath").asText()).isEqualTo("$.views.names");
        }
        for (String list :
                List.of(
                        "/List the views to publish/Result",
                        "/List the views to switch back/Result",
                        "/List the views to switch to the kept run/Result")) {
            assertThat(states.at(list).get("names"))
                    .as(list)
                    .extracting(JsonNode::asText)
                    .isEqualTo(tables);
        }
        assertThat(states.at("/List the views to publish/Result/of/run"))
                .isEqualTo(states.at("/List the views to publish/Result/names"));
        // one per table, the values of the source and the source as a whole
        assertThat(states.at("/Prove/ItemsPath").asText()).isEqualTo("$.proving.statements");
        assertThat(states.at("/List the proofs/Result/statements")).hasSize(tables.size() + 2);
    }

    @Test
    void everyCleanUpOfExportsCanAskWhichStillRun() {
        List<JsonNode> cleanUps =
                tasks().stream()
                        .map(task -> task.getValue().at("/Parameters/Payload"))
                        .filter(payload -> payload.path("step").asText().equals("CleanUp"))
                        .toList();

        assertThat(cleanUps)
                .hasSize(3)
                .allSatisfy(
                        payload ->
                                assertThat(fieldNames(payload))
                                        .contains("source", "callerRoleArn", "externalId"));
    }

    @Test
    void nothingIsPublishedWhenTheRawDataChangedSinceTheExportWasFoundComplete() {
        JsonNode states = machine.get("States");
        JsonNode again = states.get("Look at the export again");
        JsonNode unchanged = states.get("Is the raw data unchanged?");

        assertThat(again.at("/Parameters"))
                .isEqualTo(states.get("Look at the export").at("/Parameters"));
        assertThat(again.at("/Next").asText()).isEqualTo("Is the raw data unchanged?");
        assertThat(unchanged.at("/Choices/0/And").toString())
                .isEqualTo(
                        "[{\"Variable\":\"$.recheck.answer.files\","
                                + "\"NumericEqualsPath\":\"$.check.answer.files\"},"
                                + "{\"Variable\":\"$.recheck.answer.bytes\","
                                + "\"NumericEqualsPath\":\"$.check.answer.bytes\"}]");
        assertThat(unchanged.at("/Choices/0/Next").asText()).isEqualTo(PublishStates.START);
        assertThat(unchanged.at("/Default").asText()).isEqualTo("The raw data changed");
    }

    @Test
    void noStatementNeedsAnEscapeInAnIntrinsicFunction() {
        List<String> intrinsics = new ArrayList<>();
        collectIntrinsics(machine, intrinsics);

        assertThat(intrinsics).isNotEmpty().allSatisfy(i -> assertThat(i).doesNotContain("\\"));
    }

    @Test
    void staysWellBelowTheLongestDefinition() {
        assertThat(machine.toString().length()).isLessThan(LONGEST_DEFINITION / 4);
    }

    static JsonNode definition() {
        return definition(local());
    }

    static JsonNode definition(Environment environment) {
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

    static Environment local() {
        return EnvironmentLoader.load(
                Path.of(System.getProperty("platform.root"), "environments", "local"));
    }

    private List<Map.Entry<String, JsonNode>> tasks() {
        List<Map.Entry<String, JsonNode>> tasks = new ArrayList<>();
        for (JsonNode chain : chains(machine)) {
            for (Map.Entry<String, JsonNode> state : chain.get("States").properties()) {
                if (state.getValue().get("Type").asText().equals("Task")) {
                    tasks.add(state);
                }
            }
        }
        return tasks;
    }

    /** The machine, the branches of its Parallel states and the body of its Map. */
    private static List<JsonNode> chains(JsonNode chain) {
        List<JsonNode> all = new ArrayList<>(List.of(chain));
        for (JsonNode state : chain.get("States")) {
            state.path("Branches").forEach(branch -> all.addAll(chains(branch)));
            if (state.has("ItemProcessor")) {
                all.addAll(chains(state.get("ItemProcessor")));
            }
        }
        return all;
    }

    static List<String> targets(JsonNode state) {
        List<String> targets = new ArrayList<>();
        for (String key : List.of("Next", "Default")) {
            if (state.has(key)) {
                targets.add(state.get(key).asText());
            }
        }
        state.path("Catch").forEach(catcher -> targets.add(catcher.get("Next").asText()));
        state.path("Choices").forEach(choice -> targets.add(choice.get("Next").asText()));
        return targets;
    }

    static Set<String> fieldNames(JsonNode states) {
        Set<String> names = new HashSet<>();
        states.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void collectIntrinsics(JsonNode node, List<String> found) {
        if (node.isTextual() && node.asText().startsWith("States.")) {
            found.add(node.asText());
        }
        node.forEach(child -> collectIntrinsics(child, found));
    }
}
