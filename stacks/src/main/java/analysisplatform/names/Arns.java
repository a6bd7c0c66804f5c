package analysisplatform.names;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;

/** ARNs of the analysis account's resources, computed from their names. */
public record Arns(Names names) {

    public static Arns of(Environment environment) {
        return new Arns(Names.of(environment));
    }

    public static String accountRoot(String account) {
        return "arn:aws:iam::" + account + ":root";
    }

    public static String bucket(String bucket) {
        return "arn:aws:s3:::" + bucket;
    }

    /**
     * Objects of a bucket.
     *
     * @param pattern of their keys; {@code *} stands for any text, slashes included
     */
    public static String objects(String bucket, String pattern) {
        return bucket(bucket) + "/" + pattern;
    }

    /** All objects below a prefix that has no slash at its end. */
    public static String below(String bucket, String prefix) {
        return objects(bucket, prefix + "/*");
    }

    public String glueCatalog() {
        return names.arn("glue", "catalog");
    }

    public String glueDatabase(String database) {
        return names.arn("glue", "database/" + database);
    }

    /** Every database of the environment. */
    public String glueDatabases() {
        return glueDatabase((names.named("") + "*").replace('-', '_'));
    }

    public String glueTables(String database) {
        return names.arn("glue", "table/" + database + "/*");
    }

    public String crawler(Source source) {
        return names.arn("glue", "crawler/" + names.crawler(source));
    }

    public String workgroup(String workgroup) {
        return names.arn("athena", "workgroup/" + workgroup);
    }

    public String athenaCatalog() {
        return names.arn("athena", "datacatalog/AwsDataCatalog");
    }

    public String exportFunction() {
        return names.arn("lambda", "function:" + names.exportFunction());
    }

    public String stateMachine(Source source) {
        return names.arn("states", "stateMachine:" + names.stateMachine(source));
    }

    /** All executions of a source's state machine. */
    public String executions(Source source) {
        return names.arn("states", "execution:" + names.stateMachine(source) + ":*");
    }

    public String scheduleGroup() {
        return names.arn("scheduler", "schedule-group/" + names.scheduleGroup());
    }

    public String runsTable() {
        return names.arn("dynamodb", "table/" + names.runsTable());
    }

    public String topic() {
        return names.arn("sns", names.topic());
    }

    /** A CloudWatch alarm, or all whose names fit. */
    public String alarm(String name) {
        return names.arn("cloudwatch", "alarm:" + name);
    }

    /** Of CloudWatch's dashboard of the KPIs. */
    public String dashboardName() {
        return names.named("kpis");
    }

    /** CloudWatch's dashboard of the KPIs; dashboards have no region. */
    public String dashboard() {
        return "arn:aws:cloudwatch::" + names.account() + ":dashboard/" + dashboardName();
    }

    public String rule(String name) {
        return names.arn("events", "rule/" + name);
    }

    public String deadLetters() {
        return names.arn("sqs", names.deadLetters());
    }

    /** A log group and its streams. */
    public String logGroup(String logGroup) {
        return names.arn("logs", "log-group:" + logGroup + ":*");
    }

    /** All keys of the analysis account, for the other account that cannot know their ids. */
    public String everyKey() {
        return names.arn("kms", "key/*");
    }

    public String quickSightDataSet(String id) {
        return names.arn("quicksight", "dataset/" + id);
    }

    /** All refreshes of a data set. */
    public String quickSightIngestions(String id) {
        return quickSightDataSet(id) + "/ingestion/*";
    }

    public String quickSightGroup(String group) {
        return names.arn("quicksight", "group/default/" + group);
    }

    /** All users; those to come have no names yet. */
    public String everyQuickSightUser() {
        return names.arn("quicksight", "user/default/*");
    }

    /** QuickSight's own role, made by its console. */
    public Role quickSightService(String roleName) {
        return new Role(names.account(), "service-role/" + roleName);
    }
}
