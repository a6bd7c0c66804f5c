package analysisplatform.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Times as people read them. */
final class Times {

    /** Length of {@code 04:30}, which is how the JDK writes a whole minute. */
    private static final int MINUTES = 5;

    private Times() {}

    /** In UTC and in the platform's zone; as it is when it cannot be read. */
    static String shown(String utc, String zone) {
        try {
            Instant instant = Instant.parse(utc).truncatedTo(ChronoUnit.SECONDS);
            String shown = instant.toString().replace('T', ' ').replace("Z", " UTC");
            if (zone.isEmpty()) {
                return shown;
            }
            ZonedDateTime there = instant.atZone(ZoneId.of(zone));
            String clock = there.toLocalTime().toString();
            String local =
                    there.toLocalDate() + " " + (clock.length() == MINUTES ? clock + ":00" : clock);
            return local + " " + zone + " (" + shown + ")";
        } catch (DateTimeException unreadable) {
            return utc;
        }
    }
}
