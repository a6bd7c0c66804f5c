package analysisplatform.local;

import analysisplatform.config.Kpi;
import analysisplatform.kpi.KpiCatalog;
import analysisplatform.masking.Sql;
import java.util.List;

/**
 * What a screen of KPIs asks: the two views of the KPI database and nothing else. Two queries make
 * the whole screen, however many tiles it has.
 */
final class ScreenQueries {

    /** More than a year, so that a season can be compared with the one before. */
    private static final int DAYS = 400;

    private ScreenQueries() {}

    /** The newest value of each KPI and group. */
    static String latest() {
        return "SELECT kpi, day, dimension, value, previous_value, suppressed, stale, snapshot_time FROM %s ORDER BY position, dimension"
                .formatted(KpiCatalog.LATEST);
    }

    /** The past of the KPIs of today. */
    static String history(List<Kpi> kpis) {
        return """
                SELECT kpi, day, dimension, value, suppressed, definition FROM (
                SELECT kpi, day, dimension, value, suppressed, definition, max(day) OVER (PARTITION BY kpi) AS newest FROM %s
                WHERE kpi IN (%s)
                ) AS shown
                WHERE day > date_add('day', -%d, newest)
                ORDER BY kpi, day, dimension"""
                .formatted(
                        KpiCatalog.HISTORY,
                        String.join(", ", kpis.stream().map(kpi -> Sql.text(kpi.id())).toList()),
                        DAYS);
    }
}
