package analysisplatform.local;

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
