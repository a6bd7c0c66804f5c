package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.names.Names;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the export function has to know to find the exports of one source. */
public final class ExportRequests {

    private final Source source;
    private final Names names;

    private ExportRequests(Environment environment, Source source) {
        this.source = source;
        this.names = Names.of(environment);
    }

    static ExportRequests of(Night night) {
        return new ExportRequests(night.environment(), night.source());
    }

    /** The whole input with which an event empties the quarantine of the source. */
    public static Map<String, Object> cleanUpEvent(Environment environment, Source source) {
        Map<String, Object> event = ordered("step", "CleanUp");
        event.putAll(new ExportRequests(environment, source).common());
        return event;
    }

    /** Source, role and place, which every step but DeleteRun needs. */
    Map<String, Object> common() {
        return ordered(
                "source",
                ordered(
                        "name",
                        source.name(),
                        "account",
                        source.account(),
                        "region",
                        source.region(),
                        "kind",
                        source.kind().name(),
                        "identifier",
                        source.identifier(),
                        "maxSnapshotAgeHours",
                        source.maxSnapshotAge().toHours()),
                "callerRoleArn",
                names.callerRoleArn(source),
                "externalId",
                names.externalId(source),
                "bucket",
                names.quarantineBucket(),
                "prefix",
                names.exportPrefix(source));
    }

    Map<String, Object> check() {
        Map<String, Object> payload = common();
        payload.put("exportId.$", Data.EXPORT_ID);
        payload.put("database", source.database());
        payload.put("tables", source.sourceTables().stream().map(ExportRequests::wanted).toList());
        return payload;
    }

    /** Everything but the export of this run. */
    Map<String, Object> removeLeftovers() {
        Map<String, Object> payload = common();
        payload.put("keepExportId.$", Data.EXPORT_ID);
        return payload;
    }

    private static Map<String, Object> wanted(SourceTable table) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("name", table.configured());
        wanted.put("folder", table.folder());
        wanted.put("manifestTarget", table.manifestTarget());
        wanted.put("publishedName", table.publishedName().toLowerCase(Locale.ROOT));
        return wanted;
    }
}
