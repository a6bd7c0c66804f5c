package analysisplatform.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A statement that is complete but for what exists only at night. A reviewer of a plan and a test
 * see the same text.
 *
 * @param parts never empty; one more than {@code slots}
 * @param slots names of what stands between each two parts
 */
public record NightSql(List<String> parts, List<String> slots) {

    /** The run whose views are read. */
    public static final String RUN = "run";

    /** The snapshot's time, ISO 8601, UTC. */
    public static final String SNAPSHOT_TIME = "snapshotTime";

    /** The month of the snapshot's time in UTC, for example {@code 2026-11}. */
    public static final String MONTH = "month";

    /** When the computation began, ISO 8601, UTC. */
    public static final String STARTED_AT = "startedAt";

    /** Differs with each execution; a folder's name. */
    public static final String ATTEMPT = "attempt";

    private static final Pattern SLOT = Pattern.compile("\\$\\{(\\w+)}");

    public NightSql {
        parts = List.copyOf(parts);
        slots = List.copyOf(slots);
    }

    /** In the text given to {@link #of}, this stands for a slot. */
    static String slot(String name) {
        return "${" + name + "}";
    }

    /** In the text given to {@link #of}, the moment that a slot holds. */
    static String time(String name) {
        return "from_iso8601_timestamp('" + slot(name) + "')";
    }

    static NightSql of(String statement) {
        List<String> parts = new ArrayList<>();
        List<String> slots = new ArrayList<>();
        int from = 0;
        for (MatchResult slot : SLOT.matcher(statement).results().toList()) {
            parts.add(statement.substring(from, slot.start()));
            slots.add(slot.group(1));
            from = slot.end();
        }
        parts.add(statement.substring(from));
        return new NightSql(parts, slots);
    }

    /** The statement of one night. */
    public String render(Map<String, String> values) {
        StringBuilder text = new StringBuilder(parts.get(0));
        for (int index = 0; index < slots.size(); index++) {
            text.append(values.get(slots.get(index))).append(parts.get(index + 1));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(parts.get(0));
        for (int index = 0; index < slots.size(); index++) {
            text.append(slot(slots.get(index))).append(parts.get(index + 1));
        }
        return text.toString();
    }
}
