package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.masking.RunSql;
import analysisplatform.masking.ViewSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All views of the source switch together, to a new run or to the kept one: if one fails, all go
 * back to the run before. The switch is announced first, so that an execution that is stopped on
 * the way leaves a note for the next one.
 */
final class PublishStates {

    /** Entry for a run that has all tables of the policy. */
    static final String START = "List the views to publish";

    /** Entry for a run whose tables are listed already. */
    static final String LISTED = ReleaseStates.START;

    /** Entry for views that may show a run which is not the published one. */
    static final String GOING_BACK = "List the views to switch back";

    private static final String ANNOUNCE = "Announce the publication";
    private static final String CAN_GO_BACK = "Is there a run to go back to?";
    private static final String PUBLISH = "Publish";
    private static final String COMPARE = "Look for the table in the run";
    private static final String HAS_TABLE = "Has the run the table?";
    private static final String PUBLISH_VIEW = "Publish a view";
    private static final String TAKE_AWAY = "Take a view away";
    private static final String PUBLISH_FAILED = "A view is not switched";
    private static final String WAS_KEPT = "Was this run kept?";
    private static final String RECORD = "Record the publication";
    private static final String GO_BACK = "Go back to the last run";
    private static final String GO_BACK_VIEW = "Switch a view back";
    private static final String WITHDRAW_INSTEAD = "Withdraw a view instead";
    private static final String WITHDRAW = "Withdraw the first run";
    private static final String WITHDRAW_VIEW = "Withdraw a view";
    private static final String GONE_BACK = "Withdraw the announcement";
    private static final String WHY = "Why did the views go back?";
    private static final String NOT_GONE_BACK = "The views may be mixed";

    private final Night night;
    private final PublicationRecord record;
    private final ViewSql publish;
    private final ViewSql withdraw;

    PublishStates(Night night) {
        this.night = night;
        this.record = new PublicationRecord(night);
        this.publish = ViewSql.publish(night.databases());
        this.withdraw = ViewSql.withdraw(night.databases());
    }

    /**
     * @param next after a new run
     * @param rolledBack after a kept run
     * @param start after views of an earlier execution went back
     */
    List<State> states(String next, String rolledBack, String start) {
        List<State> states = new ArrayList<>();
        states.add(
                State.pass(START)
                        .result(listed(night, night.publishedNames()))
                        .into(Data.VIEWS)
                        .next(LISTED));
        states.addAll(new ReleaseStates(night).states(ANNOUNCE));
        states.addAll(
                Failures.guarded(
                        record.announce(ANNOUNCE, Data.RUN_ID).next(PUBLISH),
                        FailureStates.AFTER_FAILURE));
        states.addAll(
                Failures.guarded(map(PUBLISH, Data.RUN_ID, publish()).next(WAS_KEPT), GOING_BACK));
        states.add(
                State.choice(WAS_KEPT)
                        .when(
                                ordered("Variable", Data.KEPT, "IsPresent", true),
                                RollBackStates.RECORD)
                        .otherwise(RECORD));
        states.addAll(Failures.guarded(recorded(next), GOING_BACK));
        states.addAll(Failures.guarded(new RollBackStates(night).record(rolledBack), GOING_BACK));
        states.addAll(goBack(start));
        return states;
    }

    /**
     * All views and their statements, for {@link Data#VIEWS}.
     *
     * @param tables that the run has
     */
    static Map<String, Object> listed(Night night, List<String> tables) {
        return ordered(
                "names",
                night.publishedNames(),
                "publish",
                texts(ViewSql.publish(night.databases())),
                "withdraw",
                texts(ViewSql.withdraw(night.databases())),
                "of",
                Map.of("run", tables));
    }

    private State recorded(String next) {
        return record.write(
                        RECORD, Data.SNAPSHOT_ARN, Data.SNAPSHOT_TIME, Map.of("S", record.tables()))
                .next(next);
    }

    private List<State> goBack(String start) {
        return List.of(
                State.pass(GOING_BACK)
                        .result(listed(night, List.of()))
                        .into(Data.VIEWS)
                        .next(CAN_GO_BACK),
                State.choice(CAN_GO_BACK)
                        .when(ordered("Variable", Data.LAST_RUN, "StringEquals", ""), WITHDRAW)
                        .otherwise(GO_BACK),
                map(GO_BACK, Data.LAST_RUN, goBack()).ignoringErrors(NOT_GONE_BACK).next(GONE_BACK),
                map(WITHDRAW, Data.LAST_RUN, withdraw())
                        .ignoringErrors(NOT_GONE_BACK)
                        .next(GONE_BACK),
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

    private Branch publish() {
        return Branch.of(
                State.pass(COMPARE)
                        .parameters(Map.of("has.$", "States.ArrayContains($.tables, $.table)"))
                        .into("$.run")
                        .next(HAS_TABLE),
                State.choice(HAS_TABLE)
                        .when(ordered("Variable", "$.run.has", "BooleanEquals", true), PUBLISH_VIEW)
                        .otherwise(TAKE_AWAY),
                view(PUBLISH_VIEW, publish).onAnyError(PUBLISH_FAILED).output("$.table").end(),
                view(TAKE_AWAY, withdraw).onAnyError(PUBLISH_FAILED).output("$.table").end(),
                new State(
                        PUBLISH_FAILED,
                        ordered(
                                "Type",
                                "Fail",
                                "Error",
                                "PublishFailed",
                                "CausePath",
                                "States.Format('View {} could not be switched; why stands with its query in workgroup %s.', $.table)"
                                        .formatted(night.names().pipelineWorkgroup()))));
    }

    /** A table that the last run did not have loses its view instead. */
    private Branch goBack() {
        return Branch.of(
                view(GO_BACK_VIEW, publish)
                        .ignoringErrors(WITHDRAW_INSTEAD)
                        .output("$.table")
                        .end(),
                view(WITHDRAW_INSTEAD, withdraw).output("$.table").end());
    }

    private Branch withdraw() {
        return Branch.of(view(WITHDRAW_VIEW, withdraw).output("$.table").end());
    }

    private State view(String name, ViewSql sql) {
        String path = sql.equals(publish) ? "$.publish" : "$.withdraw";
        return Tasks.query(night, name, "$.table", pieces(sql, path));
    }

    private static List<String> pieces(ViewSql sql, String path) {
        List<String> pieces = new ArrayList<>();
        int text = 0;
        for (RunSql part : sql.parts()) {
            if (text > 0) {
                pieces.add("$.table");
            }
            for (int index = 0; index < part.parts().size(); index++) {
                if (index > 0) {
                    pieces.add("$.runId");
                }
                pieces.add("%s[%d]".formatted(path, text++));
            }
        }
        return pieces;
    }

    private static List<String> texts(ViewSql sql) {
        return sql.parts().stream().flatMap(part -> part.parts().stream()).toList();
    }

    private State map(String name, String runId, Branch each) {
        return State.map(
                        name,
                        Data.VIEWS + ".names",
                        ordered(
                                "table.$",
                                "$$.Map.Item.Value",
                                "runId.$",
                                runId,
                                "tables.$",
                                Data.TABLES_OF_RUN,
                                "publish.$",
                                Data.VIEWS + ".publish",
                                "withdraw.$",
                                Data.VIEWS + ".withdraw"),
                        each)
                .concurrency(Night.STATEMENTS_AT_A_TIME)
                .discardResult();
    }
}
