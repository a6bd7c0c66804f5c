package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All views of the source switch together: if one fails, all go back to the run before. What no
 * policy wants any more is withdrawn, and the run that was kept for a roll-back gives way to the
 * one just replaced.
 */
final class PublishStates {

    static final String START = "Publish";

    private static final String RECORD = "Record the publication";
    private static final String CAN_GO_BACK = "Is there a run to go back to?";
    private static final String GO_BACK = "Go back to the last run";
    private static final String WITHDRAW = "Withdraw the first run";
    private static final String NOT_GONE_BACK = "The views may be mixed";

    private final Night night;

    PublishStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        List<State> states = new ArrayList<>();
        states.addAll(Failures.guarded(parallel(START, this::publish).next(RECORD), CAN_GO_BACK));
        states.addAll(Failures.guarded(recorded(next), CAN_GO_BACK));
        states.addAll(goBack());
        return states;
    }

    private State recorded(String next) {
        return Tasks.dynamoDb(
                        RECORD,
                        "putItem",
                        ordered(
                                "TableName",
                                night.names().runsTable(),
                                "Item",
                                ordered(
                                        "id",
                                        Map.of("S", night.names().publishedItem(night.source())),
                                        "run",
                                        Map.of("S.$", Data.RUN_ID),
                                        "previous",
                                        Map.of("S.$", Data.LAST_RUN),
                                        "snapshotArn",
                                        Map.of("S.$", Data.SNAPSHOT_ARN),
                                        "snapshotTime",
                                        Map.of("S.$", Data.SNAPSHOT_TIME),
                                        "publishedAt",
                                        Map.of("S.$", "$$.State.EnteredTime"))))
                .discardResult()
                .next(next);
    }

    private List<State> goBack() {
        return List.of(
                State.choice(CAN_GO_BACK)
                        .when(ordered("Variable", Data.LAST_RUN, "StringEquals", ""), WITHDRAW)
                        .otherwise(GO_BACK),
                parallel(GO_BACK, this::goBack)
                        .ignoringErrors(NOT_GONE_BACK)
                        .next(FailureStates.AFTER_FAILURE),
                parallel(WITHDRAW, this::withdraw)
                        .ignoringErrors(NOT_GONE_BACK)
                        .next(FailureStates.AFTER_FAILURE),
                Failures.found(
                        NOT_GONE_BACK,
                        "ViewsMixed",
                        "Some views show this run and some the last one; start the execution again.",
                        FailureStates.KEEPING_THE_CANDIDATE));
    }

    private Branch publish(TableNight table) {
        String statement = table.state("view");
        String publish = table.state("publish");
        String failed = table.state("publish failed");
        return Branch.of(
                Tasks.statement(statement, table.statements().publish()).next(publish),
                Tasks.query(night, publish, table.statements().publish(), Data.RUN_ID)
                        .onAnyError(failed)
                        .end(),
                State.fail(
                        failed,
                        "PublishFailed",
                        "View %s could not be switched; why stands with its query in workgroup %s."
                                .formatted(
                                        table.table().publishedName(),
                                        night.names().pipelineWorkgroup())));
    }

    /** A table that the last run did not have loses its view instead. */
    private Branch goBack(TableNight table) {
        String statement = table.state("last view");
        String goBack = table.state("go back");
        String withdraw = table.state("withdraw instead");
        return Branch.of(
                Tasks.statement(statement, table.statements().publish()).next(goBack),
                Tasks.query(night, goBack, table.statements().publish(), Data.LAST_RUN)
                        .ignoringErrors(withdraw)
                        .end(),
                Tasks.query(night, withdraw, table.statements().withdraw(), Tasks.Output.MASKED)
                        .end());
    }

    private Branch withdraw(TableNight table) {
        return Branch.of(
                Tasks.query(
                                night,
                                table.state("withdraw"),
                                table.statements().withdraw(),
                                Tasks.Output.MASKED)
                        .end());
    }

    private State parallel(String name, Function<TableNight, Branch> branch) {
        return State.parallel(name, night.tables().stream().map(branch).toList()).discardResult();
    }
}
