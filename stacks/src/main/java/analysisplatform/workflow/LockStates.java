package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.names.RunsItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One execution at a time per source. The lock is an item that names its owner; an owner that runs
 * no more, because it was aborted or timed out, loses it to the next execution.
 */
final class LockStates {

    static final String START = "Begin";
    static final String RELEASE = "Release the lock";
    static final String RELEASE_UNUSED = "Release the unused lock";
    static final String RELEASE_ROLLED_BACK = "Release the lock after the roll-back";

    private static final String TAKE = "Take the lock";
    private static final String READ = "Read the lock";
    private static final String IS_HELD = "Is the lock held?";
    private static final String ASK_OWNER = "Ask for the lock's owner";
    private static final String IS_OWNER_ALIVE = "Is the owner running?";
    private static final String TAKE_OVER = "Take the lock over";
    private static final String BUSY = "Another run is in progress";

    private final Night night;

    LockStates(Night night) {
        this.night = night;
    }

    /** From the start to {@code next}, which runs under the lock. */
    List<State> acquire(String next) {
        List<State> states = new ArrayList<>();
        states.add(
                State.pass(START)
                        .parameters(
                                ordered(
                                        "execution.$",
                                        "$$.Execution.Id",
                                        "given.$",
                                        "$",
                                        "defaults",
                                        ordered("snapshotArn", "", "runId", ""),
                                        "unknown",
                                        Failures.UNKNOWN,
                                        "known",
                                        EvidenceStates.KNOWN_AT_FIRST))
                        .next("Complete the input"));
        states.add(
                State.pass("Complete the input")
                        .parameters(
                                ordered(
                                        "execution.$",
                                        Data.EXECUTION,
                                        "input.$",
                                        "States.JsonMerge($.defaults, $.given, false)",
                                        "unknown.$",
                                        "$.unknown",
                                        "check.$",
                                        "$.known.check",
                                        "drift.$",
                                        "$.known.drift",
                                        "proofs.$",
                                        "$.known.proofs",
                                        "evidence.$",
                                        "$.known.evidence"))
                        .next(TAKE));
        states.addAll(
                Failures.guarded(
                        put(TAKE, "attribute_not_exists(id)", Map.of())
                                .onError(Errors.LOCK_IS_HELD, READ)
                                .next(next),
                        FailureStates.FAILED));
        states.addAll(takeOver(next));
        states.add(State.succeed(BUSY).comment("The other run tells how it ended."));
        return states;
    }

    /** A lock that is not there or another's was given back before, and the answer was lost. */
    State release(String name, String next) {
        return Tasks.dynamoDb(
                        name,
                        "deleteItem",
                        ordered(
                                "TableName",
                                night.names().runsTable(),
                                "Key",
                                key(),
                                "ConditionExpression",
                                "#owner = :mine",
                                "ExpressionAttributeNames",
                                Map.of("#owner", "owner"),
                                "ExpressionAttributeValues",
                                Map.of(":mine", Map.of("S.$", Data.EXECUTION))))
                .discardResult()
                .onError(Errors.LOCK_IS_HELD, next)
                .next(next);
    }

    private List<State> takeOver(String next) {
        List<State> states = new ArrayList<>();
        states.addAll(
                Failures.guarded(
                        Tasks.readItem(night, READ, lockId()).into("$.lock").next(IS_HELD),
                        FailureStates.FAILED));
        states.add(
                State.choice(IS_HELD)
                        .when(
                                ordered("Variable", "$.lock.Item.owner.S", "IsPresent", true),
                                ASK_OWNER)
                        .otherwise(TAKE));
        states.addAll(
                Failures.guarded(
                        Tasks.describeExecution(ASK_OWNER, "$.lock.Item.owner.S")
                                .select(Map.of("status.$", "$.Status"))
                                .into("$.owner")
                                .onError(Errors.EXECUTION_IS_GONE, TAKE_OVER)
                                .next(IS_OWNER_ALIVE),
                        FailureStates.FAILED));
        states.add(
                State.choice(IS_OWNER_ALIVE)
                        .when(
                                ordered("Variable", "$.owner.status", "StringEquals", "RUNNING"),
                                BUSY)
                        .otherwise(TAKE_OVER));
        states.addAll(
                Failures.guarded(
                        put(
                                        TAKE_OVER,
                                        "#owner = :theirs",
                                        Map.of(":theirs", Map.of("S.$", "$.lock.Item.owner.S")))
                                .onError(Errors.LOCK_IS_HELD, BUSY)
                                .next(next),
                        FailureStates.FAILED));
        return states;
    }

    /** Owning the lock already is success: the answer to an earlier attempt may have been lost. */
    private State put(String name, String condition, Map<String, ?> values) {
        Map<String, Object> used = ordered(":mine", Map.of("S.$", Data.EXECUTION));
        used.putAll(values);
        return Tasks.dynamoDb(
                        name,
                        "putItem",
                        ordered(
                                "TableName",
                                night.names().runsTable(),
                                "Item",
                                ordered(
                                        "id",
                                        Map.of("S", lockId()),
                                        "owner",
                                        Map.of("S.$", Data.EXECUTION),
                                        "since",
                                        Map.of("S.$", "$$.State.EnteredTime")),
                                "ConditionExpression",
                                condition + " OR #owner = :mine",
                                "ExpressionAttributeNames",
                                Map.of("#owner", "owner"),
                                "ExpressionAttributeValues",
                                used))
                .discardResult();
    }

    private Map<String, ?> key() {
        return Map.of("id", Map.of("S", lockId()));
    }

    private String lockId() {
        return RunsItem.lock(night.source());
    }
}
