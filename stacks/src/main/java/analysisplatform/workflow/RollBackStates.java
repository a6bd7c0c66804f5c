package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The kept run becomes the published one, and the published one is kept instead. It was masked and
 * proven in its own night, so nothing is exported; nothing is deleted either, so the way back stays
 * open.
 */
final class RollBackStates {

    static final String START = "Is a roll-back wanted?";

    /** Entry for a night whose snapshot and policy are those of the kept run. */
    static final String TAKE = "Take the kept run";

    /** Where the publication of a kept run goes on. */
    static final String RECORD = "Record the roll-back";

    private static final String IS_KEPT = "Is the wanted run kept?";
    private static final String NOT_KEPT = "The wanted run is not kept";
    private static final String LIST = "List the views to switch to the kept run";
    private static final String COMPARE = "List the tables of the kept run";
    private static final String NOTE = "Note that the run was kept";

    private final Night night;

    RollBackStates(Night night) {
        this.night = night;
    }

    /** From the wish of the caller to {@code publish}, or to {@code next} if there is none. */
    List<State> states(String publish, String next) {
        List<State> states = new ArrayList<>();
        states.add(
                State.choice(START)
                        .when(ordered("Variable", Data.WANTED_RUN, "StringEquals", ""), next)
                        .otherwise(IS_KEPT));
        states.add(
                State.choice(IS_KEPT)
                        .when(isWanted(Data.LAST_RUN), LockStates.RELEASE_UNUSED)
                        .when(isWanted(Data.PREVIOUS_RUN), TAKE)
                        .otherwise(NOT_KEPT));
        states.add(notKept());
        states.add(
                State.pass(TAKE)
                        .parameters(
                                ordered(
                                        "answer",
                                        ordered(
                                                "runId.$",
                                                Data.PREVIOUS_RUN,
                                                "snapshotArn.$",
                                                "$.last.previousSnapshotArn",
                                                "snapshotTime.$",
                                                "$.last.previousSnapshotTime")))
                        .into("$.export")
                        .next(LIST));
        states.add(
                State.pass(LIST)
                        .comment("A table that the policy does not name is not published again.")
                        .result(PublishStates.listed(night, List.of()))
                        .into(Data.VIEWS)
                        .next(COMPARE));
        states.add(
                State.pass(COMPARE)
                        .parameters(Map.of("run.$", "States.StringToJson($.last.previousTables)"))
                        .into(Data.VIEWS + ".of")
                        .next(NOTE));
        states.add(State.pass(NOTE).result(true).into(Data.KEPT).next(publish));
        return states;
    }

    State record(String next) {
        return new PublicationRecord(night)
                .write(
                        RECORD,
                        Data.SNAPSHOT_ARN,
                        Data.SNAPSHOT_TIME,
                        Map.of("S.$", "$.last.previousTables"))
                .next(next);
    }

    /** As JSON text, because a caller may have given anything. */
    private static State notKept() {
        return State.pass(NOT_KEPT)
                .parameters(
                        ordered(
                                "step",
                                NOT_KEPT,
                                "details",
                                ordered(
                                        "Error",
                                        "RunNotKept",
                                        "Cause.$",
                                        "States.Format('Run {} can not be published again: {} is published and {} is kept.', States.JsonToString(%s), States.JsonToString(%s), States.JsonToString(%s))"
                                                .formatted(
                                                        Data.WANTED_RUN,
                                                        Data.LAST_RUN,
                                                        Data.PREVIOUS_RUN))))
                .into("$.failure")
                .next(FailureStates.NOTHING_TO_WIND_UP);
    }

    private static Map<String, Object> isWanted(String run) {
        return ordered("Variable", Data.WANTED_RUN, "StringEqualsPath", run);
    }
}
