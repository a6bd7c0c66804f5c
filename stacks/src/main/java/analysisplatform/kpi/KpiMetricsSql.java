package analysisplatform.kpi;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Kpi;
import analysisplatform.masking.Sql;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What CloudWatch gets of a night: one text, the JSON list that {@code PutMetricData} takes.
 *
 * <p>Only what this night computed is in it, of each KPI the newest day: a KPI that failed, whose
 * group is too small, or whose newest day is older than the value it is compared with has no metric
 * that night, so that nobody takes an old value for a new one. The same holds for all of them when
 * somebody asked for an old snapshot.
 *
 * @param timeZone in which a snapshot's time has its day
 * @param oldestSnapshot a snapshot that is older when the KPIs are computed is no news
 */
public record KpiMetricsSql(List<Kpi> kpis, ZoneId timeZone, Duration oldestSnapshot) {

    /** CloudWatch takes numbers of less than 2 to the power of 360. */
    private static final String LARGEST = "1E108";

    public KpiMetricsSql {
        kpis = List.copyOf(kpis);
    }

    /** {@link KpiStatements#outcomeSlot} stands for the outcome of each KPI, in their order. */
    public NightSql statement() {
        return NightSql.of(
                """
                WITH night AS (
                SELECT
                  CAST(%1$s AT TIME ZONE %2$s AS date) AS day,
                  %1$s > %3$s - INTERVAL '%4$d' HOUR AS is_new
                ),
                rhythm (kpi, days) AS (
                VALUES
                %5$s
                ),
                newest AS (
                SELECT kpi, max(day) AS day, max_by(value, day) AS value
                FROM (
                %6$s
                ) AS outcomes
                WHERE NOT failed
                GROUP BY kpi
                )
                SELECT '[' || coalesce(array_join(array_agg(
                  '{"MetricName":"' || newest.kpi || '","Value":' || CAST(newest.value AS varchar) || '}' ORDER BY newest.kpi), ','), '') || ']' AS metrics
                FROM newest
                JOIN rhythm ON rhythm.kpi = newest.kpi
                CROSS JOIN night
                WHERE night.is_new AND newest.day > date_add('day', -rhythm.days, night.day) AND abs(newest.value) < %7$s"""
                        .formatted(
                                NightSql.time(NightSql.SNAPSHOT_TIME),
                                Sql.text(timeZone.getId()),
                                NightSql.time(NightSql.STARTED_AT),
                                oldestSnapshot.toHours(),
                                rhythms(),
                                outcomes(),
                                LARGEST));
    }

    private String rhythms() {
        return kpis.stream()
                .map(
                        kpi ->
                                "(CAST(%s AS varchar), %d)"
                                        .formatted(Sql.text(kpi.id()), days(kpi.comparison())))
                .collect(joining(",\n"));
    }

    /** Yesterday's value of a daily KPI is news, and last week's of a weekly one. */
    private static int days(Kpi.Comparison comparison) {
        return switch (comparison) {
            case DAY -> 2;
            case WEEK -> 8;
            case MONTH -> 32;
        };
    }

    private String outcomes() {
        StringBuilder outcomes = new StringBuilder();
        for (int index = 0; index < kpis.size(); index++) {
            outcomes.append(index == 0 ? "" : "\nUNION ALL\n")
                    .append(NightSql.slot(KpiStatements.outcomeSlot(index)));
        }
        return outcomes.toString();
    }
}
