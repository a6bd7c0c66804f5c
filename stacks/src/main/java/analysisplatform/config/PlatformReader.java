package analysisplatform.config;

import analysisplatform.config.Platform.Analysts;
import analysisplatform.config.Platform.Crawls;
import analysisplatform.config.Platform.Dashboard;
import analysisplatform.config.Platform.Evidence;
import analysisplatform.config.Platform.Exports;
import analysisplatform.config.Platform.Notifications;
import analysisplatform.config.Platform.Occasions;
import analysisplatform.config.Platform.People;
import analysisplatform.config.Platform.PublishedView;
import analysisplatform.config.Platform.QuickSight;
import analysisplatform.config.Platform.Retention;
import analysisplatform.config.Platform.Slack;
import analysisplatform.config.Platform.Spending;
import analysisplatform.config.SourceReader.LocatedSource;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a {@code platform.yaml} without problems into its record. */
final class PlatformReader {

    private PlatformReader() {}

    static Platform platform(Document document) {
        JsonNode node = document.sound(KeyPath.ROOT).orElseThrow();
        return new Platform(
                node.get("project").asText(),
                node.get("account").asText(),
                node.get("region").asText(),
                ZoneId.of(node.get("timeZone").asText()),
                Language.valueOf(node.get("language").asText().toUpperCase(Locale.ROOT)),
                LocalTime.parse(node.get("schedule").asText()),
                notifications(node.get("notifications")),
                tags(node.get("tags")),
                SourceReader.texts(node.get("breakGlassPrincipals")),
                node.get("pseudonymKeyVersion").asInt(),
                new Exports(
                        node.at("/exports/pollSeconds").asInt(),
                        node.at("/exports/timeoutMinutes").asInt()),
                new Crawls(
                        node.at("/crawls/pollSeconds").asInt(),
                        node.at("/crawls/timeoutMinutes").asInt()),
                new Analysts(
                        SourceReader.texts(node.at("/analysts/principals")),
                        node.at("/analysts/scanLimitMegabytes").asInt(),
                        node.at("/analysts/dailyScanLimitMegabytes").asInt()),
                quickSight(node.get("quickSight")),
                new Dashboard(
                        node.at("/dashboard/enabled").asBoolean(),
                        node.at("/dashboard/customMetrics").asInt()),
                new Retention(
                        node.at("/retention/quarantineDays").asInt(),
                        node.at("/retention/queryResultDays").asInt(),
                        node.at("/retention/logDays").asInt()),
                evidence(node.get("evidence")),
                spending(node.get("budget")),
                gitHub(node.get("github")),
                SourceReader.sources(document).stream().map(LocatedSource::source).toList());
    }

    private static Evidence evidence(JsonNode node) {
        return new Evidence(
                node.get("days").asInt(),
                Evidence.Mode.valueOf(node.get("mode").asText().toUpperCase(Locale.ROOT)),
                SourceReader.texts(node.get("readers")));
    }

    private static Spending spending(JsonNode node) {
        return new Spending(
                node.get("monthlyYen").asInt(),
                node.get("exceedBecause").asText().strip(),
                node.get("yenPerDollar").decimalValue(),
                Spending.Counting.valueOf(node.get("counts").asText().toUpperCase(Locale.ROOT)),
                new Spending.ExpectedQueries(
                        node.get("queriesPerDay").asInt(), node.get("megabytesPerQuery").asInt()));
    }

    private static GitHub gitHub(JsonNode node) {
        return node == null
                ? GitHub.NONE
                : new GitHub(
                        node.get("repository").asText(),
                        Optional.ofNullable(node.get("environment")).map(JsonNode::asText),
                        GitHub.Provider.valueOf(
                                node.get("provider").asText().toUpperCase(Locale.ROOT)));
    }

    private static Map<String, String> tags(JsonNode node) {
        Map<String, String> tags = new LinkedHashMap<>();
        node.properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return tags;
    }

    private static Notifications notifications(JsonNode node) {
        JsonNode slack = node.get("slack");
        return new Notifications(
                SourceReader.texts(node.get("emails")),
                new Occasions(
                        node.get("failure").asBoolean(),
                        node.get("recovery").asBoolean(),
                        node.get("drift").asBoolean(),
                        node.get("success").asBoolean()),
                node.get("runbooks").asText(),
                node.get("slowRunMinutes").asInt(),
                slack == null
                        ? Slack.NONE
                        : new Slack(
                                slack.get("workspace").asText(), slack.get("channel").asText()));
    }

    private static QuickSight quickSight(JsonNode node) {
        return new QuickSight(
                node.get("enabled").asBoolean(),
                node.get("subscribe").asBoolean(),
                node.path("notificationEmail").asText(),
                node.get("serviceRole").asText(),
                SourceReader.texts(node.get("principals")),
                new People(
                        SourceReader.texts(node.get("viewers")),
                        SourceReader.texts(node.get("authors")),
                        SourceReader.texts(node.get("admins")),
                        SourceReader.texts(node.get("userManagers"))),
                SourceReader.texts(node.get("views")).stream().map(PublishedView::parse).toList());
    }
}
