package analysisplatform.policy;

import analysisplatform.alarms.Publications;
import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.names.RunsItem;
import analysisplatform.quicksight.DataSet;
import java.util.List;
import java.util.stream.Stream;

/** The state machine of one source: the only role that reads raw data and writes masked data. */
public final class NightlyPolicy {

    private final Environment environment;
    private final Source source;
    private final KeyArns keys;
    private final Names names;
    private final Arns arns;
    private final Roles roles;

    private NightlyPolicy(Environment environment, Source source, KeyArns keys) {
        this.environment = environment;
        this.source = source;
        this.keys = keys;
        this.names = Names.of(environment);
        this.arns = Arns.of(environment);
        this.roles = Roles.of(environment);
    }

    public static PolicyDocument of(Environment environment, Source source, KeyArns keys) {
        NightlyPolicy policy = new NightlyPolicy(environment, source, keys);
        return policy.steps()
                .and(policy.catalog())
                .and(policy.queries())
                .and(policy.objects())
                .and(policy.kpis())
                .and(policy.refreshes())
                .and(policy.news());
    }

    private PolicyDocument news() {
        return PolicyDocument.of(
                Statement.allowEverywhere("GiveSignsOfLife", WildcardReason.METRICS)
                        .when(
                                Condition.equal(
                                        "cloudwatch:namespace", names.metricNamespace(source))),
                Statement.allow("ArmLivenessAlarm", "cloudwatch:EnableAlarmActions")
                        .on(arns.alarm(Publications.livenessAlarm(names, source))),
                Statement.allow("LookBack", "states:ListExecutions").on(arns.stateMachine(source)),
                Statement.allow("TellNews", "sns:Publish").on(arns.topic()),
                Statement.allow("EncryptNews", KeyActions.READ_AND_WRITE).on(keys.alerts()));
    }

    private PolicyDocument steps() {
        return PolicyDocument.of(
                Statement.allow("CallExportFunction", "lambda:InvokeFunction")
                        .on(arns.exportFunction()),
                Statement.allow(
                                "KeepRuns",
                                "dynamodb:GetItem",
                                "dynamodb:PutItem",
                                "dynamodb:UpdateItem",
                                "dynamodb:DeleteItem")
                        .on(arns.runsTable())
                        .when(
                                new Condition(
                                        "ForAllValues:StringEquals",
                                        "dynamodb:LeadingKeys",
                                        List.of(
                                                RunsItem.lock(source),
                                                RunsItem.published(source),
                                                RunsItem.drift(source)))),
                Statement.allow("Report", "sns:Publish").on(arns.topic()),
                Statement.allow("SeeWhetherLockIsAlive", "states:DescribeExecution")
                        .on(arns.executions(source)),
                Statement.allowEverywhere("DeliverLogs", WildcardReason.LOG_DELIVERY));
    }

    private PolicyDocument catalog() {
        String raw = names.rawDatabase(source);
        String masked = names.maskedDatabase(source);
        String published = names.publishedDatabase(source);
        String key = names.pseudonymKeyDatabase();
        return PolicyDocument.of(
                Statement.allow(
                                "Crawl",
                                "glue:GetCrawler",
                                "glue:StartCrawler",
                                "glue:StopCrawler",
                                "glue:UpdateCrawler")
                        .on(arns.crawler(source)),
                Statement.allow("LendCrawlerItsRole", "iam:PassRole")
                        .on(roles.crawler(source).arn())
                        .when(Condition.equal("iam:PassedToService", "glue.amazonaws.com")),
                Statement.allow("ReadCatalog", GlueActions.READ)
                        .on(
                                GlueActions.databases(
                                        arns,
                                        List.of(
                                                GlueActions.ATHENAS_DATABASE,
                                                raw,
                                                masked,
                                                published,
                                                key))),
                Statement.allow("ReplaceTables", GlueActions.REPLACE)
                        .on(GlueActions.databases(arns, List.of(masked, published))),
                Statement.allow("DropTables", GlueActions.DELETE)
                        .on(GlueActions.databases(arns, List.of(raw, masked))),
                Statement.allow("NameKeyTable", GlueActions.CREATE)
                        .on(GlueActions.databases(arns, List.of(key))));
    }

    private PolicyDocument queries() {
        return PolicyDocument.of(
                Statement.allow(
                                "Query",
                                "athena:StartQueryExecution",
                                "athena:StopQueryExecution",
                                "athena:GetQueryExecution",
                                "athena:GetQueryResults",
                                "athena:GetWorkGroup")
                        .on(arns.workgroup(names.pipelineWorkgroup())),
                Statement.allow("UseCatalog", "athena:GetDataCatalog").on(arns.athenaCatalog()),
                Statement.allow("UseKeys", KeyActions.READ_AND_WRITE)
                        .on(keys.quarantine(), keys.masked()));
    }

    /** It may not delete anything; the export function does that. */
    private PolicyDocument objects() {
        String quarantine = names.quarantineBucket();
        return PolicyDocument.of(
                Statement.allow("LookIntoBuckets", BucketActions.LOOK)
                        .on(
                                Arns.bucket(quarantine),
                                Arns.bucket(names.maskedBucket()),
                                Arns.bucket(names.resultsBucket())),
                Statement.allow("ReadRawData", "s3:GetObject")
                        .on(Arns.below(quarantine, names.exportPrefix(source))),
                Statement.allow("KeepPseudonymKey", BucketActions.READ_AND_WRITE)
                        .on(Arns.below(quarantine, names.pseudonymKeysPrefix())),
                Statement.allow("ReadStatements", "s3:GetObject")
                        .on(Arns.below(names.maskedBucket(), names.statementsPrefix(source))),
                Statement.allow("WriteMaskedData", BucketActions.READ_AND_WRITE)
                        .on(Arns.below(names.maskedBucket(), names.maskedPrefix(source))),
                Statement.allow("WriteResults", BucketActions.READ_AND_WRITE)
                        .on(Arns.below(names.resultsBucket(), names.pipelineResultsPrefix())));
    }

    /** The history is only added to: neither this role nor the function may delete of it. */
    private PolicyDocument kpis() {
        if (environment.kpisOf(source).isEmpty()) {
            return PolicyDocument.of();
        }
        return PolicyDocument.of(
                Statement.allow("KeepKpiHistory", BucketActions.READ_AND_WRITE)
                        .on(Arns.below(names.maskedBucket(), names.kpiHistoryPrefix(source))));
    }

    /** It may refresh, but neither read nor change what QuickSight holds. */
    private PolicyDocument refreshes() {
        List<String> dataSets =
                DataSet.changedBy(environment, source).stream().map(DataSet::id).toList();
        if (dataSets.isEmpty()) {
            return PolicyDocument.of();
        }
        return PolicyDocument.of(
                Statement.allow(
                                "RefreshQuickSight",
                                "quicksight:CreateIngestion",
                                "quicksight:DescribeIngestion")
                        .on(
                                dataSets.stream()
                                        .flatMap(
                                                id ->
                                                        Stream.of(
                                                                arns.quickSightDataSet(id),
                                                                arns.quickSightIngestions(id)))
                                        .toList()));
    }
}
