package analysisplatform.config;

import analysisplatform.config.Kpi.Chart;
import analysisplatform.config.KpiReader.LocatedKpi;
import analysisplatform.config.SourceReader.LocatedSource;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import analysisplatform.config.document.Suggestion;
import analysisplatform.kpi.PublishedViews;
import analysisplatform.kpi.QueryCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether {@code kpis.yaml} says what can be computed from what is published. */
final class KpiRules {

    /** Branches of one Parallel state; a screen with more shows nothing. */
    private static final int MOST_KPIS_OF_A_SOURCE = 50;

    private static final String SQL = "sql";
    private static final String FILE = "file";

    private final KpiFiles files;
    private final Document document;
    private final List<LocatedSource> sources;
    private final Map<String, Document> policies;
    private final Map<String, Optional<PublishedViews>> viewsBySource = new HashMap<>();

    private KpiRules(KpiFiles files, List<LocatedSource> sources, Map<String, Document> policies) {
        this.files = files;
        this.document = files.document();
        this.sources = sources;
        this.policies = policies;
    }

    /**
     * @param sources those of {@code platform.yaml} that can be read
     * @param policies masking files by source name
     */
    static void check(KpiFiles files, List<LocatedSource> sources, Map<String, Document> policies) {
        KpiRules rules = new KpiRules(files, sources, policies);
        rules.ids();
        rules.unusedFiles();
        List<LocatedKpi> kpis = KpiReader.kpis(files);
        rules.counts(kpis);
        kpis.forEach(rules::kpi);
    }

    private void ids() {
        Map<String, KeyPath> known = new HashMap<>();
        for (KeyPath entry : document.entries(KpiReader.KPIS)) {
            KeyPath path = entry.then("id");
            document.text(path)
                    .ifPresent(
                            id -> {
                                KeyPath first = known.putIfAbsent(id, path);
                                if (first != null) {
                                    document.problem(
                                            path,
                                            "is \"%s\", but so is %s; every KPI needs its own id."
                                                    .formatted(id, first));
                                }
                            });
        }
    }

    private void unusedFiles() {
        Set<String> unused = new TreeSet<>(files.queries().keySet());
        document.entries(KpiReader.KPIS)
                .forEach(entry -> document.text(entry.then(FILE)).ifPresent(unused::remove));
        unused.forEach(
                file ->
                        document.problem(
                                "the file kpis/%s is used by no KPI; remove it or name it in a key file."
                                        .formatted(file)));
    }

    private void counts(List<LocatedKpi> kpis) {
        Map<String, Integer> counts = new TreeMap<>();
        kpis.forEach(located -> counts.merge(located.kpi().source(), 1, Integer::sum));
        counts.forEach(
                (source, count) -> {
                    if (count > MOST_KPIS_OF_A_SOURCE) {
                        document.problem(
                                KpiReader.KPIS,
                                "has %d KPIs of source \"%s\", but a night computes at most %d."
                                        .formatted(count, source, MOST_KPIS_OF_A_SOURCE));
                    }
                });
    }

    private void kpi(LocatedKpi located) {
        source(located);
        chart(located);
        alert(located);
        if (oneQuery(located)) {
            query(located);
        }
    }

    private void source(LocatedKpi located) {
        List<String> known = sources.stream().map(source -> source.source().name()).toList();
        String name = located.kpi().source();
        if (!known.isEmpty() && !known.contains(name)) {
            document.problem(
                    located.path().then("source"),
                    "is \"%s\", but platform.yaml has no such source; %s"
                            .formatted(
                                    name,
                                    Suggestion.of(name, known)
                                            .map(meant -> "did you mean " + meant + "?")
                                            .orElseGet(
                                                    () ->
                                                            "its sources are "
                                                                    + String.join(", ", known)
                                                                    + ".")));
        }
    }

    private void chart(LocatedKpi located) {
        Chart chart = located.kpi().chart();
        boolean hasGroups = located.kpi().query().dimension().isPresent();
        if (chart == Chart.NUMBER && hasGroups) {
            document.problem(
                    located.path().then("chart"),
                    "is \"number\", which shows one value, but the KPI has a dimension; choose line, bar, stacked or table.");
        }
        if (chart == Chart.STACKED && !hasGroups) {
            document.problem(
                    located.path().then("chart"),
                    "is \"stacked\", which shows groups, but the KPI has no dimension; choose number, line, bar or table.");
        }
    }

    private void alert(LocatedKpi located) {
        Kpi.Alert alert = located.kpi().alert();
        KeyPath path = located.path().then("alert");
        if (alert.equals(Kpi.Alert.NEVER)) {
            return;
        }
        if (located.kpi().query().dimension().isPresent()) {
            document.problem(
                    path,
                    "is set, but the KPI has a dimension; an alert needs a KPI of one value.");
        }
        if (alert.below().isPresent()
                && alert.above().isPresent()
                && alert.below().getAsDouble() >= alert.above().getAsDouble()) {
            document.problem(
                    path,
                    "is below %s and above %s, so every value would alert; below must be the smaller one."
                            .formatted(alert.below().getAsDouble(), alert.above().getAsDouble()));
        }
    }

    private boolean oneQuery(LocatedKpi located) {
        boolean hasSql = isGiven(located, SQL);
        boolean hasFile = isGiven(located, FILE);
        if (hasSql == hasFile) {
            document.problem(
                    located.path(),
                    hasSql
                            ? "has both sql and file; keep one."
                            : "has neither sql nor file; write the query in sql, or in a file below kpis and its name in file.");
            return false;
        }
        String file = document.text(located.path().then(FILE)).orElse("");
        if (hasFile && !files.queries().containsKey(file)) {
            document.problem(
                    located.path().then(FILE),
                    "is \"%s\", but there is no such file in the folder kpis.".formatted(file));
            return false;
        }
        return true;
    }

    private boolean isGiven(LocatedKpi located, String key) {
        return document.text(located.path().then(key)).filter(text -> !text.isBlank()).isPresent();
    }

    private void query(LocatedKpi located) {
        String key = isGiven(located, FILE) ? FILE : SQL;
        Kpi kpi = located.kpi();
        if (kpi.query().sql().contains("${") || kpi.query().sql().contains("%{")) {
            document.problem(
                    located.path().then(key),
                    "contains ${ or %{, which Terraform would replace; write it in another way, for example '$' || '{'.");
        }
        QueryCheck.problems(kpi.query(), views(kpi.source()))
                .forEach(problem -> document.problem(located.path().then(key), problem));
    }

    /** Empty when the policy is wrong itself: then its own problems come first. */
    private Optional<PublishedViews> views(String source) {
        return viewsBySource.computeIfAbsent(
                source,
                name ->
                        sources.stream()
                                .map(LocatedSource::source)
                                .filter(found -> found.name().equals(name))
                                .findFirst()
                                .flatMap(
                                        found ->
                                                Optional.ofNullable(policies.get(name))
                                                        .filter(file -> file.problems().isEmpty())
                                                        .map(PolicyReader::policy)
                                                        .map(
                                                                policy ->
                                                                        PublishedViews.of(
                                                                                found, policy))));
    }
}
