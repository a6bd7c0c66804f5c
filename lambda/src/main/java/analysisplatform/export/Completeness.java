package analysisplatform.export;

import analysisplatform.export.ExportFiles.Content;
import analysisplatform.export.Manifest.TableStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what was wanted with what RDS says and with what lies in the bucket. */
record Completeness(String database, Manifest manifest, Warnings warnings) {

    /** The tables that cannot be used, by configured name, each with the first reason found. */
    Map<String, String> problems(Map<WantedTable, Content> contents) {
        Map<String, String> problems = new LinkedHashMap<>();
        contents.forEach(
                (table, content) ->
                        problem(table, content)
                                .ifPresent(problem -> problems.put(table.name(), problem)));
        return problems;
    }

    private Optional<String> problem(WantedTable table, Content content) {
        if (!manifest.present()) {
            return Optional.of("the export has no manifest");
        }
        return warnings.skipped(table, database)
                .or(() -> statusProblem(table))
                .or(
                        () ->
                                content.isNothing()
                                        ? Optional.of("its folder holds no data and no end mark")
                                        : Optional.empty());
    }

    private Optional<String> statusProblem(WantedTable table) {
        List<TableStatus> statuses =
                manifest.tables().stream().filter(status -> isOf(table, status)).toList();
        if (statuses.isEmpty()) {
            return Optional.of("not in the manifest");
        }
        return statuses.stream().map(TableStatus::problem).flatMap(Optional::stream).findFirst();
    }

    /** For MySQL, whose schema is the database, both spellings are seen. */
    private boolean isOf(WantedTable table, TableStatus status) {
        return status.target().equals(table.manifestTarget())
                || status.target().equals(database + "." + table.folder());
    }
}
