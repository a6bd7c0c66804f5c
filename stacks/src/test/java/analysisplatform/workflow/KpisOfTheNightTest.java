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

/** Where comments and KPIs stand in a night, and that they cannot spoil it. */
class KpisOfTheNightTest {

    private final JsonNode machine = NightlyWorkflowTest.definition();

    @Test
    void theKpisComeAfterThePublicationAndAgainForASnapshotThatIsPublished() {
        JsonNode states = machine.get("States");
        int kpis = NightlyWorkflowTest.local().kpis().size();

        assertThat(states.at("/Remove the files of older runs/Next").asText())
                .isEqualTo(RetireViewStates.START);
        assertThat(states.at("/Is this snapshot published already?/Choices/0/Next").asText())
                .isEqualTo(RetireViewStates.START);
        assertThat(states.at("/Retire views without a policy/Next").asText())
                .isEqualTo(DescribeStates.START);
        assertThat(states.at("/Describe the views/Next").asText())
                .isEqualTo("Note the night for the KPIs");
        assertThat(states.get("Compute the KPIs").get("Branches")).hasSize(kpis);
        assertThat(states.at("/Was anything published?/Choices/0/Next").asText())
                .isEqualTo(LockStates.RELEASE_UNUSED);
        assertThat(states.at("/Was anything published?/Default").asText())
                .isEqualTo("Remove the raw files");
    }

    @Test
    void nothingThatHappensToACommentOrAKpiFailsTheNight() {
        Deque<String> open = new ArrayDeque<>(List.of(DescribeStates.START));
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
                .contains(
                        "Describe the views",
                        "Compute the KPIs",
                        "Store the KPIs",
                        "Report the KPIs")
                .noneMatch(name -> name.endsWith(": failed"))
                .doesNotContain(FailureStates.KEEPING_THE_CANDIDATE, FailureStates.FAILED);
        machine.at("/States/Compute the KPIs/Branches")
                .forEach(
                        branch ->
                                assertThat(branch.get("States").findValuesAsText("Type"))
                                        .doesNotContain("Fail"));
    }

    @Test
    void aSourceWithoutKpisOnlyDescribesItsViewsBeforeTheCleanUp() {
        Environment with = NightlyWorkflowTest.local();
        Environment without = new Environment(with.name(), with.platform(), with.policies());
        JsonNode states = NightlyWorkflowTest.definition(without).get("States");

        assertThat(states.at("/Describe the views/Next").asText())
                .isEqualTo("Was anything published?");
        assertThat(states.at("/Was anything published?/Default").asText())
                .isEqualTo("Remove the raw files");
        assertThat(NightlyWorkflowTest.fieldNames(states)).noneMatch(name -> name.contains("KPI"));
    }
}
