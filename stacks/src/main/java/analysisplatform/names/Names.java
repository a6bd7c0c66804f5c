package analysisplatform.names;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform;
import analysisplatform.config.Source;

/**
 * Every name, ARN and path of one environment. Both accounts compute the other side's ARNs here, so
 * neither stack needs the other to exist.
 */
public record Names(String project, String environment, String account, String region) {

    public static Names of(Environment environment) {
        Platform platform = environment.platform();
        return new Names(
                platform.project(), environment.name(), platform.account(), platform.region());
    }

    /** {@code <project>-<environment>-<what>}: the form of all names but Glue's. */
    public String named(String what) {
        return project + "-" + environment + "-" + what;
    }

    public String quarantineBucket() {
        return bucket("quarantine");
    }

    public String maskedBucket() {
        return bucket("masked");
    }

    /** Query results of the workgroups. */
    public String resultsBucket() {
        return bucket("results");
    }

    /** Reports of the nights, which nobody can change. */
    public String evidenceBucket() {
        return bucket("evidence");
    }

    /** Where reports of a source lie, without a slash at the end. */
    public String evidencePrefix(Source source) {
        return "evidence/" + source.name();
    }

    /** Key in the masked store. */
    public String policySummary(Source source, String policyVersion) {
        return "policies/" + source.name() + "/" + policyVersion + ".json";
    }

    /** Where the statements of a source's nights lie in the masked store; no slash at the end. */
    public String statementsPrefix(Source source) {
        return "statements/" + source.name();
    }

    /** Where queries of the nightly run leave their results, without a slash at the end. */
    public String pipelineResultsPrefix() {
        return "pipeline";
    }

    /** Where analysts' queries leave their results, without a slash at the end. */
    public String analystsResultsPrefix() {
        return "analysts";
    }

    /** Terraform state of the stacks that are applied to an account. */
    public String stateBucket(String stateAccount, String stateRegion) {
        return named("state") + "-" + stateAccount + "-" + stateRegion;
    }

    /** Stack of the analysis account. */
    public String analysisStack() {
        return environment;
    }

    /** Stack of the source's account. */
    public String sourceStack(Source source) {
        return environment + "-" + source.name();
    }

    /** Key of a stack's state in the state bucket. */
    public String stateKey(String stack) {
        return project + "/" + stack + "/terraform.tfstate";
    }

    /** Above the exports of all sources, without a slash at the end. */
    public String exportsPrefix() {
        return "exports";
    }

    /** Where the exports of a source land, without a slash at the end. */
    public String exportPrefix(Source source) {
        return exportsPrefix() + "/" + source.name();
    }

    /** Above every version of the pseudonym key, without a slash at the end. */
    public String pseudonymKeysPrefix() {
        return "pseudonym-key";
    }

    /** Where a version of the pseudonym key lies in the quarantine, without a slash at the end. */
    public String pseudonymKeyPrefix(int version) {
        return pseudonymKeysPrefix() + "/v" + version;
    }

    /** Above the masked runs of all sources, without a slash at the end. */
    public String maskedRunsPrefix() {
        return "masked";
    }

    /** Where masked runs of a source lie, without a slash at the end. */
    public String maskedPrefix(Source source) {
        return maskedRunsPrefix() + "/" + source.name();
    }

    public String maskedRoot(Source source) {
        return "s3://" + maskedBucket() + "/" + maskedPrefix(source);
    }

    public String exportRoot(Source source) {
        return "s3://" + quarantineBucket() + "/" + exportPrefix(source);
    }

    public String rawDatabase(Source source) {
        return database(source.name(), "raw");
    }

    public String maskedDatabase(Source source) {
        return database(source.name(), "masked");
    }

    public String publishedDatabase(Source source) {
        return database(source.name(), "published");
    }

    /** Holds the one-row table of each version of the pseudonym key. */
    public String pseudonymKeyDatabase() {
        return database("pseudonym", "key");
    }

