package analysisplatform.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One KPI as it is today, and its past.
 *
 * @param id names it for ever
 * @param title what people read
 * @param look how it is shown
 * @param goal what is good
 * @param stale whether the newest night gave no value
 * @param snapshotTime when the database was as the newest value says; empty without any value
 * @param latest the groups of the newest day; one without a name when the KPI has no groups
 * @param history all days that are shown, in any order
 * @param redefined first day of today's definition; empty when no other one is shown
 * @param origin who and what stands behind it
 */
public record Kpi(
        String id,
        Text title,
        Look look,
        Goal goal,
        boolean stale,
        Optional<Instant> snapshotTime,
        List<Latest> latest,
        List<Point> history,
        Optional<LocalDate> redefined,
        Origin origin) {

    public Kpi {
        latest = List.copyOf(latest);
        history = List.copyOf(history);
    }

    /**
     * @param unit beside the number
     * @param dimension title of the groups; empty when the KPI has none
     */
    public record Look(Chart chart, String unit, Comparison comparison, Optional<Text> dimension) {}

    /** How it is drawn. */
    public enum Chart {
        NUMBER,
        LINE,
        BAR,
        STACKED,
        TABLE
    }

    /** How much earlier the value is that the newest one is compared with. */
    public enum Comparison {
        DAY,
        WEEK,
        MONTH
    }

    /**
     * @param below and above are the thresholds of an alert
     */
    public record Goal(
            Direction direction,
            OptionalDouble target,
            OptionalDouble below,
            OptionalDouble above) {

        /** Whether somebody should look at this value. */
        boolean alerts(double value) {
            return below.isPresent() && value < below.getAsDouble()
                    || above.isPresent() && value > above.getAsDouble();
        }
    }

    /** Which way is good. */
    public enum Direction {
        UP,
        DOWN,
        NONE
    }

    /** Who answers questions, and whose data it is. */
    public record Origin(String owner, String source) {}

    /**
     * The newest value of one group.
     *
     * @param group empty for a KPI without groups and for groups that are too small to show
     * @param value empty when suppressed
     * @param previous the value one comparison earlier
     */
    public record Latest(
            LocalDate day,
            String group,
            OptionalDouble value,
            OptionalDouble previous,
            boolean suppressed) {}

    /** The value of one group on one day. */
    public record Point(LocalDate day, String group, OptionalDouble value, boolean suppressed) {}
}
