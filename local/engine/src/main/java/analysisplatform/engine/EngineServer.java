package analysisplatform.engine;

import java.io.PrintStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The engine and its schema endpoint as a process of their own: {@code EngineServer --port N
 * --schema-port M --endpoint URL --region R [--owner PID]}. Prints one line {@code READY <engine
 * URL> <schema URL>} on standard output, then runs until it is killed or the owner's process ends.
 */
public final class EngineServer {

    private static final String USAGE =
            "Usage: EngineServer --port N --schema-port M --endpoint URL --region R [--owner PID]";
    private static final Set<String> REQUIRED =
            Set.of("--port", "--schema-port", "--endpoint", "--region");
    private static final String OWNER = "--owner";

    private EngineServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> options = options(List.of(arguments));
        // Libraries below may print; the READY line must stay alone on standard output.
        PrintStream out = System.out;
        System.setOut(System.err);
        if (options.containsKey(OWNER)) {
            endWith(Long.parseLong(options.get(OWNER)));
        }
        Engine engine =
                Engine.onAws(
                        new EngineConfig(
                                Integer.parseInt(options.get("--port")),
                                URI.create(options.get("--endpoint")),
                                options.get("--region")));
        SchemaServer schemas = SchemaServer.start(Integer.parseInt(options.get("--schema-port")));
        out.println("READY " + engine.baseUrl() + " " + schemas.url());
        out.flush();
        new CountDownLatch(1).await();
    }

    static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        boolean known =
                options.keySet().stream()
                        .allMatch(name -> REQUIRED.contains(name) || name.equals(OWNER));
        if (arguments.size() % 2 != 0 || !known || !options.keySet().containsAll(REQUIRED)) {
            throw new IllegalArgumentException(USAGE);
        }
        return options;
    }

    /** Nobody should find an orphan of a gigabyte on a laptop. */
    private static void endWith(long pid) {
        ProcessHandle.of(pid)
                .map(ProcessHandle::onExit)
                .ifPresentOrElse(
                        exit -> exit.thenRun(() -> Runtime.getRuntime().halt(0)),
                        () -> Runtime.getRuntime().halt(0));
    }
}
