package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All views of the source switch together, to a new run or to the kept one: if one fails, all go
 * back to the run before. The switch is announced first, so that an execution that is stopped on
 * the way leaves a note for the next one.
 */
final class PublishStates {

    static final String START = "Announce the publication";

    /** Entry for views that may show a run which is not the published one. */
    static final String CAN_GO_BACK = "Is there a run to go back to?";

    private static final String PUBLISH = "Publish";
    private static final String WAS_KEPT = "Was this run kept?";
    private static final String RECORD = "Record the publication";
    private static final String GO_BACK = "Go back to the last run";
    private static final String WITHDRAW = "Withdraw the first run";
    private static final String GONE_BACK = "Withdraw the announcement";
    private static final String WHY = "Why did the views go back?";
    private static final String NOT_GONE_BACK = "The views may be mixed";

    private final Night night;
    private final PublicationRecord record;

    PublishStates(Night night) {
        this.night = night;
        this.record = new PublicationRecord(night);
    }

    /**
     * @param next after a new run
     * @param rolledBack after a kept run
     * @param start after views of an earlier execution went back
     */
    List<State> states(String next, String rolledBack, String start) {
        List<State> states = new ArrayList<>();
        states.addAll(
                Failures.guarded(
                        record.announce(START, Data.RUN_ID).next(PUBLISH),
                        FailureStates.AFTER_FAILURE));
        states.addAll(
                Failures.guarded(parallel(PUBLISH, this::publish).next(WAS_KEPT), CAN_GO_BACK));
        states.add(
                State.choice(WAS_KEPT)
                        .when(
                                ordered("Variable", Data.KEPT, "IsPresent", true),
                                RollBackStates.RECORD)
                        .otherwise(RECORD));
        states.addAll(Failures.guarded(recorded(next), CAN_GO_BACK));
        states.addAll(Failures.guarded(new RollBackStates(night).record(rolledBack), CAN_GO_BACK));
        states.addAll(goBack(start));
        return states;
    }

    private State recorded(String next) {
        return record.write(
                        RECORD, Data.SNAPSHOT_ARN, Data.SNAPSHOT_TIME, Map.of("S", record.tables()))
                .next(next);
    }

    private List<State> goBack(String start) {
        return List.of(
                State.choice(CAN_GO_BACK)
                        .when(ordered("Variable", Data.LAST_RUN, "StringEquals", ""), WITHDRAW)
                        .otherwise(GO_BACK),
                parallel(GO_BACK, this::goBack).ignoringErrors(NOT_GONE_BACK).next(GONE_BACK),
                parallel(WITHDRAW, this::withdraw).ignoringErrors(NOT_GONE_BACK).next(GONE_BACK),
                record.withdrawAnnouncement(GONE_BACK)
                        .comment("If it stays, the next execution only goes back once more.")
                        .ignoringErrors(WHY)
                        .next(WHY),
                State.choice(WHY)
                        .when(
                                ordered("Variable", "$.failure", "IsPresent", true),
                                FailureStates.AFTER_FAILURE)
                        .otherwise(start),
                Failures.found(
                        NOT_GONE_BACK,
                        "ViewsMixed",
                        "Some views show this run and some the last one; start the execution again.",
                        FailureStates.KEEPING_THE_CANDIDATE));
    }

    private Branch publish(TableNight table) {
        String exists = table.state("has this run the table?");
        String statement = table.state("view");
        String publish = table.state("publish");
        String absent = table.state("take the view away");
        String failed = table.state("publish failed");
        return Branch.of(
                State.choice(exists)
                        .when(ordered("Variable", Data.KEPT, "IsPresent", false), statement)
                        .when(
                                ordered(
                                        "Variable",
                                        Data.KEPT + "." + table.table().publishedName(),
                                        "BooleanEquals",
                                        true),
                                statement)
                        .otherwise(absent),
                Tasks.statement(statement, table.statements().publish()).next(publish),
                Tasks.query(night, publish, table.statements().publish(), Data.RUN_ID)
                        .onAnyError(failed)
                        .end(),
                Tasks.query(night, absent, table.statements().withdraw(), Tasks.Output.MASKED)
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
        String withdraw = table.state("withdraw");
        return Branch.of(
                Tasks.query(night, withdraw, table.statements().withdraw(), Tasks.Output.MASKED)
                        .end());
    }

    private State parallel(String name, Function<TableNight, Branch> branch) {
        return State.parallel(name, night.tables().stream().map(branch).toList()).discardResult();
    }
}
