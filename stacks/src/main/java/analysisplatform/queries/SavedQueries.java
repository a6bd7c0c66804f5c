package analysisplatform.queries;

import analysisplatform.config.Environment;
import analysisplatform.config.Kpi;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.kpi.KpiCatalog;
import analysisplatform.kpi.KpiStatements;
import analysisplatform.masking.PublishedColumn;
import analysisplatform.names.Names;
import analysisplatform.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * All saved queries of an environment: each KPI as it can be asked by hand, all KPIs as the night
 * stored them, and of each published view what it holds and, where a column invites it, a count.
 */
public final class SavedQueries {

    private static final Words ALL_KPIS = new Words("All KPIs", "すべての KPI");
    private static final Words ALL_KPIS_HELP =
            new Words(
                    "The newest value of each, as last night stored it; reads a few KB",
                    "昨夜保存された最新の値。読み取りは数 KB");
    private static final Words KPI_HELP =
            new Words("Computed now over the published data", "公開中のデータから今計算する");
    private static final Words ROWS = new Words("rows", "中身を見る");
    private static final Words ROWS_HELP =
            new Words("Every column by name, 100 rows", "すべての列、100 行");
    private static final Words COUNT_HELP = new Words("How many rows each value has", "値ごとの行数");

    private final Environment environment;
    private final Names names;

    private SavedQueries(Environment environment) {
        this.environment = environment;
        this.names = Names.of(environment);
    }

    /** In the order of the environment's files. */
    public static List<SavedQuery> of(Environment environment) {
        SavedQueries queries = new SavedQueries(environment);
        List<SavedQuery> all = new ArrayList<>(queries.kpis());
        environment.sources().forEach(source -> all.addAll(queries.views(source)));
        return all;
    }

    private List<SavedQuery> kpis() {
        List<SavedQuery> queries = new ArrayList<>();
        for (Kpi kpi : environment.kpis()) {
            queries.add(kpi(kpi, source(kpi)));
        }
        if (!queries.isEmpty()) {
            queries.add(
                    0,
                    new SavedQuery(
                            "kpis",
                            SavedQuery.both(ALL_KPIS),
                            SavedQuery.both(ALL_KPIS_HELP),
                            names.kpiDatabase(),
                            KpiCatalog.numbers()));
        }
        return queries;
    }

    private SavedQuery kpi(Kpi kpi, Source source) {
        return new SavedQuery(
                "kpi-" + kpi.id(),
                "KPI " + SavedQuery.both(new Words(kpi.title().en(), kpi.title().ja())),
                "%s (%s, %s)".formatted(SavedQuery.both(KPI_HELP), kpi.unit(), kpi.owner()),
                names.publishedDatabase(source),
                KpiStatements.byHand(kpi, names.kpiDatabase(), environment.platform().timeZone()));
    }

    private Source source(Kpi kpi) {
        return environment.sources().stream()
                .filter(source -> source.name().equals(kpi.source()))
                .findFirst()
                .orElseThrow();
    }

    private List<SavedQuery> views(Source source) {
        List<SavedQuery> queries = new ArrayList<>();
        for (SourceTable table : source.sourceTables()) {
            queries.addAll(view(source, table));
        }
        return queries;
    }

    private List<SavedQuery> view(Source source, SourceTable table) {
        String view = table.publishedName();
        String id = "view-%s-%s".formatted(source.name(), view);
        String title = "%s.%s ".formatted(source.name(), view);
        String database = names.publishedDatabase(source);
        ViewExamples examples =
                new ViewExamples(
                        view,
                        PublishedColumn.of(
                                environment.policyOf(source).tables().get(table.configured())));
        List<SavedQuery> queries = new ArrayList<>();
        queries.add(
                new SavedQuery(
                        id,
                        title + SavedQuery.both(ROWS),
                        SavedQuery.both(ROWS_HELP),
                        database,
                        examples.rows()));
        examples.count()
                .ifPresent(
                        count ->
                                queries.add(
                                        new SavedQuery(
                                                id + "-count",
                                                title + by(count.column()),
                                                SavedQuery.both(COUNT_HELP),
                                                database,
                                                count.sql())));
        return queries;
    }

    private static String by(String column) {
        return SavedQuery.both(new Words("by " + column, column + " 別の件数"));
    }
}
