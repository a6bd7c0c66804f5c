package analysisplatform.config;

import analysisplatform.config.document.Document;
import analysisplatform.config.document.DocumentReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code kpis.yaml} and the files of SQL beside it, read but not yet believed.
 *
 * @param queries content by the file's name
 */
record KpiFiles(Document document, Map<String, String> queries) {

    static final String FOLDER = "kpis";

    private static final String NAME = "kpis.yaml";

    /** Only asked for when there is a file: most of the reading of a schema is its start. */
    private static final class Reader {
        private static final DocumentReader KPIS =
                DocumentReader.ofSchema("/schema/kpis.schema.json");
    }

    /**
     * @param label the folder's name as problems show it
     * @return empty when the environment has no KPIs
     */
    static Optional<KpiFiles> read(Path folder, String label) {
        Path file = folder.resolve(NAME);
        Path queries = folder.resolve(FOLDER);
        if (!Files.exists(file) && !Files.isDirectory(queries)) {
            return Optional.empty();
        }
        Document document =
                Files.isRegularFile(file)
                        ? Reader.KPIS.read(file, label + "/" + NAME)
                        : Document.unreadable(
                                label + "/" + NAME,
                                "the file is missing, but there is a folder kpis; remove the folder too.");
        return Optional.of(new KpiFiles(document, queries(queries, document)));
    }

    /** Empty when there is no such file. */
    String sql(String file) {
        return queries.getOrDefault(file, "");
    }

    private static Map<String, String> queries(Path folder, Document document) {
        Map<String, String> queries = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return queries;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(KpiFiles::isShown).sorted().toList()) {
                read(file, document, queries);
            }
            return queries;
        } catch (IOException exception) {
            throw new UncheckedIOException("cannot list " + folder, exception);
        }
    }

    private static boolean isShown(Path file) {
        return !file.getFileName().toString().startsWith(".");
    }

    private static void read(Path file, Document document, Map<String, String> queries)
            throws IOException {
        String name = file.getFileName().toString();
        try {
            queries.put(name, Files.isRegularFile(file) ? Files.readString(file) : "");
        } catch (CharacterCodingException exception) {
            document.problem("the file kpis/" + name + " is not UTF-8 text.");
        }
    }
}
