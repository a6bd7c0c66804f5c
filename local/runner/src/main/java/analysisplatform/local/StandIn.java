package analysisplatform.local;

import analysisplatform.engine.Engine;
import analysisplatform.engine.EngineConfig;
import analysisplatform.engine.SchemaServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AWS on this machine: the extended moto server as a process, and Trino in this one as Athena's
 * engine. Loopback only; {@link #close} ends all of it.
 */
public final class StandIn implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process server;
    private final Engine engine;
    private final SchemaServer schemas;
    private final URI endpoint;
    private final StandInControl control;

    private StandIn(Process server, Engine engine, SchemaServer schemas, URI endpoint, Path log) {
        this.server = server;
        this.engine = engine;
        this.schemas = schemas;
        this.endpoint = endpoint;
        this.control = new StandInControl(endpoint);
        awaitHealth(log);
    }

    /**
     * @param account owner of everything that nobody assumed a role for
     */
    public static StandIn start(Workspace workspace, String account, String region) {
        return start(workspace, account, region, Map.of());
    }

    /**
     * @param settings beside those that make it work, by the names that local/aws/README.md lists
     */
    static StandIn start(
            Workspace workspace, String account, String region, Map<String, String> settings) {
        int port = Ports.free();
        int enginePort = Ports.free();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        SchemaServer schemas = SchemaServer.start(0);
        Path log = workspace.log("aws");
        Map<String, String> variables = new HashMap<>(settings);
        variables.put("MOTO_ACCOUNT_ID", account);
        variables.put("STANDIN_ENGINE_URL", "http://127.0.0.1:" + enginePort);
        variables.put("STANDIN_SCHEMA_URL", schemas.url().toString());
        variables.put("STANDIN_LAMBDA_RIC", functionRuntime(workspace.root()));
        Process server = startServer(workspace, port, variables, log);
        Engine engine = Engine.onAws(new EngineConfig(enginePort, endpoint, region));
        return new StandIn(server, engine, schemas, endpoint, log);
    }

    public URI endpoint() {
        return endpoint;
    }

    public StandInControl control() {
        return control;
    }

    public Engine engine() {
        return engine;
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
        schemas.close();
        engine.close();
    }

    private static Process startServer(
            Workspace workspace, int port, Map<String, String> settings, Path log) {
        Path python = new Python(workspace).interpreter();
        ProcessBuilder builder =
                new ProcessBuilder(
                                python.toString(), "-m", "standin", "--port", String.valueOf(port))
                        .directory(workspace.root().resolve("local/aws").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("TMPDIR", workspace.directory("tmp").toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LocalRunFailed("Cannot start the stand-in for AWS: " + e.getMessage(), e);
        }
    }

    private static String functionRuntime(Path root) {
        Path folder = root.resolve("local/runner/target/function-runtime");
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(java.io.File.pathSeparator));
        } catch (IOException e) {
            throw new LocalRunFailed(
                    "The function's runtime is not in " + folder + "; run mvn package first.", e);
        }
    }

    private void awaitHealth(Path log) {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!control.isHealthy()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                close();
                throw new LocalRunFailed(
                        "The stand-in for AWS did not start; its log is " + log + ".");
            }
            Pause.of(Duration.ofMillis(200));
        }
    }
}
