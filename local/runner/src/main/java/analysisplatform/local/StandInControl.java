package analysisplatform.local;

import analysisplatform.config.Source;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/** What only the outside world does on AWS: databases are snapshotted, and things break. */
public final class StandInControl {

    private static final DateTimeFormatter SNAPSHOT_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm").withZone(ZoneOffset.UTC);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    StandInControl(URI endpoint) {
        this.endpoint = endpoint;
    }

    boolean isHealthy() {
        try {
            return send("GET", "health", null).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * RDS takes an automated snapshot of the source.
     *
     * @return its ARN
     */
    public String takeSnapshot(Source source, Instant createdAt) {
        return takeSnapshot(source, snapshotId(source, createdAt), createdAt);
    }

    /** As {@link #takeSnapshot(Source, Instant)}; one with the same id is replaced. */
    String takeSnapshot(Source source, String snapshotId, Instant createdAt) {
        return call(
                        "PUT",
                        "snapshots",
                        Map.of(
                                "account", source.account(),
                                "region", source.region(),
                                "kind", source.kind().name(),
                                "identifier", source.identifier(),
                                "snapshotId", snapshotId,
                                "createdAt", createdAt.toString(),
                                "status", "available"))
                .path(0)
                .path("snapshotArn")
                .asText();
    }

    /** The name that RDS gives an automated snapshot. */
    static String snapshotId(Source source, Instant createdAt) {
        return "rds:" + source.identifier() + "-" + SNAPSHOT_TIME.format(createdAt);
    }

    /** What the next exports deliver: a folder in the layout of an RDS export. */
    public void exportFrom(Path folder) {
        call("PUT", "export-data", Map.of("path", folder.toString()));
    }

    /** Makes something go wrong until {@link #clearFaults}; local/aws/README.md lists what. */
    public void breakWith(Map<String, ?> fault) {
        call("PUT", "faults", fault);
    }

    /** How often states have met the faults of states that stand, by the states' names. */
    Map<String, Integer> metStateFaults() {
        Map<String, Integer> met = new TreeMap<>();
        for (JsonNode fault : call("GET", "faults", null).path("state")) {
            fault.path("taken")
                    .properties()
                    .forEach(
                            state ->
                                    met.merge(
                                            state.getKey(),
                                            state.getValue().asInt(),
                                            Integer::sum));
        }
        return met;
    }

    public void clearFaults() {
        call("DELETE", "faults", null);
    }

    /** What was published to topics, oldest first. */
    public JsonNode notifications() {
        return call("GET", "notifications", null);
    }

    private JsonNode call(String method, String path, Object body) {
        try {
            HttpResponse<String> response =
                    send(method, path, body == null ? null : json.writeValueAsString(body));
            if (response.statusCode() != 200) {
                throw new LocalRunFailed(
                        "The stand-in refused %s %s: %s".formatted(method, path, response.body()));
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new LocalRunFailed("The stand-in does not answer at " + endpoint + ".", e);
        }
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(endpoint.resolve("/standin/" + path))
                            .method(
                                    method,
                                    body == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunFailed("Interrupted while asking the stand-in.", e);
        }
    }
}
