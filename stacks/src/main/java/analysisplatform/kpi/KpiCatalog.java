package analysisplatform.kpi;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Kpi;
import analysisplatform.masking.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What readers find in the KPI database: the table {@code history} with every computation, and two
 * views, {@code kpi_history} with one row per KPI, day and dimension, and {@code kpi_latest} with
 * the newest of them beside all that a screen shows.
 */
public final class KpiCatalog {

    public static final String TABLE = "history";
    public static final String HISTORY = "kpi_history";
    public static final String LATEST = "kpi_latest";
    public static final String FRESHNESS = "view_freshness";

    /**
     * In days; readers of the newest values look no further back. A comparison by month needs 31,
     * and a KPI that could not be computed for a week still shows its last value and the one
     * before.
     */
    private static final int LATEST_DAYS = 40;

    /** The projection knows folders of months to come, which nobody need look for. */
    private static final String PAST =
            "month <= date_format(date_add('day', 1, current_date), '%Y-%m')";

    private final String table;
    private final List<Kpi> kpis;

    /**
     * @param database of the table
     * @param kpis those of today; others keep their history
     */
    public KpiCatalog(String database, List<Kpi> kpis) {
        this.table = Sql.table(database, TABLE);
        this.kpis = List.copyOf(kpis);
    }

    /** Columns of the files of {@link #TABLE}, in their order. */
    public static List<KpiColumn> tableColumns() {
        return List.of(
                KpiColumn.text("kpi", "Id of the KPI in kpis.yaml"),
                KpiColumn.text("definition", "Changes with the SQL or the minimum group"),
                new KpiColumn("day", "date", "Day of the value; NULL when the computation failed"),
                KpiColumn.text("dimension", "Group; empty when there is none or it is too small"),
                KpiColumn.number("value", "The number; NULL when the group is too small"),
                new KpiColumn("people", "bigint", "People or rows behind the value"),
                KpiColumn.flag("suppressed", "Whether the group was too small to show"),
                KpiColumn.flag("failed", "Whether the KPI could not be computed"),
                KpiColumn.time("snapshot_time", "When the database was as the value says, UTC"),
                KpiColumn.text("run", "Run whose views were read"),
                KpiColumn.time("computed_at", "When its computation began, UTC"));
    }

    /** Columns in the folders' names. */
    public static List<KpiColumn> partitions() {
        return List.of(
                KpiColumn.text("source", "Source in platform.yaml"),
                KpiColumn.text("month", "Month of the snapshot in UTC, yyyy-MM"));
    }

    public static List<KpiColumn> historyColumns() {
        List<KpiColumn> columns = new ArrayList<>(KpiColumn.shared());
        columns.add(
                KpiColumn.text("definition", "Values with different definitions do not compare"));
        columns.add(KpiColumn.text("source", "Source in platform.yaml"));
        columns.add(
                KpiColumn.time("snapshot_time", "When the database was as the value says, UTC"));
        columns.add(KpiColumn.text("run", "Run whose views were read"));
        columns.add(KpiColumn.time("computed_at", "When the value was computed, UTC"));
        return columns;
    }

    /** The latest successful computation of each KPI and day. */
    public String history() {
        return "SELECT %s FROM (%s) AS ranked WHERE age = 1"
                .formatted(names(historyColumns()), ranked("NOT failed AND " + PAST));
    }

    public static List<KpiColumn> latestColumns() {
        List<KpiColumn> columns = new ArrayList<>(KpiColumn.shared());
        columns.add(
                KpiColumn.number(
                        "previous_value",
                        "The value one comparison earlier; NULL when there is none"));
        columns.add(
                KpiColumn.time("snapshot_time", "When the database was as the value says, UTC"));
        columns.add(
                KpiColumn.flag("stale", "Whether the newest night of the source gave no value"));
        columns.add(new KpiColumn("position", "bigint", "Order in kpis.yaml"));
        columns.add(KpiColumn.text("source", "Source in platform.yaml"));
        columns.add(KpiColumn.text("title_ja", "Title in Japanese"));
        columns.add(KpiColumn.text("title_en", "Title in English"));
        columns.add(KpiColumn.text("owner", "Who answers questions about it"));
        columns.add(KpiColumn.text("unit", "What is counted"));
        columns.add(KpiColumn.text("direction", "Which way is good: up, down or none"));
        columns.add(KpiColumn.text("chart", "number, line, bar, stacked or table"));
        columns.add(KpiColumn.text("comparison", "day, week or month"));
        columns.add(KpiColumn.number("target", "The value to reach; NULL when there is none"));
        columns.add(KpiColumn.number("alert_below", "Too low below this; NULL when there is none"));
        columns.add(
                KpiColumn.number("alert_above", "Too high above this; NULL when there is none"));
        return columns;
    }

