package analysisplatform.constructs;

import analysisplatform.alarms.WatchedKeys;
import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.dashboard.DashboardBody;
import analysisplatform.names.Arns;
import analysisplatform.names.GitHubStack;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.policy.AnalystPolicy;
import analysisplatform.policy.BoundaryPolicy;
import analysisplatform.policy.DashboardReaderPolicy;
import analysisplatform.policy.DeployPolicy;
import analysisplatform.policy.KeyArns;
import analysisplatform.policy.PlanPolicy;
import analysisplatform.policy.TrustPolicies;
import analysisplatform.workflow.NightlyStatements;
import analysisplatform.workflow.NightlyWorkflow;
import analysisplatform.workflow.PipelineArns;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.constructs.Construct;

/**
 * Creates everything of one environment in the analysis account; its id is the environment's name.
 *
 * <p>Requires the state bucket. The roles of the source accounts need not exist yet.
 */
public final class AnalysisStack extends TerraformStack {

    /**
     * @param functionJar the built export function
     * @param statements of each source, made while other resources are
     */
    public record Config(
            Environment environment,
            Path functionJar,
            Map<Source, CompletableFuture<NightlyStatements>> statements) {

        /** Begins to make the statements, which needs no construct and takes long. */
        public Config(Environment environment, Path functionJar) {
            this(environment, functionJar, new LinkedHashMap<>());
            environment
                    .sources()
                    .forEach(
                            source ->
                                    statements.put(
                                            source,
                                            CompletableFuture.supplyAsync(
                                                    () ->
                                                            new NightlyStatements(
                                                                    environment, source))));
        }

        NightlyStatements statementsOf(Source source) {
            return statements.get(source).join();
        }
    }

    /** Writes the state machine of a source, whose keys' ARNs exist only after creation. */
    @FunctionalInterface
    interface Definitions {
        String of(Source source, PipelineArns arns);
    }

    private final Config config;
    private final Definitions definitions;
    private final Environment environment;
    private final Names names;

    public AnalysisStack(Construct scope, Config config) {
        this(
                scope,
                config,
                (source, arns) -> new NightlyWorkflow(config.statementsOf(source), arns).json());
    }

    /** For tests of all that surrounds the state machines. */
    AnalysisStack(Construct scope, Config config, Definitions definitions) {
        super(scope, Names.of(config.environment()).analysisStack());
        this.config = config;
        this.definitions = definitions;
        this.environment = config.environment();
        this.names = Names.of(environment);
        TerraformSettings.apply(this, environment, names.account());

        // The id is that of the first version: another one would make the topic anew, and every
        // address would have to confirm again.
        AlertTopic alerts = new AlertTopic(this, "failure-mail", environment);
        String deadLetters = new DeadLetters(this, "dead-letters", environment).arn();
        Store store = new Store(this, "store", environment);
        KeyArns keys =
                new KeyArns(
                        store.quarantineKey().arn(), store.maskedKey().arn(), alerts.key().arn());
        new Catalog(this, "catalog", environment);
        createKpiDatabase();
        new Workgroups(this, "workgroups", environment, keys);
        new RunsTable(this, "runs", environment);
        createEvidence(store);
        LambdaFunction function = createExportFunction(keys);
        Map<Source, String> machines = createNightlyRuns(store, keys, function, deadLetters);
        new NightlySchedule(
                this, "schedule", new NightlySchedule.Config(environment, machines, deadLetters));
        createAlarms(store, alerts, deadLetters);
        createKpiDashboard();
        new SpendingGuard(
                this,
                "spending",
                new SpendingGuard.Config(environment, alerts, createAnalystRole(keys)));
        createQuickSight(keys);
        letGitHubIn(keys);
        output("analysts_workgroup", names.analystsWorkgroup());
        output(
                "published_databases",
                environment.sources().stream().map(names::publishedDatabase).toList());
        output("state_machines", List.copyOf(machines.values()));
    }

