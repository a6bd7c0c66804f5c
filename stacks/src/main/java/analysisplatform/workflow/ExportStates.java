package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.config.Platform.Exports;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From the newest snapshot to Parquet in the quarantine. */
final class ExportStates {

    static final String START = "Start the export";

    /** What the function answers when analysts see this snapshot under this policy already. */
    static final String ALREADY_PUBLISHED = "ALREADY_PUBLISHED";

    private static final String IS_PUBLISHED = "Is this snapshot published already?";
    private static final String LEFTOVERS = "Remove leftovers of aborted runs";
    private static final String CANDIDATE_FILES = "Clear the way for the masked files";
    private static final String CANDIDATE_TABLES = "Clear the way for the masked tables";
    private static final String RAW_TABLES = "Clear the way for the raw tables";
    private static final String LOOK = "Look at the export";
    private static final String IS_COMPLETE = "Is the export complete?";
    private static final String COMPLETE = "Note what was exported";
    private static final String TOO_LONG = "The export took too long";

    private final Night night;
    private final ExportRequests requests;

    ExportStates(Night night) {
        this.night = night;
        this.requests = ExportRequests.of(night);
    }

    List<State> states(String next) {
        List<State> states = new ArrayList<>();
        states.addAll(start());
        states.addAll(clear());
        states.addAll(await(next));
        return states;
    }

    private List<State> start() {
        Map<String, Object> payload = requests.common();
        payload.put(
                "exportOnly",
                source().sourceTables().stream().map(SourceTable::exportTarget).toList());
        payload.put("exportRoleArn", names().exportRoleArn(source()));
        payload.put("kmsKeyArn", night.arns().quarantineKeyArn());
        payload.put("policyVersion", night.policyVersion());
        payload.put("publishedRun.$", Data.LAST_RUN);
        payload.put("keptRun.$", Data.PREVIOUS_RUN);
        payload.put("snapshotArn.$", Data.WANTED_SNAPSHOT);
        return Stream.concat(
                        guarded(
                                Tasks.function(night, START, "StartExport", payload)
                                        .retry(Errors.EXPORT_LIMIT, Errors.LAMBDA)
                                        .select(Map.of("answer.$", "$.Payload"))
                                        .into("$.export")
                                        .next(IS_PUBLISHED))
                                .stream(),
                        Stream.of(
                                State.choice(IS_PUBLISHED)
                                        .when(outcome(ALREADY_PUBLISHED), AfterPublication.START)
                                        .when(outcome("KEPT"), RollBackStates.TAKE)
                                        .otherwise(LEFTOVERS)))
                .toList();
    }

    static Map<String, Object> outcome(String outcome) {
        return ordered("Variable", Data.EXPORT_OUTCOME, "StringEquals", outcome);
    }

    /** Athena writes only to empty places, and a crawler never forgets a column. */
    private List<State> clear() {
        List<State> states = new ArrayList<>();
        states.addAll(
                guarded(
                        Tasks.function(night, LEFTOVERS, "CleanUp", requests.removeLeftovers())
                                .discardResult()
                                .next(CANDIDATE_FILES)));
        states.addAll(
                guarded(
                        CleanUpStates.deleteRun(night, CANDIDATE_FILES, Data.RUN_ID)
                                .next(CANDIDATE_TABLES)));
        states.addAll(
                guarded(
                        CleanUpStates.forgetRun(night, CANDIDATE_TABLES, Data.RUN_ID)
                                .next(RAW_TABLES)));
        states.addAll(guarded(CleanUpStates.forgetRaw(night, RAW_TABLES).next(looks().start())));
        return states;
    }

    private List<State> await(String next) {
        Looks looks = looks();
        List<State> states = new ArrayList<>();
        states.add(looks.allow(LOOK));
        states.addAll(
                guarded(
                        Tasks.function(night, LOOK, "CheckExport", requests.check())
                                .select(Map.of("answer.$", "$.Payload"))
                                .into("$.look")
                                .next(IS_COMPLETE)));
        states.add(
                State.choice(IS_COMPLETE)
                        .when(
                                ordered("Variable", Data.EXPORT_STATUS, "StringEquals", "COMPLETE"),
                                COMPLETE)
                        .when(looks.areLeft(), looks.again())
                        .otherwise(TOO_LONG));
        states.add(
                State.pass(COMPLETE)
                        .comment("An export that is not complete has no numbers for the report.")
                        .with("InputPath", "$.look")
                        .into("$.check")
                        .next(next));
        states.addAll(looks.repeat(LOOK));
        states.add(
                Failures.found(
                        TOO_LONG,
                        "ExportTimedOut",
                        "The export was not complete after %d minutes; the next run adopts it."
                                .formatted(looks.timeoutMinutes()),
                        FailureStates.AFTER_FAILURE));
        return states;
    }

    private Looks looks() {
        Exports exports = night.environment().platform().exports();
        return new Looks("the export", exports.pollSeconds(), exports.timeoutMinutes());
    }

    private List<State> guarded(State state) {
        return Failures.guarded(state, FailureStates.AFTER_FAILURE);
    }

    private Names names() {
        return night.names();
    }

    private Source source() {
        return night.source();
    }
}
