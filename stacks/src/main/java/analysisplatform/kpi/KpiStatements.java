package analysisplatform.kpi;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Kpi;
import analysisplatform.config.Kpi.Group;
import analysisplatform.masking.Sql;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The statements of a night: each KPI is computed into a table of its own, so that one that fails
 * stops no other; then the rows of all go into the history in one file.
 *
 * <p>Nothing is ever replaced: a file of the history belongs to one execution, and readers take the
 * latest computation of each KPI and day.
 */
public final class KpiStatements {

    /** Slot of {@link #store} for what became of the KPI with this position. */
    private static final String OUTCOME = "outcome";

    private static final String TOO_MANY_ROWS = "two rows of one day and dimension";

    /** Of an answer by hand; more than any screen shows. */
    private static final int MOST_ROWS = 1000;

    private final KpiPlaces places;

    public KpiStatements(KpiPlaces places) {
        this.places = places;
    }

    /** Name of the scratch table of a KPI after the run id; a masked table's name ends with it. */
    public static String scratch(Kpi kpi) {
        return "__kpi__" + kpi.id();
    }

    /** Name of the table through which the history is written, after the run id. */
    public static String storing() {
        return "__kpi_history";
    }

    /** Slot of {@link #store} for the outcome of the KPI with this position. */
    public static String outcomeSlot(int index) {
        return OUTCOME + index;
    }

    /** Computes one KPI; unqualified names mean the published views. */
    public NightSql compute(Kpi kpi) {
        return NightSql.of(
                createTable(scratch(kpi), scratchPlace(kpi), "")
                        + """
                        WITH night AS (
                          SELECT
                            CAST(%1$s AT TIME ZONE %2$s AS date) AS day,
                            CAST(%1$s AT TIME ZONE 'UTC' AS timestamp(3)) AS snapshot_time
                        ),
                        answer AS (
                        %3$s
                        ),
                        judged AS (
                        %4$s
                        )
                        SELECT
                          CAST(%5$s AS varchar) AS kpi,
                          CAST(%6$s AS varchar) AS definition,
                          day,
                          CAST(dimension AS varchar) AS dimension,
                          CASE WHEN suppressed THEN NULL WHEN count(*) > 1 THEN CAST('%7$s' AS double) ELSE max(value) END AS value,
                          CASE WHEN NOT suppressed THEN max(people) END AS people,
                          suppressed
                        FROM judged
                        GROUP BY day, dimension, suppressed"""
                                .formatted(
                                        NightSql.time(NightSql.SNAPSHOT_TIME),
                                        Sql.text(places.timeZone().getId()),
                                        kpi.query().sql(),
                                        judged(kpi.query()),
                                        Sql.text(kpi.id()),
                                        Sql.text(KpiDefinition.version(kpi)),
                                        TOO_MANY_ROWS));
    }

    /**
     * The KPI as a person asks it at any time: over what is published, for the snapshot of the
     * newest night, without the groups that the night would suppress.
     *
     * @param database of the KPI history
     * @param timeZone in which a snapshot's time has its day
     */
    public static String byHand(Kpi kpi, String database, ZoneId timeZone) {
        return """
                WITH night AS (
                  SELECT
                    CAST(with_timezone(max(snapshot_time), 'UTC') AT TIME ZONE %1$s AS date) AS day,
                    max(snapshot_time) AS snapshot_time
                  FROM %2$s
                  WHERE source = %3$s
                ),
                answer AS (
                %4$s
                ),
                judged AS (
                %5$s
                )
                SELECT day, dimension, value, people
                FROM judged
                WHERE NOT suppressed
                ORDER BY 1, 2
                LIMIT %6$d"""
                .formatted(
                        Sql.text(timeZone.getId()),
                        Sql.table(database, KpiCatalog.FRESHNESS),
                        Sql.text(kpi.source()),
                        kpi.query().sql().strip(),
                        judged(kpi.query()),
                        MOST_ROWS);
    }

    /** What {@link #store} reads of a KPI that was computed. */
    public NightSql computed(Kpi kpi) {
        return NightSql.of(
                "SELECT kpi, definition, day, dimension, value, people, suppressed, false AS failed FROM "
                        + scratchTable(scratch(kpi)));
    }

