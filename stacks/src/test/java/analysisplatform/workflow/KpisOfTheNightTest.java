package analysisplatform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where KPIs stand in a night, and that they cannot spoil it. */
class KpisOfTheNightTest {

    private final JsonNode machine = NightlyWorkflowTest.definition();

    @Test
    void theKpisComeAfterThePublicationAndAgainForASnapshotThatIsPublished() {
        JsonNode states = machine.get("States");
        int kpis = NightlyWorkflowTest.local().kpis().size();

        assertThat(states.at("/Remove the tables of older runs/Next").asText())
                .isEqualTo("Note the night for the KPIs");
        assertThat(states.at("/Is this snapshot published already?/Choices/0/Next").asText())
                .isEqualTo("Note the night for the KPIs");
        assertThat(states.get("Compute the KPIs").get("Branches")).hasSize(kpis);
        assertThat(states.at("/Was anything published?/Choices/0/Next").asText())
                .isEqualTo(LockStates.RELEASE_UNUSED);
        assertThat(states.at("/Was anything published?/Default").asText())
                .isEqualTo("Remove the raw files");
    }

    @Test
    void nothingThatHappensToAKpiFailsTheNight() {
        Deque<String> open = new ArrayDeque<>(List.of("Note the night for the KPIs"));
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!name.equals("Remove the raw files")
                    && !name.equals(LockStates.RELEASE_UNUSED)
                    && reached.add(name)) {
                open.addAll(NightlyWorkflowTest.targets(machine.get("States").get(name)));
            }
        }

        assertThat(reached)
                .contains("Compute the KPIs", "Store the KPIs", "Report the KPIs")
                .noneMatch(name -> name.endsWith(": failed"))
                .doesNotContain(FailureStates.KEEPING_THE_CANDIDATE, FailureStates.FAILED);
        machine.at("/States/Compute the KPIs/Branches")
                .forEach(
                        branch ->
                                assertThat(branch.get("States").findValuesAsText("Type"))
                                        .doesNotContain("Fail"));
    }

    @Test
    void aSourceWithoutKpisGoesStraightToTheCleanUp() {
        Environment with = NightlyWorkflowTest.local();
        Environment without = new Environment(with.name(), with.platform(), with.policies());
        JsonNode states = NightlyWorkflowTest.definition(without).get("States");

        assertThat(states.at("/Remove the tables of older runs/Next").asText())
                .isEqualTo("Remove the raw files");
        assertThat(states.at("/Is this snapshot published already?/Choices/0/Next").asText())
                .isEqualTo(LockStates.RELEASE_UNUSED);
        assertThat(NightlyWorkflowTest.fieldNames(states)).noneMatch(name -> name.contains("KPI"));
    }
}
