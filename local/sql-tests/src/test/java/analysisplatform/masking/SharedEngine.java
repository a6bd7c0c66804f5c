package analysisplatform.masking;

import analysisplatform.engine.AthenaOnFiles;
import analysisplatform.engine.Engine;
import analysisplatform.engine.QueryResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The one engine of all masking tests: starting one takes ten seconds. It is no JUnit extension
 * because jqwik's properties know none.
 */
final class SharedEngine {

    private static final Path FOLDER = temporaryFolder();
    private static final Engine ENGINE = start();
    private static final AthenaOnFiles ATHENA = new AthenaOnFiles(ENGINE);

    private SharedEngine() {}

    static Engine engine() {
        return ENGINE;
    }

    static QueryResult run(String statement) {
        return ATHENA.run(statement);
    }

    /** Names and types of a result, in the words of a policy. */
    static List<String> columns(QueryResult result) {
        return result.columns().stream()
                .map(column -> column.name() + " " + column.type().replace(", ", ","))
                .toList();
    }

    /** A place that does not exist yet. */
    static Path place(String name) {
        return FOLDER.resolve(name);
    }

    private static Engine start() {
        Engine engine = Engine.onFiles(FOLDER.resolve("warehouse"));
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
        return engine;
    }

    private static Path temporaryFolder() {
        try {
            // below target, so that "clean" removes it
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "masking");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
