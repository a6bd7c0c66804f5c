package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.json.Json;
import analysisplatform.names.RunsItem;
import java.util.Map;

/**
 * The item that says which run analysts see and which one is kept for a roll-back, with the
 * snapshot and the tables of both. While views are being switched it also names the run that they
 * are switched to.
 */
final class PublicationRecord {

    private static final String PUBLISHING = "publishing";

    private final Night night;

    PublicationRecord(Night night) {
        this.night = night;
    }

    /** The published names of the policy's tables, as the record keeps them. */
    String tables() {
        return Json.text(night.publishedNames());
    }

    /**
     * An empty answer must not be taken for an empty record, under which the published run's own
     * files would be cleared away. DynamoDB always tells what a read has cost, so an answer without
     * that is none.
     */
    State read(String name) {
        return Tasks.readItem(night, name, RunsItem.published(night.source()))
                .select(
                        ordered(
                                "answer.$",
                                "$",
                                "cost.$",
                                "$.ConsumedCapacity.CapacityUnits",
                                "defaults",
                                defaults()));
    }

    /** Notes that views are about to be switched. */
    State announce(String name, String runPath) {
        return update(
                name,
                ordered(
                        "UpdateExpression",
                        "SET #publishing = :run",
                        "ExpressionAttributeNames",
                        Map.of("#publishing", PUBLISHING),
                        "ExpressionAttributeValues",
                        Map.of(":run", Map.of("S.$", runPath))));
    }

    /** Notes that the views show again what the record says. */
    State withdrawAnnouncement(String name) {
        return update(
                name,
                ordered(
                        "UpdateExpression",
                        "REMOVE #publishing",
                        "ExpressionAttributeNames",
                        Map.of("#publishing", PUBLISHING)));
    }

    /**
     * The run of this execution is published, and the one before is kept.
     *
     * @param tables the run's tables: {@code S} and a text or {@code S.$} and a path
     */
    State write(String name, String snapshotArn, String snapshotTime, Map<String, ?> tables) {
        return Tasks.dynamoDb(
                        name,
                        "putItem",
                        ordered(
                                "TableName",
                                night.names().runsTable(),
                                "Item",
                                ordered(
                                        "id",
                                        id(),
                                        "run",
                                        at(Data.RUN_ID),
                                        "snapshotArn",
                                        at(snapshotArn),
                                        "snapshotTime",
                                        at(snapshotTime),
                                        "tables",
                                        tables,
                                        "previous",
                                        at(Data.LAST_RUN),
                                        "previousSnapshotArn",
                                        at("$.last.snapshotArn"),
                                        "previousSnapshotTime",
                                        at("$.last.snapshotTime"),
                                        "previousTables",
                                        at("$.last.tables"),
                                        "publishedAt",
                                        at("$$.State.EnteredTime"))))
                .discardResult();
    }

    /** A record of an earlier version of the platform lacks some of this. */
    private Map<String, Object> defaults() {
        return ordered(
                "previousSnapshotArn",
                Map.of("S", ""),
                "previousSnapshotTime",
                Map.of("S", ""),
                "tables",
                Map.of("S", tables()),
                "previousTables",
                Map.of("S", tables()));
    }

    private State update(String name, Map<String, ?> expression) {
        Map<String, Object> parameters =
                ordered("TableName", night.names().runsTable(), "Key", key());
        parameters.putAll(expression);
        return Tasks.dynamoDb(name, "updateItem", parameters).discardResult();
    }

    private Map<String, ?> key() {
        return Map.of("id", id());
    }

    private Map<String, ?> id() {
        return Map.of("S", RunsItem.published(night.source()));
    }

    private static Map<String, ?> at(String path) {
        return Map.of("S.$", path);
    }
}
