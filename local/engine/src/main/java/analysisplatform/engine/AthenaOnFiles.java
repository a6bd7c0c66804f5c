package analysisplatform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs statements that are written for Athena on an engine on local files. */
public final class AthenaOnFiles {

    /** Athena knows this property of a table, the open engine does not. */
    private static final String ATHENA_ONLY = "write_compression = 'ZSTD', ";

    /**
     * No rows make no file, hence no folder, and the catalogue on files refuses a location without
     * one. S3 has no folders.
     */
    private static final String NO_FOLDER = "External table location does not exist";

    private static final Pattern CREATE_AS =
            Pattern.compile(
                    "CREATE TABLE (\\S+)\\s+WITH \\(.*?external_location = '([^']+)'\\) AS\\s+(.*)",
                    Pattern.DOTALL);

    private final Engine engine;

    public AthenaOnFiles(Engine engine) {
        this.engine = engine;
    }

    /**
     * @throws QueryFailed as {@link Engine#execute}
     */
    public QueryResult run(String statement) {
        String portable = statement.replace(ATHENA_ONLY, "");
        try {
            return engine.execute(portable);
        } catch (QueryFailed failure) {
            Matcher create = CREATE_AS.matcher(portable);
            if (String.valueOf(failure.getMessage()).contains(NO_FOLDER) && create.matches()) {
                return createWithoutRows(create.group(1), create.group(2), create.group(3));
            }
            throw failure;
        }
    }

    private QueryResult createWithoutRows(String table, String location, String query) {
        QueryResult nothing = engine.execute(query);
        try {
            Files.createDirectories(Path.of(location.replaceFirst("^file://", "")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + location, e);
        }
        engine.execute(
                "CREATE TABLE %s (%s) WITH (external_location = '%s')"
                        .formatted(table, String.join(", ", columns(nothing)), location));
        return nothing;
    }

    private static List<String> columns(QueryResult result) {
        return result.columns().stream()
                .map(column -> '"' + column.name() + "\" " + column.type())
                .toList();
    }
}
