package analysisplatform.local;

import analysisplatform.names.Roles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.GlueClient;

/**
 * What can be seen of a platform at one moment, kept for tests that ask later.
 *
 * @param content rows by view, as analysts get them
 * @param comments columns with their comments by view, as analysts find them
 * @param mails all messages until then
 */
record Look(
        String run,
        Map<String, String> runsShown,
        Map<String, List<String>> content,
        Map<String, Map<String, String>> comments,
        Evidence evidence,
        Store store,
        boolean locked,
        int signsOfLife,
        boolean silenceTold,
        List<String> mails) {

    /**
     * The report of the last night that wrote one.
     *
     * @param reports of all nights
     */
    record Evidence(int reports, JsonNode data, String page) {

        static Evidence of(DeployedPlatform platform) {
            Reports reports = platform.reports();
            Optional<Reports.Report> newest = reports.newest();
            return new Evidence(
                    reports.all().size(),
                    newest.map(report -> json(reports.read(report.data())))
                            .orElse(MissingNode.getInstance()),
                    newest.map(report -> reports.read(report.page())).orElse(""));
        }

        private static JsonNode json(String text) {
            try {
                return new ObjectMapper().readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError(text, e);
            }
        }
    }

    /** Tables and files, raw and masked. */
    record Store(
            List<String> rawFiles,
            List<String> rawTables,
            List<String> maskedRuns,
            List<String> openRuns,
            List<String> maskedTables) {

        private static Store of(DeployedPlatform platform) {
            return new Store(
                    platform.rawFiles(),
                    platform.rawTables(),
                    platform.maskedRuns(),
                    platform.maskedFiles().openRuns(),
                    platform.maskedTables());
        }
    }

    static Look at(DeployedPlatform platform) {
        Map<String, List<String>> content = new LinkedHashMap<>();
        Map<String, Map<String, String>> comments = new LinkedHashMap<>();
        platform.source
                .sourceTables()
                .forEach(
                        table -> {
                            String view = table.publishedName();
                            content.put(view, platform.content(view));
                            comments.put(view, comments(platform, view));
                        });
        return new Look(
                platform.publishedRun().orElseThrow(),
                platform.runsShown(),
                content,
                comments,
                Evidence.of(platform),
                Store.of(platform),
                platform.isLocked(),
                platform.alerts().signsOfLife(),
                platform.alerts().isSilenceTold(),
                platform.alerts().mailsWith(""));
    }

    List<String> mailsWith(String text) {
        return mails.stream().filter(mail -> mail.contains(text)).toList();
    }

    private static Map<String, String> comments(DeployedPlatform platform, String view) {
        String database = platform.names.publishedDatabase(platform.source);
        Map<String, String> comments = new LinkedHashMap<>();
        try (GlueClient glue =
                platform.clients.assuming(new Roles(platform.names).analyst().arn()).glue()) {
            glue.getTable(r -> r.databaseName(database).name(view))
                    .table()
                    .storageDescriptor()
                    .columns()
                    .forEach(column -> comments.put(column.name(), column.comment()));
        }
        return comments;
    }
}