    /** What {@link #store} keeps of a KPI that could not be computed: that it could not. */
    public String failed(Kpi kpi) {
        return "SELECT %s AS kpi, %s AS definition, CAST(NULL AS date) AS day, '' AS dimension, CAST(NULL AS double) AS value, CAST(NULL AS bigint) AS people, false AS suppressed, true AS failed"
                .formatted(Sql.text(kpi.id()), Sql.text(KpiDefinition.version(kpi)));
    }

    /**
     * Adds what became of all KPIs to the history, in one file: all of a night or nothing.
     *
     * @param kpis their number; each has a slot
     */
    public NightSql store(int kpis) {
        String outcomes =
                IntStream.range(0, kpis)
                        .mapToObj(index -> NightSql.slot(outcomeSlot(index)))
                        .collect(joining("\nUNION ALL\n"));
        return NightSql.of(
                createTable(
                                storing(),
                                places.historyRoot()
                                        + "/month=%s/%s/"
                                                .formatted(
                                                        NightSql.slot(NightSql.MONTH),
                                                        NightSql.slot(NightSql.ATTEMPT)),
                                ", bucketed_by = ARRAY['kpi'], bucket_count = 1")
                        + """
                        SELECT
                          CAST(kpi AS varchar) AS kpi,
                          CAST(definition AS varchar) AS definition,
                          day,
                          CAST(dimension AS varchar) AS dimension,
                          value,
                          people,
                          suppressed,
                          failed,
                          CAST(%s AT TIME ZONE 'UTC' AS timestamp(3)) AS snapshot_time,
                          CAST('%s' AS varchar) AS run,
                          CAST(%s AT TIME ZONE 'UTC' AS timestamp(3)) AS computed_at
                        FROM (
                        %s
                        ) AS outcomes"""
                                .formatted(
                                        NightSql.time(NightSql.SNAPSHOT_TIME),
                                        NightSql.slot(NightSql.RUN),
                                        NightSql.time(NightSql.STARTED_AT),
                                        outcomes));
    }

    /**
     * The answer with its types, and with the names of small groups gone: a rare dimension points
     * at a person as well as a small number does.
     */
    private static String judged(Kpi.Query query) {
        String suppressed = suppressed(query.group());
        return """
                  SELECT
                    CAST(%s AS date) AS day,
                    CASE WHEN %s THEN '' ELSE %s END AS dimension,
                    CAST(answer.value AS double) AS value,
                    %s AS people,
                    %s AS suppressed
                  FROM answer CROSS JOIN night%s"""
                .formatted(
                        query.hasDays() ? "answer.day" : "night.day",
                        suppressed,
                        query.dimension().isPresent()
                                ? "coalesce(CAST(answer.dimension AS varchar), '')"
                                : "''",
                        query.group() instanceof Group.AtLeast
                                ? "CAST(answer.people AS bigint)"
                                : "CAST(NULL AS bigint)",
                        suppressed,
                        window(query));
    }

    /** Nobody counted is as small as it gets. */
    private static String suppressed(Group group) {
        if (group instanceof Group.AtLeast atLeast) {
            return "coalesce(CAST(answer.people AS bigint) < %d, true)"
                    .formatted(atLeast.minimum());
        }
        return "false";
    }

    private static String window(Kpi.Query query) {
        return query.hasDays()
                ? "\n  WHERE CAST(answer.day AS date) BETWEEN date_add('day', -%d, night.day) AND night.day"
                        .formatted(query.days() - 1)
                : "";
    }

    private String createTable(String name, String location, String more) {
        return "CREATE TABLE %s\nWITH (format = 'PARQUET', write_compression = 'ZSTD', external_location = %s%s) AS\n"
                .formatted(scratchTable(name), Sql.text(location), more);
    }

    private String scratchTable(String name) {
        return Sql.table(places.scratch(), NightSql.slot(NightSql.RUN) + name);
    }

    /**
     * In the run's folder, so that it goes with the run; an attempt never meets another's files.
     */
    private String scratchPlace(Kpi kpi) {
        return String.join(
                        "/",
                        List.of(
                                places.scratchRoot(),
                                NightSql.slot(NightSql.RUN),
                                "kpi__",
                                NightSql.slot(NightSql.ATTEMPT),
                                kpi.id()))
                + "/";
    }
}
