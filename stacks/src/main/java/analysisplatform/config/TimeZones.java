package analysisplatform.config;

import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import analysisplatform.config.document.Suggestion;
import java.time.ZoneId;
import java.util.List;

/** Whether the key {@code timeZone} of a file names one. */
final class TimeZones {

    private static final KeyPath PATH = KeyPath.of("timeZone");

    /** Java's own, which no other time zone database has. */
    private static final String JAVA_ONLY = "SystemV/";

    private TimeZones() {}

    static void check(Document document) {
        document.text(PATH)
                .filter(zone -> !known().contains(zone))
                .ifPresent(
                        zone ->
                                document.problem(
                                        PATH,
                                        "is \"%s\", which is no time zone; %s"
                                                .formatted(zone, advice(zone))));
    }

    private static String advice(String zone) {
        return Suggestion.of(zone, known())
                .map(known -> "did you mean " + known + "?")
                .orElse("write a name such as Asia/Tokyo or UTC.");
    }

    private static List<String> known() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> !zone.startsWith(JAVA_ONLY))
                .sorted()
                .toList();
    }
}
