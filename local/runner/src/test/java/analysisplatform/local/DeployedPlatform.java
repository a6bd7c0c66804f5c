package analysisplatform.local;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Source;
import analysisplatform.names.Names;
import analysisplatform.names.RunsItem;
import analysisplatform.sample.SampleExport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The environment {@code local}, applied to a stand-in that all tests share: what a test may do to
 * it, and what it may look at.
 */
final class DeployedPlatform implements AutoCloseable {

    /** In seconds; nothing on the stand-in needs a longer one. */
    private static final String LONGEST_PAUSE = "0.2";

    final Environment environment;
    final Source source;
    final Names names;
    final StandIn standIn;
    final Deployment deployment;
    final Clients clients;
    final Path sample;

    private final Workspace workspace;
    private final List<Instant> snapshots = new ArrayList<>();

    /** Each snapshot is a minute younger than the one before, so it is always the newest. */
    private Instant nextSnapshot =
            Instant.now().minus(Duration.ofHours(8)).truncatedTo(ChronoUnit.MINUTES);

    DeployedPlatform(Workspace workspace) {
        this.workspace = workspace;
        Path environments =
                SmallEnvironment.write(
                        workspace.root().resolve("environments"),
                        workspace.emptyDirectory("environments"));
        environment = EnvironmentLoader.load(environments.resolve("local"));
        source = environment.sources().get(0);
        names = Names.of(environment);
        sample = workspace.emptyDirectory("sample");
        SampleExport.write(sample);
        standIn =
                StandIn.start(
                        workspace,
                        environment.platform().account(),
                        environment.platform().region(),
                        Map.of("STANDIN_MAX_WAIT_SECONDS", LONGEST_PAUSE));
        clients = Clients.of(standIn.endpoint(), environment.platform().region());
        deployment =
                Deployment.of(
                        workspace, new Synthesis(workspace, environments), environment, standIn);
        deployment.apply(stack -> {});
    }

    Path folder(String name) {
        return workspace.emptyDirectory(name);
    }

    /** A healthy world again, and something that analysts already see. */
    void publishedBefore() {
        standIn.control().clearFaults();
        standIn.control().exportFrom(sample);
        if (publishedRun().isEmpty()) {
            takeSnapshot();
            NightlyRun.Outcome outcome = night();
            if (!outcome.succeeded()) {
                throw new AssertionError("A healthy night failed: " + outcome);
            }
        }
    }

    /**
     * @return its time
     */
    Instant takeSnapshot() {
        nextSnapshot = nextSnapshot.plus(Duration.ofMinutes(1));
        standIn.control().takeSnapshot(source, nextSnapshot);
        snapshots.add(nextSnapshot);
        return nextSnapshot;
    }

    /** As if nobody had taken one since. */
    void ageAllSnapshotsBy(Duration age) {
        for (Instant snapshot : snapshots) {
            standIn.control()
                    .takeSnapshot(
                            source,
                            StandInControl.snapshotId(source, snapshot),
                            snapshot.minus(age));
        }
    }

    NightlyRun.Outcome night() {
        NightlyRun machine = machine();
        return machine.await(machine.start());
    }

    NightlyRun machine() {
        return new NightlyRun(clients.stepFunctions(), names, source);
    }

    Analyst analyst() {
        return Analyst.of(clients, names, names.publishedDatabase(source));
    }

    /** An analyst's answer from the database of the KPIs. */
    Analyst.Answer kpis(String sql) {
        return Analyst.of(clients, names, names.kpiDatabase()).ask(sql);
    }

    /** Why queries of the nightly run failed, newest first. */
    List<String> failedQueries() {
        List<String> reasons = new ArrayList<>();
        for (String id :
                clients.athena()
                        .listQueryExecutions(r -> r.workGroup(names.pipelineWorkgroup()))
                        .queryExecutionIds()) {
            var status =
                    clients.athena()
                            .getQueryExecution(r -> r.queryExecutionId(id))
                            .queryExecution()
                            .status();
            if (status.stateChangeReason() != null) {
                reasons.add(status.stateChangeReason());
            }
        }
        return reasons;
    }

    /** The run that the platform says is published. */
    Optional<String> publishedRun() {
        return record("run");
    }

