package analysisplatform.config;

import analysisplatform.config.Platform.PublishedView;
import analysisplatform.config.SourceReader.LocatedSource;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the schema cannot say about the key {@code quickSight} of {@code platform.yaml}. */
final class QuickSightRules {

    private static final KeyPath QUICK_SIGHT = KeyPath.of("quickSight");
    private static final List<String> GROUPS = List.of("viewers", "authors", "admins");

    /** QuickSight shows at most 20 sheets of 50 visuals. */
    private static final int MOST_KPIS = 200;

    private final Document platform;

    private QuickSightRules(Document platform) {
        this.platform = platform;
    }

    /**
     * @param sources those of {@code platform.yaml} that can be read
     * @param kpis how many the environment has
     */
    static void check(Document platform, List<LocatedSource> sources, int kpis) {
        QuickSightRules rules = new QuickSightRules(platform);
        rules.subscription();
        rules.people();
        rules.views(sources.stream().map(LocatedSource::source).toList());
        rules.size(kpis);
    }

    private void subscription() {
        if (!isTrue("subscribe")) {
            return;
        }
        platform.sound(QUICK_SIGHT.then("enabled"))
                .filter(enabled -> !enabled.asBoolean())
                .ifPresent(
                        enabled ->
                                platform.problem(
                                        QUICK_SIGHT.then("subscribe"),
                                        "is true, but enabled is false; set enabled to true or subscribe to false."));
        if (!platform.keys(QUICK_SIGHT).contains("notificationEmail")) {
            platform.problem(
                    QUICK_SIGHT.then("notificationEmail"),
                    "is missing; it must be an e-mail address, because subscribe is true.");
        }
    }

    private void people() {
        Map<String, KeyPath> known = new HashMap<>();
        for (String group : GROUPS) {
            for (KeyPath entry : platform.entries(QUICK_SIGHT.then(group))) {
                platform.text(entry).ifPresent(name -> person(entry, name, known));
            }
        }
    }

    private void person(KeyPath entry, String name, Map<String, KeyPath> known) {
        KeyPath first = known.putIfAbsent(name, entry);
        if (first != null) {
            platform.problem(
                    entry,
                    "is \"%s\", but so is %s; everybody is in one group, and an author or admin may all that a viewer may."
                            .formatted(name, first));
        }
    }

    private void views(List<Source> sources) {
        Map<String, KeyPath> known = new HashMap<>();
        for (KeyPath entry : platform.entries(QUICK_SIGHT.then("views"))) {
            platform.text(entry)
                    .ifPresent(
                            text -> {
                                KeyPath first = known.putIfAbsent(text, entry);
                                if (first != null) {
                                    platform.problem(
                                            entry,
                                            "is \"%s\", but so is %s; name a view once."
                                                    .formatted(text, first));
                                } else {
                                    view(entry, text, sources);
                                }
                            });
        }
    }

    private void view(KeyPath entry, String text, List<Source> sources) {
        PublishedView wanted = PublishedView.parse(text);
        Optional<Source> source =
                sources.stream().filter(it -> it.name().equals(wanted.source())).findFirst();
        if (source.isEmpty()) {
            platform.problem(
                    entry,
                    "is \"%s\", but there is no source \"%s\"; the sources are %s."
                            .formatted(
                                    text,
                                    wanted.source(),
                                    sources.stream()
                                            .map(Source::name)
                                            .collect(Collectors.joining(", "))));
            return;
        }
        List<String> views =
                source.get().sourceTables().stream().map(SourceTable::publishedName).toList();
        if (!views.contains(wanted.view())) {
            platform.problem(
                    entry,
                    "is \"%s\", but source \"%s\" publishes only %s."
                            .formatted(text, wanted.source(), String.join(", ", views)));
        }
    }

    private void size(int kpis) {
        if (isTrue("enabled") && kpis > MOST_KPIS) {
            platform.problem(
                    QUICK_SIGHT.then("enabled"),
                    "is true, but kpis.yaml has %d KPIs; one dashboard of QuickSight shows at most %d."
                            .formatted(kpis, MOST_KPIS));
        }
    }

    private boolean isTrue(String key) {
        return platform.sound(QUICK_SIGHT.then(key)).map(JsonNode::asBoolean).orElse(false);
    }
}
