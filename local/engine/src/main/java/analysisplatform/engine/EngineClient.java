package analysisplatform.engine;

import analysisplatform.engine.QueryResult.Column;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs statements on an engine over Trino's HTTP protocol, so the engine may be another process.
 *
 * <p>Values come as Boolean, Integer, Long, Float, Double, BigDecimal, String, byte[], LocalDate
 * and LocalDateTime; arrays, maps and rows as their JSON. Times are UTC.
 */
public final class EngineClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI baseUrl;
    private final Optional<String> schema;

    private EngineClient(URI baseUrl, Optional<String> schema) {
        this.baseUrl = baseUrl;
        this.schema = schema;
    }

    /** A client whose statements must name the schema of each table. */
    public static EngineClient of(URI baseUrl) {
        return new EngineClient(baseUrl, Optional.empty());
    }

    /** The same client with a schema for table names that have none. */
    public EngineClient inSchema(String name) {
        return new EngineClient(baseUrl, Optional.of(name));
    }

    /**
     * Runs one statement to its end.
     *
     * @throws QueryFailed when the engine refuses the statement or gives up on it
     * @throws EngineUnreachable when there is no engine
     */
    public QueryResult execute(String sql) {
        List<Column> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        JsonNode page = send(statement(sql));
        while (true) {
            failOnError(page);
            if (columns.isEmpty()) {
                columns.addAll(columns(page));
            }
            page.path("data").forEach(row -> rows.add(row(columns, row)));
            if (!page.has("nextUri")) {
                return new QueryResult(columns, rows, bytesRead(page));
            }
            page = send(next(page.get("nextUri").asText()));
        }
    }

    private HttpRequest statement(String sql) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(baseUrl.resolve("/v1/statement"))
                        .header("X-Trino-User", "local")
                        .header("X-Trino-Catalog", Engine.CATALOG)
                        .header("X-Trino-Time-Zone", "UTC")
                        .header("X-Trino-Client-Capabilities", "PARAMETRIC_DATETIME")
                        .POST(BodyPublishers.ofString(sql));
        schema.ifPresent(name -> request.header("X-Trino-Schema", name));
        return request.build();
    }

    private static HttpRequest next(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).header("X-Trino-User", "local").build();
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
                throw new EngineUnreachable(
                        baseUrl, "answered status " + response.statusCode(), null);
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new EngineUnreachable(baseUrl, "did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnreachable(baseUrl, "was given up, the thread was interrupted", e);
        }
    }

    private static long bytesRead(JsonNode page) {
        return page.path("stats").path("physicalInputBytes").asLong();
    }

    private static void failOnError(JsonNode page) {
        JsonNode error = page.path("error");
        if (!error.isMissingNode()) {
            throw new QueryFailed(error.path("errorName").asText(), error.path("message").asText());
        }
    }

    private static List<Column> columns(JsonNode page) {
        List<Column> columns = new ArrayList<>();
        page.path("columns")
                .forEach(
                        column ->
                                columns.add(
                                        new Column(
                                                column.get("name").asText(),
                                                column.get("type").asText())));
        return columns;
    }

    private static Row row(List<Column> columns, JsonNode cells) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            values.put(column.name(), ResultValue.of(column.type(), cells.get(i)));
        }
        return new Row(values);
    }
}
