package analysisplatform.workflow;

import analysisplatform.kpi.NightSql;
import analysisplatform.masking.RunSql;
import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Service calls as states, each with the time limit and the retries that its service needs. */
final class Tasks {

    private static final String SDK = "arn:aws:states:::aws-sdk:";

    /** Longest that a function may run. */
    private static final int FUNCTION_SECONDS = 900;

    private static final int CALL_SECONDS = 60;

    /** Athena ends a query after 30 minutes; the rest is queueing. */
    private static final int QUERY_SECONDS = 3600;

    /** What a token is made of where a state runs once at a time. */
    private static final List<String> ENTRY =
            List.of("$$.Execution.Id", "$$.State.Name", "$$.State.EnteredTime");

    private Tasks() {}

    static State function(Night night, String name, String step, Map<String, ?> payload) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("step", step);
        event.putAll(payload);
        return State.task(name, "arn:aws:states:::lambda:invoke")
                .parameters(
                        ordered("FunctionName", night.arns().exportFunctionArn(), "Payload", event))
                .timeout(FUNCTION_SECONDS)
                .retry(Errors.LAMBDA);
    }

    static State dynamoDb(String name, String action, Map<String, ?> parameters) {
        return State.task(name, "arn:aws:states:::dynamodb:" + action)
                .parameters(parameters)
                .timeout(CALL_SECONDS)
                .retry(Errors.DYNAMODB);
    }

    /**
     * An item of the table of runs, as it is now.
     *
     * @param id of {@link analysisplatform.names.RunsItem}
     */
    static State readItem(Night night, String name, String id) {
        return dynamoDb(
                name,
                "getItem",
                ordered(
                        "TableName",
                        night.names().runsTable(),
                        "Key",
                        Map.of("id", Map.of("S", id)),
                        "ConsistentRead",
                        true,
                        "ReturnConsumedCapacity",
                        "TOTAL"));
    }

    static State glue(String name, String action, Map<String, ?> parameters) {
        return State.task(name, SDK + "glue:" + action)
                .parameters(parameters)
                .timeout(CALL_SECONDS)
                .retry(Errors.GLUE);
    }

    static State cloudWatch(String name, String action, Map<String, ?> parameters) {
        return State.task(name, SDK + "cloudwatch:" + action)
                .parameters(parameters)
                .timeout(CALL_SECONDS)
                .retry(Errors.CLOUDWATCH);
    }

    static State publish(String name, Map<String, ?> message) {
        return State.task(name, "arn:aws:states:::sns:publish")
                .parameters(message)
                .discardResult()
                .timeout(CALL_SECONDS)
                .retry(Errors.SNS);
    }

    /** Executions of this state machine, the newest first. */
    static State listExecutions(String name, int howMany) {
        return State.task(name, SDK + "sfn:listExecutions")
                .parameters(
                        ordered("StateMachineArn.$", "$$.StateMachine.Id", "MaxResults", howMany))
                .timeout(CALL_SECONDS)
                .retry(Errors.STEP_FUNCTIONS);
    }

    static State quickSight(String name, String action, Map<String, ?> parameters) {
        return State.task(name, SDK + "quicksight:" + action)
                .parameters(parameters)
                .timeout(CALL_SECONDS)
                .retry(Errors.QUICKSIGHT);
    }

    static State describeExecution(String name, String arnPath) {
        return State.task(name, SDK + "sfn:describeExecution")
                .parameters(Map.of("ExecutionArn.$", arnPath))
                .timeout(CALL_SECONDS)
                .retry(Errors.STEP_FUNCTIONS);
    }

    /** Removes tables from the catalogue; those that are not there are no error. */
    static State forgetTables(String name, String database, Map<String, ?> tables) {
        Map<String, Object> parameters = ordered("DatabaseName", database);
        parameters.putAll(tables);
        return glue(name, "batchDeleteTable", parameters).discardResult();
    }

    /** Which key encrypts what a query writes. */
    enum Output {
        MASKED,
        QUARANTINE
    }

    /** A statement that is complete. */
    static State query(Night night, String name, String sql, Output output) {
        return athena(night, name, ENTRY, Map.of("QueryString", sql), output);
    }

    /**
     * Reads a JSON object of the masked store. Only a piece of the answer goes on, because it holds
     * the text as well.
     */
    static State readFile(Night night, String name, String keyPath, Map<String, ?> selector) {
        return State.task(name, SDK + "s3:getObject")
                .parameters(ordered("Bucket", night.names().maskedBucket(), "Key.$", keyPath))
                .select(selector)
                .timeout(CALL_SECONDS)
                .retry(Errors.S3);
    }

    /** The statement whose parts a {@link #statement} state has laid down before. */
    static State query(Night night, String name, RunSql sql, String runPath) {
        List<String> arguments = new ArrayList<>();
        for (int part = 0; part < sql.parts().size(); part++) {
            if (part > 0) {
                arguments.add(runPath);
            }
            arguments.add("$.sql." + partName(part));
        }
        return athena(
                night, name, ENTRY, Map.of("QueryString.$", format(arguments)), Output.MASKED);
    }

    /**
     * The statement whose pieces these arguments of {@code States.Format} are, in a Map. Of the
     * answer only the query's id and the place of its result go on: it repeats the statement.
     *
     * @param itemPath what no other item of the Map has
     */
    static State query(Night night, String name, String itemPath, List<String> pieces) {
        List<String> entry = new ArrayList<>(ENTRY);
        entry.add(itemPath);
        return athena(night, name, entry, Map.of("QueryString.$", format(pieces)), Output.MASKED)
                .select(withoutStatement());
    }

    /** Athena repeats the statement, which is long; the state's data may not be. */
    static Map<String, Object> withoutStatement() {
        return ordered(
                "QueryExecution",
                ordered(
                        "QueryExecutionId.$",
                        "$.QueryExecution.QueryExecutionId",
                        "ResultConfiguration.$",
                        "$.QueryExecution.ResultConfiguration"));
    }

    /** Lays down a statement's parts, so that the definition shows plain SQL without escapes. */
    static State statement(String name, RunSql sql) {
        return laidDown(name, sql.parts());
    }

    /**
     * The same for a statement with several slots.
     *
     * @param database that unqualified names mean
     * @param slots where the value of each slot is
     */
    static State query(
            Night night, String name, NightSql sql, String database, UnaryOperator<String> slots) {
        List<String> arguments = new ArrayList<>();
        for (int part = 0; part < sql.parts().size(); part++) {
            if (part > 0) {
                arguments.add(slots.apply(sql.slots().get(part - 1)));
            }
            arguments.add("$.sql." + partName(part));
        }
        Map<String, Object> statement =
                ordered("QueryExecutionContext", Map.of("Database", database));
        statement.put("QueryString.$", format(arguments));
        return athena(night, name, ENTRY, statement, Output.MASKED);
    }

    static State statement(String name, NightSql sql) {
        return laidDown(name, sql.parts());
    }

    /** A message to everybody who gets the failure mail. */
    static State publish(String name, String topicArn, String messagePath) {
        return publish(name, ordered("TopicArn", topicArn, "Message.$", messagePath));
    }

    /** As the other, with a subject of at most a hundred ASCII characters. */
    static State publish(String name, String topicArn, String subject, String messagePath) {
        return publish(
                name, ordered("TopicArn", topicArn, "Subject", subject, "Message.$", messagePath));
    }

    static State readResult(String name, Map<String, ?> selector) {
        return State.task(name, "arn:aws:states:::athena:getQueryResults")
                .parameters(
                        ordered(
                                "QueryExecutionId.$",
                                "$.query.QueryExecution.QueryExecutionId",
                                "MaxResults",
                                2))
                .select(selector)
                .timeout(CALL_SECONDS)
                .retry(Errors.ATHENA);
    }

    static Map<String, Object> ordered(String firstKey, Object firstValue, Object... more) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(firstKey, firstValue);
        for (int i = 0; i < more.length; i += 2) {
            map.put((String) more[i], more[i + 1]);
        }
        return map;
    }

    /**
     * The token makes a repeated request find the query of the first one, whose answer was lost: a
     * second {@code CREATE TABLE AS} would fail because of what the first one made.
     */
    private static State athena(
            Night night, String name, List<String> entry, Map<String, ?> sql, Output output) {
        Names names = night.names();
        String key =
                switch (output) {
                    case MASKED -> night.arns().maskedKeyArn();
                    case QUARANTINE -> night.arns().quarantineKeyArn();
                };
        Map<String, Object> parameters = new LinkedHashMap<>(sql);
        parameters.put("ClientRequestToken.$", "States.Hash(" + format(entry) + ", 'SHA-256')");
        parameters.put("WorkGroup", names.pipelineWorkgroup());
        parameters.put(
                "ResultConfiguration",
                ordered(
                        "OutputLocation",
                        names.pipelineResults(),
                        "EncryptionConfiguration",
                        ordered("EncryptionOption", "SSE_KMS", "KmsKey", key)));
        return State.task(name, "arn:aws:states:::athena:startQueryExecution.sync")
                .parameters(parameters)
                .timeout(QUERY_SECONDS)
                .retry(Errors.ATHENA)
                .into("$.query");
    }

    private static State laidDown(String name, List<String> parts) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            named.put(partName(part), parts.get(part));
        }
        return State.pass(name).result(named).into("$.sql");
    }

    private static String format(List<String> arguments) {
        return "States.Format('%s', %s)"
                .formatted("{}".repeat(arguments.size()), String.join(", ", arguments));
    }

    private static String partName(int part) {
        return "part" + (part + 1);
    }
}
