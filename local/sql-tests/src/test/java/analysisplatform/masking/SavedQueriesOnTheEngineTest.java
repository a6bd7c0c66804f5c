package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.engine.QueryResult;
import analysisplatform.kpi.FreshnessView;
import analysisplatform.kpi.KpiCatalog;
import analysisplatform.names.Names;
import analysisplatform.queries.SavedQueries;
import analysisplatform.queries.SavedQuery;
import analysisplatform.sample.SampleExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved queries, and those that the pages for analysts show, over the masked sample. */
class SavedQueriesOnTheEngineTest {

    private static final Path ROOT = Path.of(System.getProperty("platform.root"));
    private static final Pattern SQL = Pattern.compile("(?s)```sql\\n(.*?)```");
    private static final String EVENING = "2026-11-20T18:05:00Z";

    private static final Environment LOCAL =
            EnvironmentLoader.load(ROOT.resolve("environments/local"));

    private static final String KPIS = Names.of(LOCAL).kpiDatabase();

    private static MaskedSample sample;
    private static KpiNights nights;

    @BeforeAll
    static void aNightWithItsKpis() {
        sample =
                MaskedSample.night(
                        "saved_queries",
                        LOCAL.sources().get(0),
                        LOCAL.policyOf(LOCAL.sources().get(0)),
                        SampleExport::write);
        nights = new KpiNights(KPIS, sample);
        nights.night(EVENING, LOCAL.kpis());
        view(KpiCatalog.LATEST, new KpiCatalog(KPIS, LOCAL.kpis()).latest());
        view(KpiCatalog.FRESHNESS, new FreshnessView(KPIS, LOCAL).sql());
    }

    static List<SavedQuery> queries() {
        return SavedQueries.of(LOCAL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void runsAndAnswersUnlessItsTableIsEmpty(SavedQuery query) {
        QueryResult answer = run(query.database(), query.sql());

        assertThat(answer.columns()).isNotEmpty();
        if (!query.id().contains("audit_logs")) {
            assertThat(answer.rows()).isNotEmpty();
        }
    }

    @Test
    void aKpiByHandIsWhatTheNightStored() {
        LOCAL.kpis()
                .forEach(
                        kpi -> {
                            QueryResult stored =
                                    nights.history(
                                            "WHERE kpi = '%s' AND NOT suppressed ORDER BY day, dimension"
                                                    .formatted(kpi.id()));
                            QueryResult byHand =
                                    run(
                                            "",
                                            queries().stream()
                                                    .filter(
                                                            query ->
                                                                    query.id()
                                                                            .equals(
                                                                                    "kpi-"
                                                                                            + kpi
                                                                                                    .id()))
                                                    .findFirst()
                                                    .orElseThrow()
                                                    .sql());

                            for (String column : List.of("day", "dimension", "value", "people")) {
                                assertThat(byHand.values(column))
                                        .as(kpi.id() + " " + column)
                                        .isEqualTo(stored.values(column));
                            }
                        });
    }

    @Test
    void everyQuestionOfThePageForAnalystsIsAnswered() throws Exception {
        String page = Files.readString(ROOT.resolve("docs/for-analysts.md"));
        List<String> questions = SQL.matcher(page).results().map(found -> found.group(1)).toList();

        assertThat(questions).hasSizeGreaterThanOrEqualTo(3);
        for (String question : questions) {
            assertThat(run("", question).rows()).as(question).isNotEmpty();
        }
    }

    private static QueryResult run(String database, String sql) {
        String schema = database.equals(KPIS) ? KPIS : sample.databases().published();
        return SharedEngine.engine().client().inSchema(schema).execute(sql);
    }

    private static void view(String name, String sql) {
        SharedEngine.run("CREATE VIEW %s.%s AS %s".formatted(KPIS, name, sql));
    }
}