    private LambdaFunction createExportFunction(KeyArns keys) {
        return new ExportFunction(this, "export", environment, config.functionJar(), keys)
                .function();
    }

    private void createAlarms(Store store, AlertTopic alerts, String deadLetters) {
        WatchedKeys keys =
                new WatchedKeys(
                        store.quarantineKey().watched(),
                        store.maskedKey().watched(),
                        alerts.key().watched());
        new AlarmSet(
                this, "alarms", new AlarmSet.Config(environment, alerts.arn(), deadLetters, keys));
        if (environment.platform().notifications().slack().isWanted()) {
            new SlackChannel(this, "slack", environment, alerts.arn());
        }
    }

    private Map<Source, String> createNightlyRuns(
            Store store, KeyArns keys, LambdaFunction function, String deadLetters) {
        PipelineArns arns =
                new PipelineArns(
                        Arns.of(environment).exportFunction(), keys.quarantine(), keys.masked());
        Map<Source, String> machines = new LinkedHashMap<>();
        for (Source source : environment.sources()) {
            String name = source.name();
            new RawCrawler(this, "crawler-" + name, environment, source, keys);
            StatementFiles statements =
                    new StatementFiles(
                            this,
                            "statements-" + name,
                            environment,
                            store,
                            config.statementsOf(source).files());
            String definition = definitions.of(source, arns);
            NightlyRun run =
                    new NightlyRun(
                            this,
                            "nightly-" + name,
                            new NightlyRun.Config(
                                    environment, source, definition, keys, statements.objects()));
            new CleanUpAfterStop(
                    this,
                    "clean-up-" + name,
                    new CleanUpAfterStop.Config(environment, source, function, deadLetters));
            machines.put(source, run.arn());
        }
        return machines;
    }

    private void createKpiDatabase() {
        if (!environment.kpis().isEmpty()) {
            new KpiDatabase(this, "kpis", environment);
            output("kpi_database", names.kpiDatabase());
        }
    }

    private void createKpiDashboard() {
        if (DashboardBody.isWanted(environment)) {
            output("kpi_dashboard", new KpiDashboard(this, "dashboard", environment).address());
        }
    }

    /**
     * The role's name. Without principals nobody could assume it, and IAM refuses an empty trust
     * policy.
     */
    private Optional<String> createAnalystRole(KeyArns keys) {
        List<String> principals = environment.platform().analysts().principals();
        if (principals.isEmpty()) {
            return Optional.empty();
        }
        RoleWithPolicy role =
                new RoleWithPolicy(
                        this,
                        "analyst",
                        new RoleWithPolicy.Config(
                                Roles.of(environment).analyst(),
                                "People who query published data",
                                TrustPolicies.people(principals),
                                AnalystPolicy.of(environment, keys)
                                        .and(DashboardReaderPolicy.of(environment))));
        output("analyst_role", role.arn());
        return Optional.of(role.name());
    }

    private void createEvidence(Store store) {
        new EvidenceStore(this, "evidence", environment, store)
                .readerRole()
                .ifPresent(arn -> output("evidence_reader_role", arn));
        output("evidence_bucket", names.evidenceBucket());
    }

    private void createQuickSight(KeyArns keys) {
        if (environment.platform().quickSight().enabled()) {
            new QuickSightAccess(this, "quicksight", environment, keys);
        }
    }

    private void letGitHubIn(KeyArns keys) {
        if (environment.platform().gitHub().isWanted()) {
            new GitHubAccess(
                    this,
                    "workflows",
                    new GitHubAccess.Config(
                            environment,
                            GitHubStack.analysis(environment),
                            BoundaryPolicy.analysis(environment),
                            PlanPolicy.analysis(environment, keys),
                            DeployPolicy.guarded(environment),
                            DeployPolicy.changes(environment, keys)));
        }
    }

    private void output(String id, Object value) {
        new TerraformOutput(this, id, TerraformOutputConfig.builder().value(value).build());
    }
}
