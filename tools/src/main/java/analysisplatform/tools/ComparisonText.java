package analysisplatform.tools;

import analysisplatform.tools.Weakening.Kind;
import java.util.List;

/** The comparison as Markdown, which a terminal shows well enough too. */
record ComparisonText(EnvironmentsComparison comparison, boolean accepted) {

    String text() {
        StringBuilder text = new StringBuilder();
        if (comparison.weaker().isEmpty()) {
            text.append("No mask and no check of it got weaker.\n");
        } else {
            head(text);
            for (Kind kind : Kind.values()) {
                section(text, kind);
            }
        }
        if (!comparison.others().isEmpty()) {
            text.append("\nOther changes of what is published:\n\n");
            Markdown.list(text, comparison.others().stream().map(Markdown::code).toList());
        }
        return text.toString();
    }

    private void head(StringBuilder text) {
        text.append("### :rotating_light: Masks got weaker\n\n");
        text.append(
                accepted
                        ? "Accepted with the label `%s`.\n".formatted(comparison.label())
                        : "Give this pull request the label `%s` to accept exactly this.\n"
                                .formatted(comparison.label()));
    }

    private void section(StringBuilder text, Kind kind) {
        List<Weakening> all =
                comparison.weaker().stream().filter(weaker -> weaker.kind() == kind).toList();
        if (all.isEmpty()) {
            return;
        }
        text.append("\n**")
                .append(kind.heading())
                .append("** (")
                .append(all.size())
                .append(")\n\n");
        Markdown.list(text, all.stream().map(ComparisonText::row).toList());
    }

    private static String row(Weakening weaker) {
        return Markdown.code(weaker.where())
                + ": "
                + Markdown.code(weaker.before())
                + " → "
                + Markdown.code(weaker.after());
    }
}
