package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.names.Names;
import java.util.List;
import java.util.Map;

/** Removal of what a run leaves behind; each call may be repeated. */
final class CleanUpStates {

    private CleanUpStates() {}

    /** Raw objects and all their versions, but for exports that still run. */
    static State removeRawFiles(Night night, String name) {
        return Tasks.function(night, name, "CleanUp", ExportRequests.of(night).common())
                .discardResult();
    }

    static State forgetRaw(Night night, String name) {
        return Tasks.forgetTables(
                name,
                night.names().rawDatabase(night.source()),
                Map.of("TablesToDelete", night.rawTableNames()));
    }

    /** Masked files of one run; the function refuses the published run and the one before it. */
    static State deleteRun(Night night, String name, String runPath) {
        Map<String, Object> request = maskedRun(night, runPath);
        request.put("keep.$", "States.Array(" + Data.LAST_RUN + ", " + Data.PREVIOUS_RUN + ")");
        return Tasks.function(night, name, "DeleteRun", request).discardResult();
    }

    /** Where the files of one run lie, as the function is told. */
    static Map<String, Object> maskedRun(Night night, String runPath) {
        Names names = night.names();
        return ordered(
                "bucket",
                names.maskedBucket(),
                "prefix",
                names.maskedPrefix(night.source()),
                "runId.$",
                runPath);
    }

    /** Masked tables of one run in the catalogue. */
    static State forgetRun(Night night, String name, String runPath) {
        List<String> tables =
                night.publishedNames().stream()
                        .map(table -> "States.Format('%s__{}', %s)".formatted(table, runPath))
                        .toList();
        return Tasks.forgetTables(
                name,
                night.names().maskedDatabase(night.source()),
                Map.of("TablesToDelete.$", "States.Array(" + String.join(", ", tables) + ")"));
    }
}
