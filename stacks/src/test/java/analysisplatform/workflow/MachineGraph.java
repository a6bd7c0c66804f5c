package analysisplatform.workflow;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The main chain of a state machine as a graph. */
record MachineGraph(JsonNode states) {

    static MachineGraph local() {
        Environment environment =
                EnvironmentLoader.load(
                        Path.of(System.getProperty("platform.root"), "environments", "local"));
        return new MachineGraph(
                TestJson.parse(
                                new NightlyWorkflow(
                                                environment,
                                                environment.sources().get(0),
                                                new PipelineArns(
                                                        "function-arn",
                                                        "quarantine-key",
                                                        "masked-key"))
                                        .json())
                        .get("States"));
    }

    /** States that can follow, in any number of steps, when {@code closed} is never entered. */
    Set<String> reachableFrom(String start, Predicate<String> closed) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!closed.test(name) && reached.add(name)) {
                open.addAll(targets(states.get(name)));
            }
        }
        return reached;
    }

    /** States of the main chain that ask the function for a step, by their names. */
    Map<String, JsonNode> functionCalls(String step) {
        Map<String, JsonNode> calls = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> state : states.properties()) {
            JsonNode payload = state.getValue().at("/Parameters/Payload");
            if (payload.path("step").asText().equals(step)) {
                calls.put(state.getKey(), payload);
            }
        }
        return calls;
    }

    private static List<String> targets(JsonNode state) {
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
}
