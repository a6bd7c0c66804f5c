package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.List;

/**
 * Every failure ends here: the candidate and the raw data go, the published run stays, and the
 * execution fails with the state and the cause that were first. Winding up never hides that cause.
 */
final class FailureStates {

    /** Entry for failures before the publication. */
    static final String AFTER_FAILURE = "Is there a candidate?";

    /** Entry for failures after it, when the candidate is what analysts see. */
    static final String KEEPING_THE_CANDIDATE = "Remove the raw files after a failure";

    /** Entry for failures that leave nothing but the lock. */
    static final String NOTHING_TO_WIND_UP = "Release the lock after a failure";

    /** Entry for failures without the lock. */
    static final String FAILED = "Is it an error of the language itself?";

    private static final String SHORTEN = "Name the error without its prefix";
    private static final String END = "Failed";
    private static final String ERROR = "$.failure.details.Error";
    private static final String FILES = "Discard the candidate's files";
    private static final String TABLES = "Discard the candidate's tables";
    private static final String RAW_TABLES = "Forget the raw tables after a failure";

    private final Night night;

    FailureStates(Night night) {
        this.night = night;
    }

    List<State> states(LockStates lock) {
        return List.of(
                State.choice(AFTER_FAILURE)
                        .when(ordered("Variable", Data.KEPT, "IsPresent", true), NOTHING_TO_WIND_UP)
                        .when(ordered("Variable", Data.RUN_ID, "IsPresent", true), FILES)
                        .otherwise(KEEPING_THE_CANDIDATE),
                CleanUpStates.deleteRun(night, FILES, Data.RUN_ID)
                        .comment("Refused for a run that must stay; then its tables stay as well.")
                        .ignoringErrors(KEEPING_THE_CANDIDATE)
                        .next(TABLES),
                CleanUpStates.forgetRun(night, TABLES, Data.RUN_ID)
                        .ignoringErrors(KEEPING_THE_CANDIDATE)
                        .next(KEEPING_THE_CANDIDATE),
                CleanUpStates.removeRawFiles(night, KEEPING_THE_CANDIDATE)
                        .ignoringErrors(RAW_TABLES)
                        .next(RAW_TABLES),
                CleanUpStates.forgetRaw(night, RAW_TABLES)
                        .ignoringErrors(EvidenceStates.AFTER_FAILURE)
                        .next(EvidenceStates.AFTER_FAILURE),
                lock.release(NOTHING_TO_WIND_UP, FAILED).ignoringErrors(FAILED),
                State.choice(FAILED)
                        .when(ordered("Variable", ERROR, "StringMatches", "States.*"), SHORTEN)
                        .otherwise(END),
                shorten(),
                new State(
                        END,
                        ordered(
                                "Type",
                                "Fail",
                                "ErrorPath",
                                ERROR,
                                "CausePath",
                                "States.Format('{}: {}', $.failure.step, $.failure.details.Cause)")));
    }

    /**
     * An execution may not end with a name that only the language may give, such as that of a
     * failed query: https://states-language.net/spec.html#error-names
     */
    private static State shorten() {
        return Failures.restated(
                        SHORTEN,
                        "Error.$",
                        "States.ArrayGetItem(States.StringSplit(%s, '.'), 1)".formatted(ERROR),
                        "$.failure.details.Cause")
                .next(END);
    }
}
