package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Language;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.SourceTable;
import analysisplatform.masking.PublishedColumn;
import analysisplatform.names.Roles;
import analysisplatform.queries.SavedQueries;
import analysisplatform.queries.SavedQuery;
import analysisplatform.words.ColumnComment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.NamedQuery;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.s3.S3Client;

/** What a person with the analyst role finds, in the console or through a driver. */
@OnTheStandIn
class CatalogForAnalystsTest {

    private static final Pattern SQL = Pattern.compile("(?s)```sql\\n(.*?)```");
    private static final Pattern OBJECT = Pattern.compile("s3://([^/]+)/(.+)");

    private final DeployedPlatform platform;

    CatalogForAnalystsTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somethingIsPublished() {
        platform.publishedBefore();
    }

    @Test
    void aNightTellsWhatEachColumnMeansAndTheViewsStillAnswer() {
        Night night = platform.nights.published();

        night.assertPublished();
        assertThat(night.states())
                .contains("Describe a view")
                .doesNotContain("Leave the view without comments");
        for (SourceTable table : platform.source.sourceTables()) {
            Map<String, String> comments = night.after().comments().get(table.publishedName());

            assertThat(comments).containsExactlyEntriesOf(expected(table));
            assertThat(
                            platform.analyst()
                                    .ask("SELECT * FROM " + table.publishedName() + " LIMIT 1")
                                    .columns())
                    .containsExactlyElementsOf(comments.keySet());
        }
        assertThat(night.after().runsShown().values()).containsOnly(night.after().run());
    }

    @Test
    void everySavedQueryIsInTheWorkgroupAndRuns() {
        List<NamedQuery> found;
        try (AthenaClient athena = asAnalyst().athena()) {
            found =
                    athena
                            .listNamedQueriesPaginator(
                                    r -> r.workGroup(platform.names.analystsWorkgroup()))
                            .stream()
                            .flatMap(page -> page.namedQueryIds().stream())
                            .map(id -> athena.getNamedQuery(r -> r.namedQueryId(id)).namedQuery())
                            .toList();
        }

        assertThat(found)
                .extracting(NamedQuery::name)
                .containsExactlyInAnyOrderElementsOf(
                        SavedQueries.of(platform.environment).stream()
                                .map(SavedQuery::name)
                                .toList());
        for (NamedQuery query : found) {
            Analyst analyst = Analyst.of(platform.clients, platform.names, query.database());

            assertThat(analyst.ask(query.queryString()).columns()).as(query.name()).isNotEmpty();
        }
    }

    @Test
    void thePageForAnalystsAsksWhatCanBeAnswered() throws IOException {
        Path page =
                Path.of(System.getProperty("platform.root"))
                        .resolve("docs")
                        .resolve("for-analysts.md");

        List<String> questions =
                SQL.matcher(Files.readString(page)).results().map(r -> r.group(1)).toList();

        assertThat(questions).hasSize(3);
        for (String question : questions) {
            assertThat(platform.analyst().ask(question).rows()).as(question).isNotEmpty();
        }
    }

    /** A driver names no output, and may read the result as the file that Athena wrote. */
    @Test
    void aResultIsAlsoAFileInTheWorkgroupsPlace() {
        Analyst.Answer answer =
                platform.analyst().ask("SELECT plan, count(*) AS n FROM users GROUP BY 1");

        String place = placeOfTheResult();
        var object = OBJECT.matcher(place);

        assertThat(place).startsWith(platform.names.analystsResults());
        assertThat(object.matches()).isTrue();
        try (S3Client s3 = asAnalyst().s3()) {
            assertThat(
                            s3.getObjectAsBytes(r -> r.bucket(object.group(1)).key(object.group(2)))
                                    .asUtf8String()
                                    .lines())
                    .hasSize(1 + answer.rows().size());
        }
    }

    private String placeOfTheResult() {
        try (AthenaClient athena = asAnalyst().athena()) {
            return athena
                    .listQueryExecutionsPaginator(
                            r -> r.workGroup(platform.names.analystsWorkgroup()))
                    .stream()
                    .flatMap(page -> page.queryExecutionIds().stream())
                    .map(id -> athena.getQueryExecution(r -> r.queryExecutionId(id)))
                    .map(found -> found.queryExecution())
                    .filter(found -> found.query().startsWith("SELECT plan, count(*) AS n"))
                    .map(QueryExecution::resultConfiguration)
                    .map(result -> result.outputLocation())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Map<String, String> expected(SourceTable table) {
        MaskingPolicy policy = platform.environment.policyOf(platform.source);
        return PublishedColumn.of(policy.tables().get(table.configured())).stream()
                .collect(
                        Collectors.toMap(
                                PublishedColumn::name,
                                column -> ColumnComment.of(policy, column, Language.EN),
                                (one, other) -> one,
                                LinkedHashMap::new));
    }

    private Clients asAnalyst() {
        return platform.clients.assuming(new Roles(platform.names).analyst().arn());
    }
}
