package analysisplatform.kpi;

import java.util.List;

/**
 * A table of one row that every KPI may read: {@code day}, the snapshot's day in the platform's
 * time zone, and {@code snapshot_time} in UTC. It takes the place of the clock, so that the same
 * snapshot always gives the same answer.
 */
final class NightTable {

    static final String NAME = "night";

    static final String DAY = "day";
    static final String SNAPSHOT_TIME = "snapshot_time";

    private NightTable() {}

    static List<Scope.Field> fields(String alias) {
        return List.of(
                new Scope.Field(alias, DAY, Kind.DATE, NAME),
                new Scope.Field(alias, SNAPSHOT_TIME, Kind.TIMESTAMP, NAME));
    }
}
