package analysisplatform.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The names of runs and exports: pure functions of the snapshot, so a repeated request meets what
 * the first one made.
 */
final class Identifiers {

    /** RDS remembers identifiers of finished exports, so every new attempt needs a new one. */
    static final int MAX_ATTEMPTS = 20;

    /** Characters; RDS user guide, StartExportTask. */
    static final int MAX_EXPORT_ID = 60;

    static final Pattern RUN_ID = Pattern.compile("r[0-9]{14}_[0-9a-f]{8}");
    static final Pattern EXPORT_ID = Pattern.compile("[a-zA-Z](-?[a-zA-Z0-9]){0,59}");

    private static final int RUN_HASH = 8;
    private static final int EXPORT_HASH = 12;

    private Identifiers() {}

    /** Names everything that one run writes; only letters, digits and {@code _}. */
    static String runId(Snapshot snapshot, String policyVersion) {
        String hash = hash(RUN_HASH, snapshot.arn() + "\n" + policyVersion);
        return "r" + seconds(snapshot.time()) + "_" + hash;
    }

    /** The variable part stands first and is cut; what makes the identifier unique never is. */
    static String exportId(String sourceName, Snapshot snapshot, int attempt) {
        if (attempt < 1 || attempt > MAX_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "Attempt %d is not between 1 and %d.".formatted(attempt, MAX_ATTEMPTS));
        }
        String hash =
                hash(EXPORT_HASH, sourceName + "\n" + snapshot.arn() + "\n" + snapshot.time());
        String unique = "-" + seconds(snapshot.time()) + "-" + hash + "-" + attempt;
        return readable(sourceName, MAX_EXPORT_ID - unique.length()) + unique;
    }

    private static String readable(String sourceName, int length) {
        StringBuilder readable = new StringBuilder();
        for (char c : sourceName.toCharArray()) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9';
            if (letter || digit && !readable.isEmpty()) {
                readable.append(c);
            } else if (!readable.isEmpty() && readable.charAt(readable.length() - 1) != '-') {
                readable.append('-');
            }
        }
        String cut = readable.substring(0, Math.min(length, readable.length()));
        String trimmed = cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
        return trimmed.isEmpty() ? "x" : trimmed;
    }

    /** {@code yyyyMMddHHmmss} in UTC; a {@code DateTimeFormatter} would load the locale data. */
    private static String seconds(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return padded(utc.getYear(), 4)
                + padded(utc.getMonthValue(), 2)
                + padded(utc.getDayOfMonth(), 2)
                + padded(utc.getHour(), 2)
                + padded(utc.getMinute(), 2)
                + padded(utc.getSecond(), 2);
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String hash(int length, String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
