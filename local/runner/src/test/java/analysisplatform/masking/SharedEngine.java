package analysisplatform.masking;

import analysisplatform.engine.Engine;
import analysisplatform.engine.QueryFailed;
import analysisplatform.engine.QueryResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one engine of all masking tests: starting one takes ten seconds. It is no JUnit extension
 * because jqwik's properties know none.
 */
final class SharedEngine {

    /** Athena knows this property of a table, the open engine does not. */
    private static final String ATHENA_ONLY = "write_compression = 'SNAPPY', ";

    /**
     * No rows make no file, hence no folder, and the catalogue on files refuses a location without
     * one. S3 has no folders.
     */
    private static final String NO_FOLDER = "External table location does not exist";

    private static final Pattern CREATE_AS =
            Pattern.compile(
                    "CREATE TABLE (\\S+)\\s+WITH \\(.*?external_location = '([^']+)'\\) AS\\s+(.*)",
                    Pattern.DOTALL);

    private static final Path FOLDER = temporaryFolder();
    private static final Engine ENGINE = start();

    private SharedEngine() {}

    static Engine engine() {
        return ENGINE;
    }

    static QueryResult run(String statement) {
        String portable = statement.replace(ATHENA_ONLY, "");
        try {
            return ENGINE.execute(portable);
        } catch (QueryFailed failure) {
            Matcher create = CREATE_AS.matcher(portable);
            if (String.valueOf(failure.getMessage()).contains(NO_FOLDER) && create.matches()) {
                return createWithoutRows(create.group(1), create.group(2), create.group(3));
            }
            throw failure;
        }
    }

    /** Names and types of a result, in the words of a policy. */
    static List<String> columns(QueryResult result) {
        return result.columns().stream()
                .map(column -> column.name() + " " + column.type().replace(", ", ","))
                .toList();
    }

    private static QueryResult createWithoutRows(String table, String location, String query) {
        QueryResult nothing = ENGINE.execute(query);
        try {
            Files.createDirectories(Path.of(URI.create(location)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ENGINE.execute(
                "CREATE TABLE %s (%s) WITH (external_location = '%s')"
                        .formatted(table, String.join(", ", columns(nothing)), location));
        return nothing;
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
