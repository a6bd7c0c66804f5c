package analysisplatform.tools.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether everything that an expression names exists: GitHub makes an empty text of the rest. */
final class References {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "(?<![\\w.'-])(needs|steps|matrix|inputs|jobs|vars|github|secrets|env)\\.([\\w-]+)"
                            + "(?:\\.([\\w-]+))?(?:\\.([\\w-]+))?");
    private static final Pattern SCRIPT = Pattern.compile("\\.github/(scripts/[\\w.-]+)");

    /** What expressions may use besides what is declared; no secret among it. */
    private static final Set<String> VARIABLES = Set.of("PLAN_ROLES", "DEPLOY_ROLES");

    private final WorkflowFolder folder;
    private final List<String> problems = new ArrayList<>();

    /**
     * What can be named at some place.
     *
     * @param owner of {@code needs}, {@code strategy}
     */
    private record Scope(
            String place, JsonNode inputs, JsonNode jobs, JsonNode owner, List<JsonNode> before) {}

    private References(WorkflowFolder folder) {
        this.folder = folder;
    }

    static List<String> problems(WorkflowFolder folder) {
        References references = new References(folder);
        folder.workflows().forEach(references::workflow);
        folder.actions().forEach(references::action);
        return references.problems;
    }

    private void workflow(String file, JsonNode workflow) {
        JsonNode inputs = inputs(workflow);
        JsonNode jobs = workflow.path("jobs");
        Scope whole = new Scope(file, inputs, jobs, workflow, List.of());
        expressions(whole, workflow.path("concurrency"));
        for (JsonNode output : workflow.at("/on/workflow_call/outputs")) {
            expressions(whole, output.path("value"));
        }
        jobs.properties()
                .forEach(job -> job(file + ": " + job.getKey(), job.getValue(), inputs, jobs));
    }

    private static JsonNode inputs(JsonNode workflow) {
        JsonNode called = workflow.at("/on/workflow_call/inputs");
        return called.isMissingNode() ? workflow.at("/on/workflow_dispatch/inputs") : called;
    }

    private void job(String place, JsonNode job, JsonNode inputs, JsonNode jobs) {
        for (String needed : needs(job)) {
            if (!jobs.has(needed)) {
                problems.add(place + " needs the job " + needed + ", which is not there");
            }
        }
        List<JsonNode> all = new ArrayList<>();
        job.path("steps").forEach(all::add);
        job.properties().stream()
                .filter(it -> !it.getKey().equals("steps"))
                .forEach(
                        it -> {
                            Scope scope = new Scope(place, inputs, jobs, job, all);
                            expressions(scope, it.getValue());
                            condition(scope, it.getKey(), it.getValue());
                        });
        handedOver(place, job);
        steps(new Scope(place, inputs, jobs, job, List.of()));
    }

    private void action(String name, JsonNode action) {
        JsonNode runs = action.path("runs");
        List<JsonNode> all = new ArrayList<>();
        runs.path("steps").forEach(all::add);
        for (JsonNode output : action.path("outputs")) {
            expressions(new Scope(name, action.path("inputs"), runs, runs, all), output);
        }
        steps(new Scope(name, action.path("inputs"), runs, runs, List.of()));
    }

    private void steps(Scope owner) {
        Set<String> ids = new HashSet<>();
        for (WorkflowFolder.Step step : WorkflowFolder.steps(owner.place(), owner.owner())) {
            Scope scope =
                    new Scope(
                            step.place(),
                            owner.inputs(),
                            owner.jobs(),
                            owner.owner(),
                            step.before());
            expressions(scope, step.node());
            condition(scope, "if", step.node().path("if"));
            handedOver(step.place(), step.node());
            if (step.node().has("id") && !ids.add(step.node().get("id").asText())) {
                problems.add(step.place() + " has the id of another step");
            }
        }
    }

    /** What is handed to an action or workflow of our own is declared there, and nothing lacks. */
    private void handedOver(String place, JsonNode user) {
        String uses = user.path("uses").asText();
        Optional<JsonNode> used = uses.startsWith("./") ? folder.local(uses) : Optional.empty();
        if (used.isEmpty()) {
            return;
        }
        JsonNode declared = used.get().has("on") ? inputs(used.get()) : used.get().path("inputs");
        user.path("with")
                .fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!declared.has(name)) {
                                problems.add(
                                        place
                                                + " hands over "
                                                + name
                                                + ", which "
                                                + uses
                                                + " does not know");
                            }
                        });
        declared.properties().stream()
                .filter(it -> it.getValue().path("required").asBoolean())
                .filter(it -> !user.path("with").has(it.getKey()))
                .forEach(
                        it ->
                                problems.add(
                                        place + " does not hand " + it.getKey() + " to " + uses));
    }

    private void expressions(Scope scope, JsonNode node) {
        if (node.isValueNode()) {
            EXPRESSION.matcher(node.asText()).results().forEach(it -> names(scope, it.group(1)));
        }
        node.forEach(it -> expressions(scope, it));
    }

    /** An {@code if} is an expression without braces. */
    private void condition(Scope scope, String key, JsonNode node) {
        if (key.equals("if") && !node.asText().contains("${{")) {
            names(scope, node.asText());
        }
    }

    private void names(Scope scope, String expression) {
        Matcher matcher = REFERENCE.matcher(expression);
        matcher.results()
                .filter(it -> !exists(scope, it))
                .forEach(
                        it ->
                                problems.add(
                                        scope.place()
                                                + " names "
                                                + it.group()
                                                + ", which is not there"));
    }

    private boolean exists(Scope scope, MatchResult reference) {
        String name = reference.group(2);
        return switch (reference.group(1)) {
            case "inputs" -> scope.inputs().has(name);
            case "vars" -> VARIABLES.contains(name);
            case "matrix" -> scope.owner().at("/strategy/matrix").has(name);
            case "needs" ->
                    needs(scope.owner()).contains(name)
                            && (isResult(reference) || gives(scope, reference));
            case "jobs" -> gives(scope, reference);
            case "steps" ->
                    scope.before().stream()
                            .filter(it -> it.path("id").asText().equals(name))
                            .anyMatch(it -> stepGives(it, reference.group(4)));
            case "github" -> true;
            default -> false;
        };
    }

    private static boolean isResult(MatchResult reference) {
        return "result".equals(reference.group(3));
    }

    private boolean gives(Scope scope, MatchResult reference) {
        JsonNode job = scope.jobs().path(reference.group(2));
        String output = reference.group(4);
        return "outputs".equals(reference.group(3))
                && output != null
                && (job.path("outputs").has(output)
                        || folder.local(job.path("uses").asText("none")).stream()
                                .anyMatch(it -> it.at("/on/workflow_call/outputs").has(output)));
    }

    /** An output of a script is written as {@code name=value}, by it or by what it calls. */
    private boolean stepGives(JsonNode step, String output) {
        if (output == null) {
            return false;
        }
        String run = step.path("run").asText();
        Stream<String> scripts = SCRIPT.matcher(run).results().map(it -> folder.text(it.group(1)));
        return Stream.concat(Stream.of(run), scripts)
                        .anyMatch(
                                it ->
                                        Pattern.compile("echo \"" + Pattern.quote(output) + "=")
                                                .matcher(it)
                                                .find())
                || folder.local(step.path("uses").asText("none")).stream()
                        .anyMatch(it -> it.path("outputs").has(output));
    }

    private static List<String> needs(JsonNode job) {
        List<String> needs = new ArrayList<>();
        JsonNode node = job.path("needs");
        if (node.isTextual()) {
            needs.add(node.asText());
        }
        node.forEach(it -> needs.add(it.asText()));
        return needs;
    }
}
