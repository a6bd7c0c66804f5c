package analysisplatform.local;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Source;
import analysisplatform.names.Names;
import analysisplatform.names.RunsItem;
import analysisplatform.sample.SampleExport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * The environment {@code local}, applied to a stand-in that all tests share: what a test may do to
 * it, and what it may look at.
 */
final class DeployedPlatform implements AutoCloseable {

    /** A run that no snapshot was ever exported for. */
    static final String NEVER_RUN = "r20200101000000_00000000";

    /** In seconds; nothing on the stand-in needs a longer one. */
    private static final String LONGEST_PAUSE = "0.2";

    final Environment environment;
    final Source source;
    final Names names;
    final StandIn standIn;
    final Deployment deployment;
    final Clients clients;
    final Path sample;

    final Snapshots snapshots;
    final SharedNights nights = new SharedNights(this);

    private final Workspace workspace;

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
        snapshots = new Snapshots(standIn.control(), source);
    }

    Path folder(String name) {
        return workspace.emptyDirectory(name);
    }

    /**
     * A healthy world again, and something that analysts already see. Of what failed before,
     * nothing is left: no snapshot that waits for a night, no views of two runs.
     */
    void publishedBefore() {
        standIn.control().clearFaults();
        standIn.control().exportFrom(sample);
        snapshots.keepOnly(
                Stream.of(record("snapshotArn"), record("previousSnapshotArn"))
                        .flatMap(Optional::stream)
                        .toList());
        if (publishedRun().isEmpty()) {
            takeSnapshot();
            healthyNight();
        } else if (record("publishing").isPresent()) {
            healthyNight();
        }
    }

    /** As {@link #publishedBefore}, and of all runs an older one alone is kept beside it. */
    void twoRunsPublished() {
        publishedBefore();
        if (record("previous").isEmpty() || maskedRuns().size() != 2) {
            takeSnapshot();
            healthyNight();
        }
        record("previous")
                .filter(kept -> kept.compareTo(publishedRun().orElseThrow()) > 0)
                .ifPresent(this::rollBackTo);
    }

    /**
     * @return its time
     */
    Instant takeSnapshot() {
        return snapshots.take();
    }

    NightlyRun.Outcome night() {
        return start("{}");
    }

    NightlyRun.Outcome healthyNight() {
        NightlyRun.Outcome outcome = night();
        if (!outcome.succeeded()) {
            throw new AssertionError("A healthy night failed: " + outcome);
        }
        return outcome;
    }

    NightlyRun.Outcome rollBackTo(String run) {
        return start("{\"runId\": \"%s\"}".formatted(run));
    }

    /** To the end of an execution with this input. */
    NightlyRun.Outcome start(String input) {
        NightlyRun machine = machine();
        return machine.await(machine.start(input));
    }

    /** The states of the deployed state machine that a fault can meet. */
    WorkingStates workingStates() {
        String machine = names.arn("states", "stateMachine:" + names.stateMachine(source));
        return WorkingStates.of(
                clients.stepFunctions()
                        .describeStateMachine(r -> r.stateMachineArn(machine))
                        .definition());
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

    /** The run that the platform says is published. */
    Optional<String> publishedRun() {
        return record("run");
    }

    /** A text of the record of what is published; none when it is empty. */
    Optional<String> record(String field) {
        return item(RunsItem.published(source))
                .map(item -> item.get(field))
                .map(AttributeValue::s)
                .filter(text -> !text.isEmpty());
    }

    boolean isLocked() {
        return item(RunsItem.lock(source)).isPresent();
    }

    boolean isLockedBy(String executionArn) {
        return item(RunsItem.lock(source))
                .filter(lock -> executionArn.equals(lock.get("owner").s()))
                .isPresent();
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

    List<String> rawTables() {
        return tables(names.rawDatabase(source));
    }

    /** Runs that have files in the masked store. */
    List<String> maskedRuns() {
        return maskedFiles().runs();
    }

    MaskedFiles maskedFiles() {
        return new MaskedFiles(this);
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

    Reports reports() {
        return new Reports(clients.s3(), names, source);
    }

    Outsider outsider() {
        return new Outsider(this);
    }

    Alerts alerts() {
        return new Alerts(this);
    }

    List<String> tables(String database) {
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
