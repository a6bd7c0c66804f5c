package analysisplatform.config;

import analysisplatform.config.SourceReader.LocatedSource;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import analysisplatform.config.document.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether sources and masking files, tables and their policies belong together. */
final class CoverageRules {

    private final Document platform;
    private final Map<String, Document> policies;

    private CoverageRules(Document platform, Map<String, Document> policies) {
        this.platform = platform;
        this.policies = policies;
    }

    /**
     * @param policies by file name without ending
     */
    static void check(
            Document platform, List<LocatedSource> sources, Map<String, Document> policies) {
        CoverageRules rules = new CoverageRules(platform, policies);
        rules.filesOfSources();
        policies.forEach(CoverageRules::sourceOfFile);
        sources.forEach(located -> rules.tables(located.source()));
    }

    private void filesOfSources() {
        List<KeyPath> entries = platform.entries(SourceReader.SOURCES);
        List<String> names =
                entries.stream()
                        .flatMap(path -> platform.text(path.then("name")).stream())
                        .toList();
        boolean allKnown = !entries.isEmpty() && names.size() == entries.size();
        policies.forEach(
                (name, policy) -> {
                    if (allKnown && !names.contains(name)) {
                        policy.problem(
                                "platform.yaml has no source \"%s\"; %s"
                                        .formatted(name, advice(name, names, "its sources are")));
                    }
                });
    }

    private static void sourceOfFile(String name, Document policy) {
        KeyPath path = KeyPath.of("source");
        policy.text(path)
                .filter(source -> !source.equals(name))
                .ifPresent(
                        source ->
                                policy.problem(
                                        path,
                                        "is \"%s\", but must be \"%s\" as the file's name says."
                                                .formatted(source, name)));
    }

    private void tables(Source source) {
        Optional<Document> policy = Optional.ofNullable(policies.get(source.name()));
        policy.filter(document -> !document.keys(ColumnRules.TABLES).isEmpty())
                .ifPresent(document -> tables(source, document));
    }

    private static void tables(Source source, Document policy) {
        List<String> described = policy.keys(ColumnRules.TABLES);
        source.tables().stream()
                .distinct()
                .filter(table -> !described.contains(table))
                .forEach(
                        table ->
                                policy.problem(
                                        ColumnRules.TABLES.then(table),
                                        "is missing; source \"%s\" of platform.yaml lists the table, so its columns need a policy."
                                                .formatted(source.name())));
        described.stream()
                .filter(table -> !source.tables().contains(table))
                .forEach(
                        table ->
                                policy.problem(
                                        ColumnRules.TABLES.then(table),
                                        "is no table of source \"%s\" of platform.yaml; %s"
                                                .formatted(
                                                        source.name(),
                                                        advice(
                                                                table,
                                                                source.tables(),
                                                                "its tables are"))));
    }

    private static String advice(String given, List<String> known, String introduction) {
        return Suggestion.of(given, known)
                .map(meant -> "did you mean " + meant + "?")
                .orElseGet(() -> introduction + " " + String.join(", ", known) + ".");
    }
}
