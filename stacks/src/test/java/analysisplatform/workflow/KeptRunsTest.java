package analysisplatform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published run and the one before it can go only when a newer one is published. */
class KeptRunsTest {

    private static final String RECORDED = "Record the publication";
    private static final String TAKEN = "Take the kept run";
    private static final String OPENED = "Open the run to analysts";

    private final MachineGraph machine = MachineGraph.local();

    @Test
    void olderRunsGoOnlyOnceANewerOneIsRecorded() {
        Set<String> withoutPublication = machine.reachableFrom(LockStates.START, RECORDED::equals);

        assertThat(machine.functionCalls("RetireRuns").keySet())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(withoutPublication);
        assertThat(withoutPublication)
                .contains("Failed", "Rolled back", "Already published")
                .doesNotContain("Look for older runs", "Remove the tables of older runs");
    }

    /** The execution that published may have been stopped before it came to that. */
    @Test
    void viewsWithoutAPolicyGoWhetherThisExecutionPublishedOrAnEarlierOne() {
        String retire = "Retire views without a policy";
        Set<String> keepingViews =
                machine.reachableFrom(
                        "Is this snapshot published already?",
                        Set.of(retire, TAKEN, RollBackStates.START)::contains);

        assertThat(keepingViews)
                .contains("List the published views", RECORDED, "Failed")
                .doesNotContain("Published", "Already published");
        assertThat(machine.reachableFrom(TAKEN, Set.of(RECORDED, RollBackStates.START)::contains))
                .contains("Rolled back")
                .doesNotContain(retire);
    }

    @Test
    void theNewRunAndTheOneItReplacesAreKeptThen() {
        for (String step : List.of("ListRuns", "RetireRuns")) {
            assertThat(machine.functionCalls(step).values())
                    .extracting(payload -> payload.get("keep.$").asText())
                    .containsExactly("States.Array($.export.answer.runId, $.last.run)");
        }
    }

    @Test
    void filesOfOlderRunsGoLastBecauseTheyTellWhichTablesAreLeft() {
        String files = "Remove the files of older runs";
        String tables = "Remove the tables of older runs";

        assertThat(machine.functionCalls("RetireRuns")).containsOnlyKeys(files);
        assertThat(machine.reachableFrom(LockStates.START, tables::equals)).doesNotContain(files);
        assertThat(machine.reachableFrom(files, name -> false)).doesNotContain(tables);
    }

    @Test
    void noDeletionOfASingleRunMayTouchThePublishedOrTheKeptOne() {
        assertThat(machine.functionCalls("DeleteRun").values())
                .hasSize(2)
                .extracting(payload -> payload.get("keep.$").asText())
                .containsOnly("States.Array($.last.run, $.last.previous)");
    }

    @Test
    void tablesOfARunGoOnlyAfterTheFunctionDeletedItsFiles() {
        for (List<String> pair :
                List.of(
                        List.of(
                                "Clear the way for the masked files",
                                "Clear the way for the masked tables"),
                        List.of(
                                "Discard the candidate's files",
                                "Discard the candidate's tables"))) {
            JsonNode files = machine.states().get(pair.get(0));

            assertThat(files.at("/Next").asText()).isEqualTo(pair.get(1));
            assertThat(machine.reachableFrom(LockStates.START, pair.get(0)::equals))
                    .doesNotContain(pair.get(1));
            assertThat(machine.reachableFrom(files.at("/Catch/0/Next").asText(), name -> false))
                    .doesNotContain(pair.get(1));
        }
    }

    @Test
    void nothingIsRemovedBetweenTheEndOfTheInputAndTheLookAtAnInterruptedPublication() {
        Set<String> before =
                machine.reachableFrom(LockStates.START, "Was a publication interrupted?"::equals);

        assertThat(before)
                .doesNotContainAnyElementsOf(machine.functionCalls("DeleteRun").keySet())
                .doesNotContainAnyElementsOf(machine.functionCalls("CleanUp").keySet());
    }

    /** The two choices that tell a roll-back from a night take its side. */
    @Test
    void aRollBackExportsNothingAndDeletesNothing() {
        Set<String> choices = Set.of("Was this run kept?", "Is there a candidate?");
        choices.forEach(
                choice ->
                        assertThat(machine.states().get(choice).at("/Choices/0").toString())
                                .startsWith("{\"Variable\":\"$.kept\",\"IsPresent\":true"));
        Set<String> reached =
                machine.reachableFrom(
                        TAKEN,
                        name ->
                                name.equals(RECORDED)
                                        || name.equals("Discard the candidate's files")
                                        || name.equals("Is a roll-back wanted?")
                                        || name.equals(FailureStates.KEEPING_THE_CANDIDATE));

        assertThat(reached).contains("Publish", "Record the roll-back", "Rolled back", "Failed");
        for (String step : List.of("StartExport", "DeleteRun", "RetireRuns", "CleanUp")) {
            assertThat(machine.functionCalls(step).keySet())
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(reached);
        }
    }

    @Test
    void aPublicationIsAnnouncedBeforeTheFirstViewSwitches() {
        assertThat(machine.reachableFrom(LockStates.START, "Announce the publication"::equals))
                .doesNotContain("Publish");
    }

    /** The way back is to a run that was opened before. */
    @Test
    void noViewSwitchesToARunThatIsNotOpenToAnalysts() {
        Set<String> unopened = machine.reachableFrom(LockStates.START, OPENED::equals);
        JsonNode open = machine.states().get(OPENED);

        assertThat(unopened)
                .contains("Is everything proven?", "Take the kept run", "Failed")
                .doesNotContain("Announce the publication", "Publish", RECORDED);
        assertThat(machine.functionCalls("ReleaseRun")).containsOnlyKeys(OPENED);
        assertThat(open.at("/Next").asText()).isEqualTo("Announce the publication");
        assertThat(open.at("/ResultSelector/files.$").asText()).isEqualTo("$.Payload.released");
        assertThat(machine.reachableFrom(open.at("/Catch/0/Next").asText(), name -> false))
                .doesNotContain("Announce the publication", "Publish", RECORDED);
    }

    @Test
    void noNewRunIsOpenedBeforeItIsProvenFromAllThatTheExportDelivered() {
        for (String gate : List.of("Is everything proven?", "Is the raw data unchanged?")) {
            assertThat(machine.reachableFrom("Mask", gate::equals)).as(gate).doesNotContain(OPENED);
        }
    }

    @Test
    void theRunOfThisExecutionIsOpenedWithTheTagThatReadersNeed() {
        assertThat(machine.functionCalls("ReleaseRun").get(OPENED).toString())
                .contains(
                        "\"prefix\":\"masked/learning\"",
                        "\"runId.$\":\"$.export.answer.runId\"",
                        "\"tag\":{\"key\":\"proven\",\"value\":\"yes\"}");
    }

    @Test
    void whatAnOlderRecordDoesNotSayIsFilledIn() {
        JsonNode read = machine.states().get("Read the published run");

        assertThat(read.at("/ResultSelector/defaults").toString())
                .contains("previousSnapshotArn", "previousSnapshotTime", "previousTables", "users");
        assertThat(machine.states().get("Remember the published run").at("/Parameters"))
                .allSatisfy(path -> assertThat(path.asText()).startsWith("$.record.item."));
    }
}
