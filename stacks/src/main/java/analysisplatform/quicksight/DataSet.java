package analysisplatform.quicksight;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform.PublishedView;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.kpi.FreshnessView;
import analysisplatform.kpi.KpiCatalog;
import analysisplatform.kpi.KpiColumn;
import analysisplatform.masking.PublishedColumn;
import analysisplatform.names.Names;
import java.util.List;
import java.util.stream.Stream;

/**
 * What QuickSight loads every night: one view of Athena with every column spelled out.
 *
 * @param id unique in the account's QuickSight, and the name that people read
 * @param kpis whether it holds KPIs, which every source's night changes
 * @param source whose night changes it; empty for KPIs
 */
public record DataSet(
        String id, Relation relation, List<Column> columns, boolean kpis, String source) {

    static final String LATEST = "kpi-latest";
    static final String HISTORY = "kpi-history";
    static final String FRESHNESS = "freshness";

    /** A view as Athena knows it. */
    public record Relation(String database, String view) {}

    /** A column of the view. */
    public record Column(String name, ColumnType type) {}

    public DataSet {
        columns = List.copyOf(columns);
    }

    /** All of an environment; none when QuickSight is off. */
    public static List<DataSet> of(Environment environment) {
        if (!environment.platform().quickSight().enabled()) {
            return List.of();
        }
        return Stream.concat(ofKpis(environment), ofViews(environment)).toList();
    }

    /** Those that a source's night changes. */
    public static List<DataSet> changedBy(Environment environment, Source source) {
        boolean hasKpis = !environment.kpisOf(source).isEmpty();
        return of(environment).stream()
                .filter(
                        dataSet ->
                                dataSet.kpis() ? hasKpis : dataSet.source().equals(source.name()))
                .toList();
    }

    private static Stream<DataSet> ofKpis(Environment environment) {
        if (environment.kpis().isEmpty()) {
            return Stream.empty();
        }
        Names names = Names.of(environment);
        return Stream.of(
                kpi(names, LATEST, KpiCatalog.LATEST, KpiCatalog.latestColumns()),
                kpi(names, HISTORY, KpiCatalog.HISTORY, KpiCatalog.historyColumns()),
                kpi(names, FRESHNESS, KpiCatalog.FRESHNESS, FreshnessView.columns()));
    }

    private static DataSet kpi(Names names, String what, String view, List<KpiColumn> columns) {
        return new DataSet(
                names.named(what),
                new Relation(names.kpiDatabase(), view),
                columns.stream()
                        .map(
                                column ->
                                        new Column(
                                                column.name(), ColumnType.ofAthena(column.type())))
                        .toList(),
                true,
                "");
    }

    private static Stream<DataSet> ofViews(Environment environment) {
        return environment.platform().quickSight().views().stream()
                .map(
                        view ->
                                environment.sources().stream()
                                        .filter(source -> source.name().equals(view.source()))
                                        .findFirst()
                                        .map(source -> view(environment, source, view))
                                        .orElseThrow());
    }

    private static DataSet view(Environment environment, Source source, PublishedView view) {
        Names names = Names.of(environment);
        SourceTable table =
                source.sourceTables().stream()
                        .filter(it -> it.publishedName().equals(view.view()))
                        .findFirst()
                        .orElseThrow();
        return new DataSet(
                names.named("view-" + source.name() + "-" + view.view()),
                new Relation(names.publishedDatabase(source), view.view()),
                PublishedColumn.of(environment.policyOf(source).tables().get(table.configured()))
                        .stream()
                        .map(
                                column ->
                                        new Column(
                                                column.name(), ColumnType.ofAthena(column.type())))
                        .toList(),
                false,
                source.name());
    }
}
