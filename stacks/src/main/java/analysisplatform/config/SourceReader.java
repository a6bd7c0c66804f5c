package analysisplatform.config;

import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Reads the entries of {@code sources} that keep to the schema. */
final class SourceReader {

    static final KeyPath SOURCES = KeyPath.of("sources");

    /**
     * @param path where it stands in {@code platform.yaml}
     */
    record LocatedSource(KeyPath path, Source source) {}

    private SourceReader() {}

    static List<LocatedSource> sources(Document platform) {
        String region = platform.text(KeyPath.of("region")).orElse("");
        return platform.entries(SOURCES).stream()
                .flatMap(
                        path ->
                                platform.sound(path).stream()
                                        .map(node -> new LocatedSource(path, source(node, region))))
                .toList();
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static Source source(JsonNode node, String platformRegion) {
        return new Source(
                node.get("name").asText(),
                node.get("account").asText(),
                node.path("region").asText(platformRegion),
                Source.Engine.valueOf(node.get("engine").asText().toUpperCase(Locale.ROOT)),
                Source.Kind.valueOf(node.get("kind").asText().toUpperCase(Locale.ROOT)),
                node.get("identifier").asText(),
                node.get("database").asText(),
                texts(node.get("tables")),
                Duration.ofHours(node.get("maxSnapshotAgeHours").asLong()),
                node.get("snapshotGigabytes").asInt());
    }
}
