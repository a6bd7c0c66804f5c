package analysisplatform.local;

import analysisplatform.masking.Databases;
import analysisplatform.names.RunsItem;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.glue.GlueClient;

/** What somebody does to a platform beside its nights. */
record Outsider(DeployedPlatform platform) {

    /** No query reads it, because a table without rows has no raw table. */
    void addsRawFileToTheEmptyTable() {
        String folder =
                platform.rawFiles().stream()
                        .filter(key -> key.endsWith("audit_logs/1/_SUCCESS"))
                        .map(key -> key.replace("_SUCCESS", ""))
                        .findFirst()
                        .orElseThrow();
        platform.clients
                .s3()
                .putObject(
                        r ->
                                r.bucket(platform.names.quarantineBucket())
                                        .key(folder + "late.gz.parquet"),
                        RequestBody.fromString("late"));
    }

    /** As if its table had been wanted by a policy that is gone. */
    void addsViewWithoutPolicy(String view) {
        String database = platform.names.publishedDatabase(platform.source);
        GlueClient glue = platform.clients.glue();
        String posts =
                glue.getTable(r -> r.databaseName(database).name("posts"))
                        .table()
                        .viewOriginalText();
        glue.createTable(
                r ->
                        r.databaseName(database)
                                .tableInput(
                                        t ->
                                                t.name(view)
                                                        .tableType("VIRTUAL_VIEW")
                                                        .viewOriginalText(posts)));
    }

    /** As if nothing had ever been published, although views are there. */
    void forgetsWhatIsPublished() {
        platform.clients
                .dynamoDb()
                .deleteItem(
                        r -> r.tableName(platform.names.runsTable()).key(idOfWhatIsPublished()));
    }

    /** As if the policy had named fewer tables when the kept run was made. */
    void keptRunHasOnly(String... tables) {
        platform.clients
                .dynamoDb()
                .updateItem(
                        r ->
                                r.tableName(platform.names.runsTable())
                                        .key(idOfWhatIsPublished())
                                        .updateExpression("SET previousTables = :tables")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":tables",
                                                        AttributeValue.fromS(
                                                                "[\"%s\"]"
                                                                        .formatted(
                                                                                String.join(
                                                                                        "\",\"",
                                                                                        tables))))));
    }

    /** On AWS the bucket denies it. */
    void losesThePseudonymKey() {
        String bucket = platform.names.quarantineBucket();
        platform.clients
                .s3()
                .listObjectsV2(r -> r.bucket(bucket).prefix(platform.names.pseudonymKeyPrefix(1)))
                .contents()
                .forEach(
                        object ->
                                platform.clients
                                        .s3()
                                        .deleteObject(r -> r.bucket(bucket).key(object.key())));
        Databases databases = Databases.of(platform.names, platform.source, 1);
        platform.clients
                .glue()
                .deleteTable(
                        r ->
                                r.databaseName(databases.pseudonymKey())
                                        .name(databases.pseudonymKeyTable()));
    }

    private Map<String, AttributeValue> idOfWhatIsPublished() {
        return Map.of("id", AttributeValue.fromS(RunsItem.published(platform.source)));
    }

    /** As if the execution had never given the lock back. */
    void locksFor(String executionArn) {
        platform.clients
                .dynamoDb()
                .putItem(
                        r ->
                                r.tableName(platform.names.runsTable())
                                        .item(
                                                Map.of(
                                                        "id",
                                                        AttributeValue.fromS(
                                                                RunsItem.lock(platform.source)),
                                                        "owner",
                                                        AttributeValue.fromS(executionArn))));
    }

    /** What the platform removes after an aborted execution is gone on return. */
    void aborts(String executionArn) {
        platform.clients.stepFunctions().stopExecution(r -> r.executionArn(executionArn));
        Eventually.await("the raw files are gone", () -> platform.rawFiles().isEmpty());
    }
}
