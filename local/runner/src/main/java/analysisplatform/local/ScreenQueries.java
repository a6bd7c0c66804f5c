package analysisplatform.local;

import analysisplatform.config.Kpi;
import analysisplatform.kpi.KpiCatalog;
import analysisplatform.masking.Sql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a screen of KPIs asks: the two views of the KPI database and nothing else. Two queries make
 * the whole screen, however many tiles it has.
 */
final class ScreenQueries {

    private ScreenQueries() {}

    /** The newest value of each KPI and group. */
    static String latest() {
        return "SELECT kpi, day, dimension, value, previous_value, suppressed, stale, snapshot_time FROM %s ORDER BY position, dimension"
                .formatted(KpiCatalog.LATEST);
    }

    /** The past of the KPIs of today, as far as their charts show it. */
    static String history(List<Kpi> kpis) {
        return """
                SELECT kpi, day, dimension, value, suppressed, definition FROM (
                SELECT h.kpi, h.day, h.dimension, h.value, h.suppressed, h.definition, wanted.days, max(h.day) OVER (PARTITION BY h.kpi) AS newest
                FROM %s AS h JOIN (VALUES %s) AS wanted (kpi, days) ON wanted.kpi = h.kpi
                ) AS shown
                WHERE day > date_add('day', -days, newest)
                ORDER BY kpi, day, dimension"""
                .formatted(
                        KpiCatalog.HISTORY,
                        kpis.stream()
                                .map(kpi -> "(%s, %d)".formatted(Sql.text(kpi.id()), days(kpi)))
                                .collect(Collectors.joining(", ")));
    }

    /** A line shows a season beside the one before; bars and tables show the newest day only. */
    static int days(Kpi kpi) {
        return switch (kpi.chart()) {
            case NUMBER -> 60;
            case LINE -> 400;
            case STACKED -> 45;
            case BAR, TABLE -> 1;
        };
    }
}
