package analysisplatform.engine;

import io.trino.plugin.hive.HiveConnectorFactory;
import io.trino.server.testing.TestingTrinoServer;
import io.trino.spi.Plugin;
import io.trino.spi.connector.ConnectorFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A Trino coordinator in this process whose catalogue has Athena's name, so that the SQL that runs
 * here is the SQL that is deployed.
 *
 * <p>Starting takes about ten seconds: share one engine among tests. It listens on 127.0.0.1 only,
 * and limits the log of the whole JVM to what is severe.
 */
public final class Engine implements AutoCloseable {

    /** The catalogue's name, as in Athena. */
    public static final String CATALOG = "awsdatacatalog";

    private final TestingTrinoServer server;
    private final EngineClient client;

    private Engine(int port, Map<String, String> hiveProperties) {
        EngineLog.silence();
        server = TestingTrinoServer.builder().setProperties(properties(port)).build();
        server.installPlugin(new HivePlugin());
        server.createCatalog(CATALOG, "hive", hiveProperties);
        client = EngineClient.of(server.getBaseUrl());
    }

    /** Looking after what ended long ago took a fifth of the engine's time. */
    private static Map<String, String> properties(int port) {
        return Map.of(
                "http-server.http.port", String.valueOf(port),
                "task.info.max-age", "10s",
                "query.max-history", "10");
    }

    /** An engine on the S3 and the Glue catalogue behind one endpoint. */
    public static Engine onAws(EngineConfig config) {
        return new Engine(config.port(), HiveProperties.onAws(config));
    }

    /**
     * An engine on local files; tables elsewhere are reached by locations that start with {@code
     * file:///}. The location of a CREATE TABLE AS must not exist yet. Unlike on S3, a CREATE TABLE
     * AS without a row fails: nothing is written, so its location is not there to be catalogued.
     *
     * @param warehouse holds the catalogue and the managed tables; created when absent
     */
    public static Engine onFiles(Path warehouse) {
        try {
            Files.createDirectories(warehouse);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the warehouse " + warehouse, e);
        }
        return new Engine(0, HiveProperties.onFiles(warehouse.toAbsolutePath()));
    }

    /** Where the engine answers, for example {@code http://127.0.0.1:5602}. */
    public URI baseUrl() {
        return server.getBaseUrl();
    }

    public EngineClient client() {
        return client;
    }

    /**
     * Runs one statement to its end.
     *
     * @throws QueryFailed when the engine refuses the statement or gives up on it
     */
    public QueryResult execute(String sql) {
        return client.execute(sql);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The engine did not stop", e);
        }
    }

    private static final class HivePlugin implements Plugin {
        @Override
        public Iterable<ConnectorFactory> getConnectorFactories() {
            return List.of(new HiveConnectorFactory());
        }
    }
}
