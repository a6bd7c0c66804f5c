package analysisplatform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a report is written, and what happens when it is not. */
class EvidenceStatesTest {

    private final JsonNode machine = NightlyWorkflowTest.definition();

    @Test
    void aPublishedNightIsReportedBeforeTheLockIsReleased() {
        JsonNode states = machine.get("States");
        JsonNode write = states.get("Write the report");

        assertThat(states.at("/Forget the raw tables/Next").asText()).isEqualTo("Write the report");
        assertThat(write.at("/Parameters/Payload/step").asText()).isEqualTo("WriteEvidence");
        assertThat(states.at("/Does the report agree?/Choices/0/StringEquals").asText())
                .isEqualTo("PROVEN");
        assertThat(states.at("/Does the report agree?/Choices/0/Next").asText())
                .isEqualTo("Release the lock");
        assertThat(states.at("/Does the report agree?/Default").asText())
                .isEqualTo("The report contradicts the publication");
        assertThat(states.at("/Record the publication/Next").asText())
                .isEqualTo("Note the publication for the report");
        assertThat(states.at("/Note the publication for the report/Result/outcome").asText())
                .isEqualTo("PUBLISHED");
    }

    @Test
    void aReportThatIsNotWrittenFailsAPublishedNightAndKeepsTheCandidate() {
        JsonNode states = machine.get("States");

        assertThat(states.at("/Write the report: failed/Next").asText())
                .isEqualTo("The report is not written");
        assertThat(states.at("/The report is not written/Parameters/details/Error").asText())
                .isEqualTo("EvidenceNotWritten");
        assertThat(states.at("/The report is not written/Next").asText())
                .isEqualTo("Release the lock after a failure");
        assertThat(states.at("/The report contradicts the publication/Next").asText())
                .isEqualTo("Release the lock after a failure");
    }

    @Test
    void aReportThatIsNotWrittenNeverHidesWhatFailedFirst() {
        JsonNode states = machine.get("States");
        JsonNode write = states.get("Write the report of the failure");

        assertThat(states.at("/Forget the raw tables after a failure/Next").asText())
                .isEqualTo("Is there a run to report?");
        assertThat(write.at("/Catch/0/ResultPath").asText()).isEqualTo("$.ignored");
        assertThat(write.at("/Catch/0/Next").asText())
                .isEqualTo(write.at("/Next").asText())
                .isEqualTo("Release the lock after a failure");
    }

    /** A second report without proofs would speak against a run that was proven. */
    @Test
    void anExecutionThatFoundItsSnapshotPublishedReportsNothing() {
        JsonNode choice = machine.at("/States/Is there a run to report?");

        assertThat(choice.at("/Choices/0/And/0").toString())
                .isEqualTo("{\"Variable\":\"$.export.answer.outcome\",\"IsPresent\":true}");
        assertThat(choice.at("/Choices/0/And/1/StringEquals").asText())
                .isEqualTo("ALREADY_PUBLISHED");
        assertThat(choice.at("/Choices/0/Next").asText())
                .isEqualTo("Release the lock after a failure");
        assertThat(choice.at("/Choices/1/Next").asText())
                .isEqualTo("Write the report of the failure");
    }

    @Test
    void whatAReportAsksForIsKnownFromTheBeginning() {
        JsonNode begun = machine.at("/States/Complete the input/Parameters");
        List<String> paths = new ArrayList<>();
        machine.at("/States/Write the report/Parameters/Payload")
                .properties()
                .forEach(field -> collectPaths(field.getValue(), paths));

        assertThat(paths)
                .filteredOn(path -> !path.startsWith("$$.") && !path.startsWith("$.export."))
                .isNotEmpty()
                .allSatisfy(
                        path ->
                                assertThat(begun.has(path.split("\\.")[1] + ".$"))
                                        .as(path)
                                        .isTrue());
    }

    /** What a look at a running export answers lacks the numbers that the report wants. */
    @Test
    void onlyACompleteExportReplacesWhatIsKnownOfItAtFirst() {
        JsonNode states = machine.get("States");
        List<String> writing = new ArrayList<>();
        states.properties()
                .forEach(
                        state -> {
                            if (state.getValue().path("ResultPath").asText().equals("$.check")) {
                                writing.add(state.getKey());
                            }
                        });
        JsonNode complete = states.at("/Is the export complete?/Choices/0");

        assertThat(writing).containsExactly(complete.get("Next").asText());
        assertThat(complete.get("StringEquals").asText()).isEqualTo("COMPLETE");
        assertThat(
                        MachineGraph.local()
                                .reachableFrom(LockStates.START, "Is the export complete?"::equals))
                .doesNotContainAnyElementsOf(writing);
    }

    private static void collectPaths(JsonNode node, List<String> found) {
        if (node.isTextual() && node.asText().startsWith("$")) {
            found.add(node.asText());
        }
        node.forEach(child -> collectPaths(child, found));
    }
}
