package analysisplatform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.constructs.TestJson;
import analysisplatform.quicksight.QuickSightEnvironments;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshStatesTest {

    private static final String START = RefreshStates.START;

    private final JsonNode states = machine(QuickSightEnvironments.on()).get("States");
    private final JsonNode each = states.at("/Refresh QuickSight/ItemProcessor/States");

    @Test
    void theRefreshComesWhenTheKpisAreStored() {
        assertThat(states.at("/Is every KPI computed?/Choices/0/Next").asText()).isEqualTo(START);
        assertThat(states.at("/Report the KPIs/Next").asText()).isEqualTo(START);
        assertThat(states.at("/Is everything refreshed?/Choices/0/Next").asText())
                .isEqualTo("Was anything published?");
    }

    @Test
    void aRollBackIsShownToo() {
        JsonNode end = states.get("Was anything published?");

        assertThat(states.at("/Record the roll-back/Next").asText()).isEqualTo(START);
        assertThat(end.at("/Choices/0/Variable").asText()).isEqualTo(Data.KEPT);
        assertThat(end.at("/Choices/0/IsPresent").asBoolean()).isTrue();
        assertThat(end.at("/Choices/0/Next").asText()).isEqualTo(LockStates.RELEASE_ROLLED_BACK);
    }

    @Test
    void theMachineLivesLongEnoughForARefreshThatIsGivenUp() {
        long without = machine(QuickSightEnvironments.off()).get("TimeoutSeconds").asLong();

        assertThat(machine(QuickSightEnvironments.on()).get("TimeoutSeconds").asLong() - without)
                .isEqualTo(RefreshStates.LONGEST.toSeconds());
    }

    @Test
    void everyDataSetOfTheSourceIsRefreshed() {
        assertThat(TestJson.texts(states.at("/" + START + "/Parameters/dataSets")))
                .containsExactly(
                        "analysis-local-kpi-latest",
                        "analysis-local-kpi-history",
                        "analysis-local-freshness",
                        "analysis-local-view-learning-courses",
                        "analysis-local-view-learning-payments");
        for (String call : List.of("Start a refresh", "Look at the refresh")) {
            assertThat(each.get(call).get("Parameters").toString())
                    .isEqualTo(
                            "{\"AwsAccountId\":\"111111111111\",\"DataSetId.$\":\"$.dataSet\","
                                    + "\"IngestionId.$\":\"$.ingestion\"}");
        }
    }

    @Test
    void aRefreshWhoseFirstAnswerWasLostIsAwaitedAllTheSame() {
        JsonNode known = each.at("/Start a refresh/Catch/0");

        assertThat(known.at("/ErrorEquals/0").asText())
                .isEqualTo("QuickSight.ResourceExistsException");
        assertThat(known.at("/Next").asText()).isEqualTo(each.at("/Start a refresh/Next").asText());
    }

    @ParameterizedTest(name = "{0} {1} with {2} looks left: {3}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            textBlock =
                    """
            COMPLETED   | -                       | 9 | Refreshed
            FAILED      | SQL_EXCEPTION           | 9 | The refresh failed or took too long
            FAILED      | INGESTION_SUPERSEDED    | 9 | Refreshed
            CANCELLED   | -                       | 9 | The refresh failed or took too long
            INITIALIZED | -                       | 9 | Count a look at the refresh
            QUEUED      | -                       | 9 | Count a look at the refresh
            RUNNING     | -                       | 1 | Count a look at the refresh
            RUNNING     | -                       | 0 | The refresh failed or took too long
            """)
    void aLookAtARefreshDecides(String status, String error, int left, String expected) {
        String info = error == null ? "" : ", \"ErrorInfo\": {\"Type\": \"%s\"}".formatted(error);
        JsonNode data =
                TestJson.parse(
                        """
                        {"refresh": {"status": "%1$s", "ingestion": {"IngestionStatus": "%1$s"%2$s}},
                         "looks": {"left": %3$d}}"""
                                .formatted(status, info, left));

        assertThat(decide(each.get("Has the refresh ended?"), data)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, '', Was anything published?",
        "1, x, Some refreshes failed",
        "2, '', Some refreshes failed"
    })
    void oneFailedRefreshIsEnoughToBeReported(int kinds, String first, String expected) {
        JsonNode data =
                TestJson.parse(
                        "{\"refreshOutcome\": {\"kinds\": %d, \"first\": \"%s\"}}"
                                .formatted(kinds, first));

        assertThat(decide(states.get("Is everything refreshed?"), data)).isEqualTo(expected);
    }

    @Test
    void aFailedRefreshIsReportedByItsName() {
        assertThat(states.at("/Some refreshes failed/Parameters/error").asText())
                .isEqualTo("RefreshFailed");
        assertThat(states.at("/Some refreshes failed/Next").asText())
                .isEqualTo("Report the refreshes");
        assertThat(states.at("/Report the refreshes/Resource").asText()).endsWith("sns:publish");
        for (String failure :
                List.of(
                        "The refresh failed or took too long",
                        "The refresh cannot be started or looked at")) {
            assertThat(each.at("/" + failure + "/Parameters").fieldNames().next())
                    .isEqualTo("note.$");
        }
    }

    @Test
    void nothingThatHappensToARefreshFailsTheNight() {
        Set<String> reached = reachable(states, START, "Was anything published?");

        assertThat(reached)
                .contains("Refresh QuickSight", "Report the refreshes")
                .doesNotContain(FailureStates.FAILED, FailureStates.KEEPING_THE_CANDIDATE)
                .noneMatch(name -> name.endsWith(": failed"));
        assertThat(reachable(each, "Start a refresh", "")).hasSize(each.size());
        assertThat(each.findValuesAsText("Type")).doesNotContain("Fail");
    }

    @Test
    void withoutKpisTheViewsAreRefreshedOnceTheyAreDescribed() {
        JsonNode without = machine(QuickSightEnvironments.with(List.of())).get("States");

        assertThat(without.at("/Remove the files of older runs/Next").asText())
                .isEqualTo(AfterPublication.START);
        assertThat(without.at("/Is this snapshot published already?/Choices/0/Next").asText())
                .isEqualTo(AfterPublication.START);
        assertThat(without.at("/Describe the views/Next").asText()).isEqualTo(START);
        assertThat(TestJson.texts(without.at("/" + START + "/Parameters/dataSets")))
                .containsExactly(
                        "analysis-local-view-learning-courses",
                        "analysis-local-view-learning-payments");
        assertThat(without.has("Compute the KPIs")).isFalse();
    }

    @Test
    void withoutQuickSightNoStateKnowsIt() {
        assertThat(machine(QuickSightEnvironments.off()).toString())
                .doesNotContainIgnoringCase("quicksight");
    }

    private static JsonNode machine(Environment environment) {
        return TestJson.parse(
                new NightlyWorkflow(
                                environment,
                                environment.sources().get(0),
                                new PipelineArns("function-arn", "quarantine-key", "masked-key"))
                        .json());
    }

    private static Set<String> reachable(JsonNode states, String start, String end) {
        Deque<String> open = new ArrayDeque<>(List.of(start));
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!name.equals(end) && reached.add(name)) {
                JsonNode state = states.get(name);
                assertThat(state).as(name).isNotNull();
                open.addAll(targets(state));
            }
        }
        return reached;
    }

    private static List<String> targets(JsonNode state) {
        List<String> targets = new ArrayList<>();
        for (String key : List.of("Next", "Default")) {
            if (state.has(key)) {
                targets.add(state.get(key).asText());
            }
        }
        state.path("Catch").forEach(catcher -> targets.add(catcher.get("Next").asText()));
        state.path("Choices").forEach(rule -> targets.add(rule.get("Next").asText()));
        return targets;
    }

    private static String decide(JsonNode choice, JsonNode data) {
        for (JsonNode rule : choice.get("Choices")) {
            if (holds(rule, data)) {
                return rule.get("Next").asText();
            }
        }
        return choice.get("Default").asText();
    }

    /** As the Amazon States Language says, for the operators that are in use. */
    private static boolean holds(JsonNode rule, JsonNode data) {
        if (rule.has("And")) {
            return StreamSupport.stream(rule.get("And").spliterator(), false)
                    .allMatch(part -> holds(part, data));
        }
        JsonNode value = data.at(rule.get("Variable").asText().substring(1).replace('.', '/'));
        if (rule.has("IsPresent")) {
            return rule.get("IsPresent").asBoolean() != value.isMissingNode();
        }
        if (value.isMissingNode()) {
            throw new AssertionError("A missing variable stops the execution: " + rule);
        }
        if (rule.has("StringEquals")) {
            return rule.get("StringEquals").asText().equals(value.asText());
        }
        if (rule.has("NumericEquals")) {
            return rule.get("NumericEquals").asInt() == value.asInt();
        }
        if (rule.has("NumericGreaterThan")) {
            return value.asInt() > rule.get("NumericGreaterThan").asInt();
        }
        throw new AssertionError("The test does not know " + rule);
    }
}