    /** What a person reads of {@link #LATEST}, who knows its database. */
    public static String numbers() {
        return """
                SELECT
                  title_en,
                  title_ja,
                  dimension,
                  value,
                  unit,
                  previous_value,
                  target,
                  day,
                  stale
                FROM %s
                ORDER BY position, dimension"""
                .formatted(Sql.identifier(LATEST));
    }

    /**
     * One row per KPI and group of its newest day; a KPI that never had a value has one row too.
     * The history is read once: an engine reads a table again for each time that a query names it.
     */
    public String latest() {
        return """
                WITH kpis (kpi, position, source, title_ja, title_en, owner, unit, direction, chart, comparison, target, alert_below, alert_above) AS (
                VALUES
                %1$s
                ),
                computed AS (
                SELECT
                  kpi, source, day, dimension, value, people, suppressed, failed, snapshot_time,
                  rank() OVER (PARTITION BY kpi, day ORDER BY snapshot_time DESC, computed_at DESC) AS age,
                  max(day) OVER (PARTITION BY kpi) AS newest_day,
                  max(snapshot_time) OVER (PARTITION BY source) AS newest_night
                FROM %2$s WHERE %3$s
                ),
                shown AS (
                SELECT
                  kpis.*, computed.day, computed.dimension, computed.value, computed.people, computed.suppressed,
                  computed.snapshot_time, computed.newest_day,
                  computed.snapshot_time = computed.newest_night AND computed.source = kpis.source AS fresh,
                  max(CASE WHEN NOT computed.suppressed AND computed.day = date_add(kpis.comparison, -1, computed.newest_day) THEN computed.value END)
                    OVER (PARTITION BY kpis.kpi, computed.dimension) AS earlier_value
                FROM kpis
                LEFT JOIN computed ON computed.kpi = kpis.kpi AND computed.age = 1 AND NOT computed.failed
                )
                SELECT
                  kpi, day, coalesce(dimension, '') AS dimension, value, people,
                  coalesce(suppressed, false) AS suppressed, CASE WHEN NOT suppressed THEN earlier_value END AS previous_value,
                  snapshot_time, NOT coalesce(fresh, false) AS stale, position, source,
                  title_ja, title_en, owner, unit, direction, chart, comparison, target, alert_below, alert_above
                FROM shown
                WHERE day IS NULL OR day = newest_day"""
                .formatted(definitions(), table, recent());
    }

    /** The months are the folders, so nothing older is read: never more than three of them. */
    static String recent() {
        return "month >= date_format(date_add('day', -%d, current_date), '%%Y-%%m') AND "
                        .formatted(LATEST_DAYS)
                + PAST;
    }

    /** All rows of one computation have the same age; 1 is the newest. */
    private String ranked(String condition) {
        return "SELECT *, rank() OVER (PARTITION BY kpi, day ORDER BY snapshot_time DESC, computed_at DESC) AS age FROM %s WHERE %s"
                .formatted(table, condition);
    }

    private String definitions() {
        List<String> rows = new ArrayList<>();
        for (Kpi kpi : kpis) {
            rows.add(definition(kpi, rows.size() + 1));
        }
        return String.join(",\n", rows);
    }

    private static String definition(Kpi kpi, int position) {
        return "(%s, CAST(%d AS bigint), %s)"
                .formatted(
                        text(kpi.id()),
                        position,
                        String.join(
                                ", ",
                                text(kpi.source()),
                                text(kpi.title().ja()),
                                text(kpi.title().en()),
                                text(kpi.owner()),
                                text(kpi.unit()),
                                word(kpi.direction()),
                                word(kpi.chart()),
                                word(kpi.comparison()),
                                number(kpi.target()),
                                number(kpi.alert().below()),
                                number(kpi.alert().above())));
    }

    private static String word(Enum<?> choice) {
        return text(choice.name().toLowerCase(Locale.ROOT));
    }

    private static String text(String value) {
        return "CAST(" + Sql.text(value) + " AS varchar)";
    }

    private static String number(OptionalDouble value) {
        return "CAST("
                + (value.isPresent() ? Sql.text(Double.toString(value.getAsDouble())) : "NULL")
                + " AS double)";
    }

    private static String names(List<KpiColumn> columns) {
        return columns.stream().map(KpiColumn::name).collect(joining(", "));
    }
}
