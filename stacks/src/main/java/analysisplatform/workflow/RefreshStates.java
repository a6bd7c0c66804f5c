package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.quicksight.DataSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * QuickSight loads each data set that this source's night changed, all at once, and is awaited. A
 * refresh that fails keeps the old copy and says so to nobody, so it is reported here; the others
 * go on and the night stays published.
 */
final class RefreshStates {

    static final String START = "Name the refreshes of QuickSight";

    private static final String REFRESH = "Refresh QuickSight";
    private static final String BEGIN = "Start a refresh";
    private static final String LOOK = "Look at the refresh";
    private static final String HAS_ENDED = "Has the refresh ended?";
    private static final String REFRESHED = "Refreshed";
    private static final String NOT_STARTED = "The refresh cannot be started or looked at";
    private static final String NOT_REFRESHED = "The refresh failed or took too long";
    private static final String COLLECT = "Collect what became of the refreshes";
    private static final String ARE_ALL_REFRESHED = "Is everything refreshed?";
    private static final String SOME_FAILED = "Some refreshes failed";
    private static final String NONE_KNOWN = "The refreshes are not known";
    private static final String REPORT = "Report the refreshes";

    private static final String PROBLEM =
            "The night is published, but QuickSight still shows an older one";
    private static final String REPORTED = "$.refreshReport";
    private static final String STATUS = "$.refresh.status";

    private static final int POLL_SECONDS = 20;
    private static final int TIMEOUT_MINUTES = 60;

    /** One refresh until it is given up; all of them run together. */
    static final Duration LONGEST =
            Duration.ofMinutes(TIMEOUT_MINUTES).plusSeconds(Errors.REFRESH_LIMIT.longest());

    private final Night night;
    private final List<DataSet> dataSets;

    RefreshStates(Night night) {
        this.night = night;
        this.dataSets = DataSet.changedBy(night.environment(), night.source());
    }

    static boolean isWanted(Night night) {
        return !DataSet.changedBy(night.environment(), night.source()).isEmpty();
    }

    List<State> states(String next) {
        return List.of(
                State.pass(START)
                        .parameters(
                                ordered(
                                        "dataSets",
                                        dataSets.stream().map(DataSet::id).toList(),
                                        "ingestion.$",
                                        "States.Hash(" + Data.EXECUTION + ", 'SHA-1')"))
                        .into("$.refreshes")
                        .next(REFRESH),
                State.map(
                                REFRESH,
                                "$.refreshes.dataSets",
                                ordered(
                                        "dataSet.$",
                                        "$$.Map.Item.Value",
                                        "ingestion.$",
                                        "$.refreshes.ingestion"),
                                each())
                        .into("$.refreshed")
                        .ignoringErrors(NONE_KNOWN)
                        .next(COLLECT),
                collect(),
                areAllRefreshed(next),
                problem(SOME_FAILED, Map.entry("cause.$", "$.refreshOutcome.text")),
                problem(
                        NONE_KNOWN,
                        Map.entry("cause.$", "States.JsonMerge($.unknown, $.ignored, false)")),
                Reports.send(night, REPORT, REPORTED).ignoringErrors(next).next(next));
    }

    private Branch each() {
        Looks looks = new Looks("the refresh", POLL_SECONDS, TIMEOUT_MINUTES);
        List<State> again = looks.repeat(LOOK);
        return Branch.of(
                begin(looks),
                looks.allow(looks.pause()),
                look(),
                hasEnded(looks),
                again.get(0),
                again.get(1),
                State.pass(REFRESHED).result(ordered("note", "")).end(),
                failed(NOT_STARTED, "$.ignored"),
                failed(NOT_REFRESHED, "$.refresh.ingestion"));
    }

    /** A repeated call finds the refresh that its first answer did not tell of. */
    private State begin(Looks looks) {
        return Tasks.quickSight(BEGIN, "createIngestion", parameters())
                .retry(Errors.REFRESH_LIMIT, Errors.QUICKSIGHT)
                .discardResult()
                .onError(Errors.REFRESH_IS_KNOWN, looks.start())
                .ignoringErrors(NOT_STARTED)
                .next(looks.start());
    }

    private State look() {
        return Tasks.quickSight(LOOK, "describeIngestion", parameters())
                .select(
                        ordered(
                                "status.$",
                                "$.Ingestion.IngestionStatus",
                                "ingestion.$",
                                "$.Ingestion"))
                .into("$.refresh")
                .ignoringErrors(NOT_STARTED)
                .next(HAS_ENDED);
    }

    /** One that another source's later refresh replaced is awaited by that source's night. */
    private static State hasEnded(Looks looks) {
        String type = "$.refresh.ingestion.ErrorInfo.Type";
        return State.choice(HAS_ENDED)
                .when(status("COMPLETED"), REFRESHED)
                .when(
                        Map.of(
                                "And",
                                List.of(
                                        ordered("Variable", type, "IsPresent", true),
                                        ordered(
                                                "Variable",
                                                type,
                                                "StringEquals",
                                                "INGESTION_SUPERSEDED"))),
                        REFRESHED)
                .when(status("FAILED"), NOT_REFRESHED)
                .when(status("CANCELLED"), NOT_REFRESHED)
                .when(looks.areLeft(), looks.again())
                .otherwise(NOT_REFRESHED);
    }

    private static State failed(String name, String cause) {
        return State.pass(name)
                .parameters(
                        ordered(
                                "note.$",
                                "States.Format('{}: {}', $.dataSet, States.JsonToString(%s))"
                                        .formatted(cause)))
                .end();
    }

    private static State collect() {
        return State.pass(COLLECT)
                .parameters(
                        ordered(
                                "kinds.$",
                                "States.ArrayLength(States.ArrayUnique($.refreshed[*].note))",
                                "first.$",
                                "$.refreshed[0].note",
                                "text.$",
                                "States.JsonToString(States.ArrayUnique($.refreshed[*].note))"))
                .into("$.refreshOutcome")
                .next(ARE_ALL_REFRESHED);
    }

    private static State areAllRefreshed(String next) {
        return State.choice(ARE_ALL_REFRESHED)
                .when(
                        Map.of(
                                "And",
                                List.of(
                                        ordered(
                                                "Variable",
                                                "$.refreshOutcome.kinds",
                                                "NumericEquals",
                                                1),
                                        ordered(
                                                "Variable",
                                                "$.refreshOutcome.first",
                                                "StringEquals",
                                                ""))),
                        next)
                .otherwise(SOME_FAILED);
    }

    private State problem(String name, Map.Entry<String, String> cause) {
        return Reports.problem(night, name, new Reports.Problem(PROBLEM, "RefreshFailed", cause))
                .into(REPORTED)
                .next(REPORT);
    }

    private Map<String, Object> parameters() {
        return ordered(
                "AwsAccountId",
                night.names().account(),
                "DataSetId.$",
                "$.dataSet",
                "IngestionId.$",
                "$.ingestion");
    }

    private static Map<String, Object> status(String value) {
        return ordered("Variable", STATUS, "StringEquals", value);
    }
}