    /** Holds the history of the KPIs and the views over it. */
    public String kpiDatabase() {
        return (project + "_" + environment + "_kpis").replace('-', '_');
    }

    /** Above everything that is kept of KPIs, without a slash at the end; no run's folder. */
    public String kpiPrefix() {
        return "kpis";
    }

    /** Where the KPI history of all sources lies, without a slash at the end. */
    public String kpiHistoryPrefix() {
        return kpiPrefix() + "/history";
    }

    /** Where the KPI history of a source lies, in Hive's layout, without a slash at the end. */
    public String kpiHistoryPrefix(Source source) {
        return kpiHistoryPrefix() + "/source=" + source.name();
    }

    public String crawler(Source source) {
        return named("raw-" + source.name());
    }

    public String stateMachine(Source source) {
        return named("nightly-" + source.name());
    }

    public String stateMachineLogGroup(Source source) {
        return "/aws/vendedlogs/states/" + stateMachine(source);
    }

    public String schedule(Source source) {
        return named("nightly-" + source.name());
    }

    public String scheduleGroup() {
        return named("nightly");
    }

    /** Where a source's nights leave their metrics; one each, so that a night writes no other's. */
    public String metricNamespace(Source source) {
        return named(source.name());
    }

    /** Alarm, or rule of an alarm, that watches one source. */
    public String alarm(String what, Source source) {
        return named(what + "-" + source.name());
    }

    /** Holds what a rule or a schedule could not deliver. */
    public String deadLetters() {
        return named("dead-letters");
    }

    /** Rule that empties a source's quarantine after a run that did not succeed. */
    public String cleanUpRule(Source source) {
        return named("clean-up-" + source.name());
    }

    public String pipelineWorkgroup() {
        return named("pipeline");
    }

    public String analystsWorkgroup() {
        return named("analysts");
    }

    public String exportFunction() {
        return named("export");
    }

    public String exportFunctionLogGroup() {
        return "/aws/lambda/" + exportFunction();
    }

    /** Locks and published runs, one item each. */
    public String runsTable() {
        return named("runs");
    }

    /** QuickSight's data source over the analysts' workgroup. */
    public String quickSightDataSource() {
        return named("published");
    }

    /** QuickSight wants it unique in the whole world. */
    public String quickSightAccount() {
        return named("analysis") + "-" + account;
    }

    /** Where the pipeline's query results go: counts and verdicts, never rows. */
    public String pipelineResults() {
        return "s3://" + resultsBucket() + "/" + pipelineResultsPrefix() + "/";
    }

    /** Where analysts' query results go; everything that they may read of this bucket. */
    public String analystsResults() {
        return "s3://" + resultsBucket() + "/" + analystsResultsPrefix() + "/";
    }

    public String topic() {
        return named("alerts");
    }

    /** Of the topic; apart from the keys of data, so that their loss can still be told. */
    public String alertsKeyAlias() {
        return "alias/" + named("alerts");
    }

    public String quarantineKeyAlias() {
        return "alias/" + named("quarantine");
    }

    public String maskedKeyAlias() {
        return "alias/" + named("masked");
    }

    /** For {@link Roles}, which knows them all. */
    String roleName(String what) {
        return named(what);
    }

    /** Role of the source account that the export function assumes. */
    public String callerRoleArn(Source source) {
        return new Role(source.account(), callerRoleName(source)).arn();
    }

    public String callerRoleName(Source source) {
        return named(source.name() + "-caller");
    }

    /** Role of the source account with which RDS writes to the quarantine. */
    public String exportRoleArn(Source source) {
        return new Role(source.account(), exportRoleName(source)).arn();
    }

    public String exportRoleName(Source source) {
        return named(source.name() + "-export");
    }

    /** An accident guard, not a secret: the caller role answers only to this environment. */
    public String externalId(Source source) {
        return named(source.name());
    }

    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }

    private String bucket(String what) {
        return named(what) + "-" + account + "-" + region;
    }

    private String database(String what, String layer) {
        return (project + "_" + environment + "_" + what + "_" + layer).replace('-', '_');
    }
}
