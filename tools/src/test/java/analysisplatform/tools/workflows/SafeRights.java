package analysisplatform.tools.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rights of jobs, code of others, and text of others. */
final class SafeRights {

    /** A commit, and for the reader the version that it is. */
    private static final Pattern PINNED = Pattern.compile("[^@\\s]+@[0-9a-f]{40}");

    private static final Pattern USES =
            Pattern.compile("^\\s*(- )?uses: *(\\S+)(.*)$", Pattern.MULTILINE);
    private static final Pattern VERSION = Pattern.compile(" # v[0-9]+(\\.[0-9]+)*");
    private static final Pattern OTHERS_TEXT =
            Pattern.compile("github\\.(event\\b|head_ref)|toJSON\\(github\\)");

    private static final String AWS = "aws-actions/configure-aws-credentials@";
    private static final int LONGEST_MINUTES = 120;

    private final WorkflowFolder folder;
    private final List<String> problems = new ArrayList<>();

    private SafeRights(WorkflowFolder folder) {
        this.folder = folder;
    }

    static List<String> problems(WorkflowFolder folder) {
        SafeRights rights = new SafeRights(folder);
        folder.workflows().forEach(rights::workflow);
        folder.workflows().keySet().forEach(file -> rights.pins("workflows/" + file));
        folder.actions().keySet().forEach(name -> rights.pins("actions/" + name + "/action.yml"));
        folder.steps().forEach(rights::step);
        return rights.problems;
    }

    private void workflow(String file, JsonNode workflow) {
        if (!workflow.path("permissions").toString().equals("{\"contents\":\"read\"}")) {
            problems.add(file + " must give every job no more than contents: read");
        }
        boolean deploys = false;
        for (Map.Entry<String, JsonNode> job : workflow.path("jobs").properties()) {
            job(file + ": " + job.getKey(), job.getValue());
            deploys |= job.getValue().has("environment");
        }
        JsonNode concurrency = workflow.path("concurrency");
        if (deploys
                && (!concurrency.path("group").isTextual()
                        || concurrency.path("group").asText().contains("${{")
                        || concurrency.path("cancel-in-progress").asBoolean())) {
            problems.add(file + " deploys, so it needs one concurrency group and cancels nothing");
        }
    }

    private void job(String place, JsonNode job) {
        if (job.has("uses")) {
            return;
        }
        JsonNode minutes = job.path("timeout-minutes");
        if (!minutes.isInt() || minutes.asInt() < 1 || minutes.asInt() > LONGEST_MINUTES) {
            problems.add(place + " needs timeout-minutes from 1 to " + LONGEST_MINUTES);
        }
        JsonNode permissions = job.path("permissions");
        boolean runs = false;
        boolean becomesARole = false;
        boolean comments = false;
        for (WorkflowFolder.Step step : WorkflowFolder.steps(place, job)) {
            becomesARole |= becomesARole(step.node());
            comments |= step.run().contains("/comment.sh");
            runs |= step.run().contains("/apply.sh");
        }
        right(place, permissions, "id-token", becomesARole);
        right(place, permissions, "pull-requests", comments);
        permissions.properties().stream()
                .filter(it -> !it.toString().equals("contents=\"read\""))
                .filter(it -> !List.of("id-token", "pull-requests").contains(it.getKey()))
                .forEach(it -> problems.add(place + " must not have the right " + it));
        if (runs && !job.path("environment").isTextual()) {
            problems.add(place + " applies a plan without an environment that approves it");
        }
    }

    private void right(String place, JsonNode permissions, String right, boolean needed) {
        boolean given = permissions.has(right);
        if (given && !permissions.get(right).asText().equals("write")) {
            problems.add(place + " has the right " + right + " neither written nor left out");
        }
        if (given != needed) {
            problems.add(
                    place
                            + (needed ? " lacks the right " : " has no use for the right ")
                            + right
                            + ": write");
        }
    }

    private boolean becomesARole(JsonNode step) {
        String uses = step.path("uses").asText();
        return uses.startsWith(AWS)
                || uses.startsWith("./")
                        && folder.local(uses).stream()
                                .flatMap(it -> WorkflowFolder.steps("", it.path("runs")).stream())
                                .anyMatch(it -> becomesARole(it.node()));
    }

    private void step(WorkflowFolder.Step step) {
        if (step.run().contains("${{")) {
            problems.add(
                    step.place()
                            + (OTHERS_TEXT.matcher(step.run()).find()
                                    ? " lets others write its script"
                                    : " has an expression in its script")
                            + ": hand it over by env");
        }
        if (step.uses().startsWith("actions/checkout@")
                && !step.node().at("/with/persist-credentials").asText().equals("false")) {
            problems.add(step.place() + " must check out with persist-credentials: false");
        }
    }

    private void pins(String file) {
        USES.matcher(folder.text(file))
                .results()
                .forEach(
                        match -> {
                            String uses = match.group(2);
                            if (uses.startsWith("./")) {
                                if (folder.local(uses).isEmpty()) {
                                    problems.add(file + " uses " + uses + ", which is not there");
                                }
                            } else if (!PINNED.matcher(uses).matches()) {
                                problems.add(file + " uses " + uses + " without a commit");
                            } else if (!VERSION.matcher(match.group(3)).matches()) {
                                problems.add(
                                        file + " uses " + uses + " and does not say its version");
                            }
                        });
    }
}
