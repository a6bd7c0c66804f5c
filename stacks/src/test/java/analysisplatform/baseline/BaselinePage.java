package analysisplatform.baseline;

import analysisplatform.policy.WildcardReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The generated tables of {@code docs/security-baseline.md}, by the name of their place. */
final class BaselinePage {

    private BaselinePage() {}

    static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("rules", rules());
        tables.put("exemptions", exemptions());
        tables.put("wildcards", wildcards());
        tables.put("declined", declined());
        return tables;
    }

    private static String rules() {
        return table(
                List.of("rule", "what must be so", "asked of", "checkov"),
                Baseline.RULES.stream()
                        .map(
                                it ->
                                        List.of(
                                                code(it.id()),
                                                it.sentence(),
                                                it.asked().words(),
                                                String.join(", ", it.checkov()))));
    }

    private static String exemptions() {
        return table(
                List.of("rule", "where it does not hold", "why"),
                Stream.of(Exemption.values())
                        .map(it -> List.of(code(it.rule()), where(it.address()), it.reason())));
    }

    private static String wildcards() {
        return table(
                List.of("actions", "why they are allowed on everything, or on all of a type"),
                Stream.of(WildcardReason.values())
                        .filter(it -> it != WildcardReason.KEY_POLICY)
                        .map(
                                it ->
                                        List.of(
                                                it.actions().stream()
                                                        .map(BaselinePage::code)
                                                        .collect(Collectors.joining(", ")),
                                                it.reason())));
    }

    private static String declined() {
        return table(
                List.of("checkov", "what it asks for", "why not"),
                Stream.of(Declined.values())
                        .map(it -> List.of(it.checkov(), it.what(), it.reason())));
    }

    /** A pattern of addresses, as people write them. */
    private static String where(String pattern) {
        return Stream.of(pattern.split("\\|(?=aws_)"))
                .map(it -> it.replace("\\.", ".").replace(".*", "…").replace("\\d{12}", "…"))
                .map(it -> it.replace("|", " or "))
                .map(BaselinePage::code)
                .collect(Collectors.joining(", "));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String table(List<String> titles, Stream<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(line(titles));
        lines.add(line(titles.stream().map(title -> "---").toList()));
        rows.map(BaselinePage::line).forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
