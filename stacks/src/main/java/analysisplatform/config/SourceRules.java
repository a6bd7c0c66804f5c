package analysisplatform.config;

import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import java.util.HashMap;
import java.util.Map;

/** Names and regions of the sources. */
final class SourceRules {

    private SourceRules() {}

    static void check(Document platform) {
        Map<String, KeyPath> known = new HashMap<>();
        for (KeyPath source : platform.entries(SourceReader.SOURCES)) {
            uniqueName(platform, source.then("name"), known);
            sameRegion(platform, source.then("region"));
        }
    }

    private static void uniqueName(Document platform, KeyPath path, Map<String, KeyPath> known) {
        platform.text(path)
                .ifPresent(
                        name -> {
                            KeyPath first = known.putIfAbsent(name, path);
                            if (first != null) {
                                platform.problem(
                                        path,
                                        "is \"%s\", but so is %s; every source needs its own name."
                                                .formatted(name, first));
                            }
                        });
    }

    private static void sameRegion(Document platform, KeyPath path) {
        String expected = platform.text(KeyPath.of("region")).orElse("");
        platform.text(path)
                .filter(region -> !expected.isEmpty() && !region.equals(expected))
                .ifPresent(
                        region ->
                                platform.problem(
                                        path,
                                        "is \"%s\", but must be the platform's region \"%s\": RDS exports only to a bucket in its own region."
                                                .formatted(region, expected)));
    }
}
