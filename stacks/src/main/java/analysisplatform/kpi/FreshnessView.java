package analysisplatform.kpi;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.masking.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * One row per published view with the snapshot that it shows. All views of a source are published
 * together, so the newest night in the history of the KPIs tells it for each of them; a source
 * without KPIs has no time.
 */
public final class FreshnessView {

    private final String table;
    private final List<Source> sources;

    /**
     * @param database of the KPI history
     */
    public FreshnessView(String database, Environment environment) {
        this(database, environment.sources());
    }

    public FreshnessView(String database, List<Source> sources) {
        this.table = Sql.table(database, KpiCatalog.TABLE);
        this.sources = List.copyOf(sources);
    }

    public static List<KpiColumn> columns() {
        return List.of(
                new KpiColumn("position", "bigint", "Order in platform.yaml"),
                KpiColumn.text("source", "Source in platform.yaml"),
                KpiColumn.text("view_name", "Published view"),
                KpiColumn.time(
                        "snapshot_time",
                        "When the database was as the view shows it, UTC; NULL when the source has no KPI"),
                KpiColumn.time("computed_at", "When that night's execution started, UTC"));
    }

    /** Reads as much of the history as the newest values do. */
    public String sql() {
        return """
                WITH views (position, source, view_name) AS (
                VALUES
                %s
                ),
                nights AS (
                SELECT source, max(snapshot_time) AS snapshot_time, max(computed_at) AS computed_at FROM %s WHERE %s GROUP BY source
                )
                SELECT views.position, views.source, views.view_name, nights.snapshot_time, nights.computed_at
                FROM views
                LEFT JOIN nights ON nights.source = views.source"""
                .formatted(views(), table, KpiCatalog.recent());
    }

    private String views() {
        List<String> rows = new ArrayList<>();
        for (Source source : sources) {
            for (SourceTable published : source.sourceTables()) {
                rows.add(
                        "(CAST(%d AS bigint), CAST(%s AS varchar), CAST(%s AS varchar))"
                                .formatted(
                                        rows.size() + 1,
                                        Sql.text(source.name()),
                                        Sql.text(published.publishedName())));
            }
        }
        return rows.stream().collect(joining(",\n"));
    }
}
