package analysisplatform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one engine of all tests in this process: starting one takes ten seconds. */
final class SharedEngine {

    private static final Path FOLDER = temporaryFolder();
    private static final Engine ENGINE = start();

    private SharedEngine() {}

    static Engine engine() {
        return ENGINE;
    }

    /** A place of its own for the data of one test. */
    static Path folder(String name) {
        try {
            return Files.createDirectories(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String location(Path folder) {
        return "file://" + folder;
    }

    private static Engine start() {
        Engine engine = Engine.onFiles(FOLDER.resolve("warehouse"));
        engine.execute("CREATE SCHEMA tests");
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
        return engine;
    }

    private static Path temporaryFolder() {
        try {
            // below target, so that "clean" removes it
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "engine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
