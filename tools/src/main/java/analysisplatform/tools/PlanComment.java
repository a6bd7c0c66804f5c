package analysisplatform.tools;

import analysisplatform.tools.PlannedChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one comment of a pull request: what must not be overlooked first, then every stack.
 *
 * @param masks what {@code compare} wrote
 * @param unplanned stacks whose plan failed or was not made
 * @param run address of the run that has the whole plans; may be empty
 */
record PlanComment(
        Optional<String> masks, List<Plan> plans, List<String> unplanned, Optional<String> run) {

    /** By which the comment is found again. Part of what comment.sh relies on. */
    static final String MARK = "<!-- analysis-platform: plan -->";

    /** GitHub's limit, in characters, of a comment's body. */
    static final int LIMIT = 65_536;

    String text() {
        BoundedText text = new BoundedText(LIMIT);
        text.add(MARK);
        text.add("## Plan\n");
        masks.ifPresent(
                weaker -> {
                    text.addEach(weaker);
                    text.add("");
                });
        losses(text);
        missing(text);
        summary(text);
        plans.forEach(plan -> details(text, plan));
        run.ifPresent(address -> text.add("[The whole plans](" + address + ")"));
        return text.text();
    }

    private void losses(BoundedText text) {
        List<String> stateful = new ArrayList<>();
        for (Plan plan : plans) {
            for (PlannedChange change : plan.changes()) {
                StatefulResources.lostWith(change.type())
                        .filter(lost -> change.kind().loses())
                        .ifPresent(lost -> stateful.add(loss(plan, change, lost)));
            }
        }
        if (!stateful.isEmpty()) {
            text.add("### :rotating_light: Data is lost\n");
            stateful.forEach(text::add);
            text.add("");
        }
    }

    private static String loss(Plan plan, PlannedChange change, String lost) {
        return "- %s in %s is %s; lost: %s"
                .formatted(
                        Markdown.code(change.address()),
                        Markdown.code(plan.stack()),
                        change.kind().word(),
                        lost);
    }

    private void missing(BoundedText text) {
        if (!unplanned.isEmpty()) {
            text.add(
                    ":warning: No plan of "
                            + unplanned.stream()
                                    .map(Markdown::code)
                                    .collect(Collectors.joining(", "))
                            + ": look at its job.\n");
        }
    }

    private void summary(BoundedText text) {
        text.add("| stack | " + words(Stream.of(Kind.values()).map(Kind::word)) + " |");
        text.add("|---|" + "---|".repeat(Kind.values().length));
        for (Plan plan : plans) {
            text.add(
                    "| "
                            + Markdown.code(plan.stack())
                            + " | "
                            + words(Stream.of(Kind.values()).map(kind -> count(plan, kind)))
                            + " |");
        }
        text.add("");
    }

    private static String words(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | "));
    }

    private static String count(Plan plan, Kind kind) {
        long count = plan.changes().stream().filter(change -> change.kind() == kind).count();
        return count == 0 ? "" : String.valueOf(count);
    }

    private static void details(BoundedText text, Plan plan) {
        if (plan.changes().isEmpty()) {
            return;
        }
        text.add("### " + Markdown.code(plan.stack()) + "\n");
        for (PlannedChange change : plan.changes()) {
            String warning = change.kind().loses() ? ":warning: " : "";
            text.add("- " + warning + Markdown.code(change.address()) + " " + change.kind().word());
            change.attributes().forEach(attribute -> text.add("  - " + attribute));
        }
        text.add("");
    }
}
