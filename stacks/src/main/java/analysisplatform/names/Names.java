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

    /** Terraform state of the stacks that are applied to an account. */
    public String stateBucket(String stateAccount, String stateRegion) {
        return named("state") + "-" + stateAccount + "-" + stateRegion;
    }

    /** Id of a source account's stack; that of the analysis account is the environment's name. */
    public String sourceStack(Source source) {
        return environment + "-" + source.name();
    }

    /** Key of a stack's state in the state bucket. */
    public String stateKey(String stack) {
        return project + "/" + stack + "/terraform.tfstate";
    }

    /** Where the exports of a source land, without a slash at the end. */
    public String exportPrefix(Source source) {
        return "exports/" + source.name();
    }

    /** Where the pseudonym key lies in the quarantine, without a slash at the end. */
    public String pseudonymKeyPrefix() {
        return "pseudonym-key/v1";
    }

    /** Where masked runs of a source lie, without a slash at the end. */
    public String maskedPrefix(Source source) {
        return "masked/" + source.name();
    }

    public String maskedRoot(Source source) {
        return "s3://" + maskedBucket() + "/" + maskedPrefix(source);
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

    /** Holds the one-row table of the pseudonym key. */
    public String pseudonymKeyDatabase() {
        return database("pseudonym", "key");
    }

    public String crawler(Source source) {
        return named("raw-" + source.name());
    }

    public String stateMachine(Source source) {
        return named("nightly-" + source.name());
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

    /** Locks and published runs, one item each. */
    public String runsTable() {
        return named("runs");
    }

    /** Item of the runs table that says which execution works on a source. */
    public String lockId(Source source) {
        return "lock/" + source.name();
    }

    /** Item of the runs table that says which run of a source analysts see. */
    public String publicationId(Source source) {
        return "published/" + source.name();
    }

    /** Where the pipeline's query results go: counts and verdicts, never rows. */
    public String pipelineResults() {
        return "s3://" + resultsBucket() + "/pipeline/";
    }

    public String topic() {
        return named("alerts");
    }

    public String quarantineKeyAlias() {
        return "alias/" + named("quarantine");
    }

    public String maskedKeyAlias() {
        return "alias/" + named("masked");
    }

    public String roleName(String what) {
        return named(what);
    }

    public String roleArn(String what) {
        return iamRole(account, roleName(what));
    }

    /** Role of the source account that the export function assumes. */
    public String callerRoleArn(Source source) {
        return iamRole(source.account(), callerRoleName(source));
    }

    public String callerRoleName(Source source) {
        return named(source.name() + "-caller");
    }

    /** Role of the source account with which RDS writes to the quarantine. */
    public String exportRoleArn(Source source) {
        return iamRole(source.account(), exportRoleName(source));
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

    private static String iamRole(String ownerAccount, String name) {
        return "arn:aws:iam::" + ownerAccount + ":role/" + name;
    }
}
