package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The report of the night, on every ending after the run has a name. Without it a published night
 * is a failed one; of a failed night it never hides what was first.
 */
final class EvidenceStates {

    /** Entry for nights that were published. */
    static final String START = "Write the report";

    /** Where it is noted that analysts see this run. */
    static final String PUBLISHED = "Note the publication for the report";

    /** Entry for nights that failed, before or after a publication. */
    static final String AFTER_FAILURE = "Is there a run to report?";

    /** What is said of a night that did not come so far. */
    static final Map<String, Object> KNOWN_AT_FIRST =
            ordered(
                    "check",
                    ordered("answer", ordered("files", "", "bytes", "")),
                    "drift",
                    Map.of(),
                    "proofs",
                    List.of(),
                    "evidence",
                    ordered("outcome", "HALTED"));

    private static final String NOT_WRITTEN = "The report is not written";
    private static final String AGREES = "Does the report agree?";
    private static final String CONTRADICTS = "The report contradicts the publication";
    private static final String WRITE_OF_FAILURE = "Write the report of the failure";

    private final Night night;

    EvidenceStates(Night night) {
        this.night = night;
    }

    State published(String next) {
        return State.pass(PUBLISHED)
                .result(ordered("outcome", "PUBLISHED"))
                .into("$.evidence")
                .next(next);
    }

    /** The candidate stays: analysts see it already. */
    List<State> afterPublication(String next) {
        List<State> states = new ArrayList<>();
        states.addAll(
                Failures.guarded(
                        write(START, payload())
                                .select(Map.of("verdict.$", "$.Payload.verdict"))
                                .into("$.report")
                                .next(AGREES),
                        NOT_WRITTEN));
        states.add(
                State.choice(AGREES)
                        .when(
                                ordered("Variable", "$.report.verdict", "StringEquals", "PROVEN"),
                                next)
                        .otherwise(CONTRADICTS));
        states.add(
                Failures.found(
                        CONTRADICTS,
                        "EvidenceContradicts",
                        "The run was published, but its report has a proof that is violated or without a result; treat it as an incident.",
                        FailureStates.NOTHING_TO_WIND_UP));
        states.add(
                Failures.restated(
                                NOT_WRITTEN,
                                "Error",
                                "EvidenceNotWritten",
                                "States.Format('{}: {}', $.failure.details.Error, $.failure.details.Cause)")
                        .next(FailureStates.NOTHING_TO_WIND_UP));
        return states;
    }

    List<State> afterFailure(String next) {
        Map<String, Object> payload = payload();
        payload.put(
                "failure",
                ordered(
                        "step.$",
                        "$.failure.step",
                        "error.$",
                        "$.failure.details.Error",
                        "cause.$",
                        "$.failure.details.Cause"));
        return List.of(
                State.choice(AFTER_FAILURE)
                        .when(anEarlierRun(), next)
                        .when(ordered("Variable", Data.RUN_ID, "IsPresent", true), WRITE_OF_FAILURE)
                        .otherwise(next),
                write(WRITE_OF_FAILURE, payload).discardResult().ignoringErrors(next).next(next));
    }

    /** It was proven and reported in a night of its own. */
    private static Map<String, Object> anEarlierRun() {
        return Map.of(
                "And",
                List.of(
                        ordered("Variable", Data.EXPORT_OUTCOME, "IsPresent", true),
                        ExportStates.outcome(ExportStates.ALREADY_PUBLISHED)));
    }

    private State write(String name, Map<String, ?> payload) {
        return Tasks.function(night, name, "WriteEvidence", payload);
    }

    private Map<String, Object> payload() {
        Names names = night.names();
        return ordered(
                "bucket",
                names.evidenceBucket(),
                "prefix",
                names.evidencePrefix(night.source()),
                "source",
                night.source().name(),
                "runId.$",
                Data.RUN_ID,
                "outcome.$",
                Data.OUTCOME,
                "snapshotArn.$",
                Data.SNAPSHOT_ARN,
                "snapshotTime.$",
                Data.SNAPSHOT_TIME,
                "policyVersion",
                night.policyVersion(),
                "policy",
                "s3://"
                        + names.maskedBucket()
                        + "/"
                        + names.policySummary(night.source(), night.policyVersion()),
                "startedAt.$",
                "$$.Execution.StartTime",
                "endedAt.$",
                "$$.State.EnteredTime",
                "executionArn.$",
                Data.EXECUTION,
                "proofs.$",
                Data.PROOFS,
                "drift.$",
                Data.DRIFT,
                "export",
                ordered("files.$", Data.CHECK + ".files", "bytes.$", Data.CHECK + ".bytes"));
    }
}
