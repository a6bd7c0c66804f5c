package analysisplatform.tools.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of GitHub's workflow syntax that is used here, each key with what it may hold. Whoever
 * needs another adds it, and with it what must hold for it.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">the
 *     whole syntax</a>
 */
final class KnownKeys {

    private static final Set<String> WORKFLOW =
            Set.of("name", "on", "permissions", "concurrency", "jobs");
    private static final Set<String> JOB =
            Set.of(
                    "needs",
                    "if",
                    "runs-on",
                    "timeout-minutes",
                    "permissions",
                    "environment",
                    "outputs",
                    "strategy",
                    "steps");
    private static final Set<String> CALLING_JOB = Set.of("needs", "if", "uses", "with");
    private static final Set<String> STEP =
            Set.of("id", "if", "uses", "with", "env", "run", "shell");
    private static final Set<String> INPUT = Set.of("description", "type", "required", "default");
    private static final Set<String> OUTPUT = Set.of("description", "value");

    /** What starts a workflow; no event that runs a stranger's code with rights of ours. */
    private static final Map<String, Set<String>> EVENTS =
            Map.of(
                    "push", Set.of("branches"),
                    "pull_request", Set.of("types"),
                    "schedule", Set.of("cron"),
                    "workflow_dispatch", Set.of("inputs"),
                    "workflow_call", Set.of("inputs", "outputs"));

    private final List<String> problems = new ArrayList<>();

    private KnownKeys() {}

    static List<String> problems(WorkflowFolder folder) {
        KnownKeys keys = new KnownKeys();
        folder.workflows().forEach(keys::workflow);
        folder.actions().forEach(keys::action);
        return keys.problems;
    }

    private void workflow(String file, JsonNode workflow) {
        only(file, workflow, WORKFLOW);
        required(file, workflow, "name", "on", "permissions", "jobs");
        only(file + ": on", workflow.path("on"), EVENTS.keySet());
        workflow.path("on")
                .properties()
                .forEach(event -> event(file, event.getKey(), event.getValue()));
        if (workflow.has("concurrency")) {
            only(
                    file + ": concurrency",
                    workflow.get("concurrency"),
                    Set.of("group", "cancel-in-progress"));
        }
        workflow.path("jobs")
                .properties()
                .forEach(job -> job(file + ": " + job.getKey(), job.getValue()));
    }

    private void event(String file, String name, JsonNode event) {
        Set<String> known = EVENTS.getOrDefault(name, Set.of());
        String place = file + ": on." + name;
        if (event.isArray()) {
            event.forEach(it -> only(place, it, known));
        } else {
            only(place, event, known);
        }
        event.path("inputs").forEach(input -> only(place + ".inputs", input, INPUT));
        event.path("outputs").forEach(output -> only(place + ".outputs", output, OUTPUT));
    }

    private void job(String place, JsonNode job) {
        if (job.has("uses")) {
            only(place, job, CALLING_JOB);
            return;
        }
        only(place, job, JOB);
        required(place, job, "runs-on", "steps");
        only(place + ".strategy", job.path("strategy"), Set.of("fail-fast", "matrix"));
        WorkflowFolder.steps(place, job).forEach(this::step);
    }

    private void action(String name, JsonNode action) {
        only(name, action, Set.of("name", "description", "inputs", "outputs", "runs"));
        required(name, action, "name", "description", "runs");
        action.path("inputs").forEach(input -> only(name + ".inputs", input, INPUT));
        action.path("outputs").forEach(output -> only(name + ".outputs", output, OUTPUT));
        only(name + ".runs", action.path("runs"), Set.of("using", "steps"));
        for (WorkflowFolder.Step step : WorkflowFolder.steps(name, action.path("runs"))) {
            step(step);
            if (step.node().has("run") && !step.node().has("shell")) {
                problems.add(step.place() + " has run without shell, which an action needs");
            }
        }
    }

    private void step(WorkflowFolder.Step step) {
        only(step.place(), step.node(), STEP);
        if (step.node().has("run") == step.node().has("uses")) {
            problems.add(step.place() + " must have either run or uses");
        }
    }

    private void only(String place, JsonNode node, Set<String> known) {
        node.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!known.contains(key)) {
                                problems.add(place + " has the unknown key " + key);
                            }
                        });
    }

    private void required(String place, JsonNode node, String... keys) {
        for (String key : keys) {
            if (!node.has(key)) {
                problems.add(place + " has no " + key);
            }
        }
    }
}
