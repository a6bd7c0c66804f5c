package analysisplatform.config;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number of {@code kpis.yaml}: computed once a night from the published views of one source.
 *
 * @param id names its history for ever
 * @param owner mail address of who answers questions about it
 * @param source name of the source whose views it reads
 * @param query what is asked, and how its answer is read
 * @param unit as shown beside the number
 * @param alert when somebody should look
 */
public record Kpi(
        String id,
        Titles title,
        String owner,
        String source,
        Query query,
        String unit,
        Direction direction,
        Chart chart,
        Comparison comparison,
        OptionalDouble target,
        Alert alert) {

    /** What people read. */
    public record Titles(String ja, String en) {}

    /** Which way is good. */
    public enum Direction {
        UP,
        DOWN,
        NONE
    }

    /** How it is shown. */
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

    /** Thresholds; both empty when there is no alert. */
    public record Alert(OptionalDouble below, OptionalDouble above) {

        public static final Alert NEVER = new Alert(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * The SQL and the contract of its answer: {@code value}, and the columns that these keys ask
     * for.
     *
     * @param dimension title of the groups; when present the answer has a column {@code dimension}
     * @param days above 0, the answer has a column {@code day} and so many days are computed again
     *     each night
     * @param group how small groups are kept from being seen
     */
    public record Query(String sql, Optional<Titles> dimension, int days, Group group) {

        public boolean hasDays() {
            return days > 0;
        }
    }

    /** Who stands behind a value. */
    public sealed interface Group {

        /**
         * The answer has a column {@code people}; fewer than the minimum are suppressed.
         *
         * @param minimum of people, or of rows where a row is no person's
         */
        record AtLeast(int minimum) implements Group {}

        /**
         * No value tells anything of a person.
         *
         * @param reason why
         */
        record Safe(String reason) implements Group {}
    }
}