    /** A text of the record of what is published. */
    Optional<String> record(String field) {
        return item(RunsItem.published(source)).map(item -> item.get(field)).map(AttributeValue::s);
    }

    boolean isLocked() {
        return item(RunsItem.lock(source)).isPresent();
    }

    void lockFor(String executionArn) {
        clients.dynamoDb()
                .putItem(
                        r ->
                                r.tableName(names.runsTable())
                                        .item(
                                                Map.of(
                                                        "id",
                                                        AttributeValue.fromS(RunsItem.lock(source)),
                                                        "owner",
                                                        AttributeValue.fromS(executionArn))));
    }

    /** Objects and versions below exports/ in the quarantine. */
    List<String> rawFiles() {
        return clients
                .s3()
                .listObjectVersionsPaginator(
                        r -> r.bucket(names.quarantineBucket()).prefix("exports/"))
                .versions()
                .stream()
                .map(version -> version.key())
                .toList();
    }

    /** No query reads it, because a table without rows has no raw table. */
    void addRawFileToTheEmptyTable() {
        String folder =
                rawFiles().stream()
                        .filter(key -> key.endsWith("audit_logs/1/_SUCCESS"))
                        .map(key -> key.replace("_SUCCESS", ""))
                        .findFirst()
                        .orElseThrow();
        clients.s3()
                .putObject(
                        r -> r.bucket(names.quarantineBucket()).key(folder + "late.gz.parquet"),
                        RequestBody.fromString("late"));
    }

    List<String> rawTables() {
        return tables(names.rawDatabase(source));
    }

    /** Runs that have files in the masked store. */
    List<String> maskedRuns() {
        String prefix = names.maskedPrefix(source) + "/";
        return clients
                .s3()
                .listObjectsV2Paginator(r -> r.bucket(names.maskedBucket()).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()).split("/")[0])
                .distinct()
                .toList();
    }

    List<String> maskedTables() {
        return tables(names.maskedDatabase(source));
    }

    List<String> views() {
        return tables(names.publishedDatabase(source));
    }

    /** The run that each view shows, whatever the platform says is published. */
    Map<String, String> runsShown() {
        return StoredView.runs(tablesOf(names.publishedDatabase(source)));
    }

    /** As if its table had been wanted by a policy that is gone. */
    void addViewWithoutPolicy(String view) {
        clients.glue()
                .createTable(
                        r ->
                                r.databaseName(names.publishedDatabase(source))
                                        .tableInput(t -> t.name(view).tableType("VIRTUAL_VIEW")));
    }

    /** On AWS a crawl goes on by the clock, here by looks. */
    void awaitCrawler() {
        Eventually.await(
                "the crawler is ready",
                () ->
                        clients.glue()
                                        .getCrawler(r -> r.name(names.crawler(source)))
                                        .crawler()
                                        .state()
                                == CrawlerState.READY);
    }

    /** Somebody aborts an execution. What the platform removes then is gone on return. */
    void abort(String executionArn) {
        clients.stepFunctions().stopExecution(r -> r.executionArn(executionArn));
        Eventually.await("the raw files are gone", () -> rawFiles().isEmpty());
    }

    /** What an analyst gets of a table, in a stable order; changes when the published run does. */
    List<String> content(String table) {
        Analyst.Answer answer = analyst().ask("SELECT * FROM " + table);
        List<String> rows = new ArrayList<>();
        answer.rows()
                .forEach(
                        row ->
                                rows.add(
                                        String.join(
                                                "|", row.stream().map(String::valueOf).toList())));
        rows.sort(null);
        return rows;
    }

    Alerts alerts() {
        return new Alerts(this);
    }

    private List<String> tables(String database) {
        return tablesOf(database).stream().map(Table::name).toList();
    }

    private List<Table> tablesOf(String database) {
        return clients.glue().getTablesPaginator(r -> r.databaseName(database)).stream()
                .flatMap(page -> page.tableList().stream())
                .toList();
    }

    private Optional<Map<String, AttributeValue>> item(String id) {
        var answer =
                clients.dynamoDb()
                        .getItem(
                                r ->
                                        r.tableName(names.runsTable())
                                                .key(Map.of("id", AttributeValue.fromS(id)))
                                                .consistentRead(true));
        return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
    }

    @Override
    public void close() {
        standIn.close();
    }
}
