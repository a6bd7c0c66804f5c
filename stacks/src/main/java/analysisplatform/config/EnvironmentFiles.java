package analysisplatform.config;

import analysisplatform.config.SourceReader.LocatedSource;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.DocumentReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one environment's folder, read but not yet believed.
 *
 * @param folder its name as problems show it
 * @param policies by file name without ending
 * @param strangers files of the masking folder that nobody will read
 * @param kpis empty when the environment has none
 */
record EnvironmentFiles(
        String name,
        String folder,
        Document platform,
        Map<String, Document> policies,
        List<String> strangers,
        Optional<KpiFiles> kpis) {

    private static final DocumentReader PLATFORM =
            DocumentReader.ofSchema("/schema/platform.schema.json");
    private static final DocumentReader MASKING =
            DocumentReader.ofSchema("/schema/masking.schema.json");
    private static final String ENDING = ".yaml";

    static EnvironmentFiles read(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        String name = absolute.getFileName().toString();
        String label = absolute.getParent().getFileName() + "/" + name;
        Document platform = platform(absolute.resolve("platform.yaml"), label + "/platform.yaml");
        Map<String, Document> policies = new LinkedHashMap<>();
        List<String> strangers = new ArrayList<>();
        for (Path file : filesOf(absolute.resolve("masking"))) {
            String fileName = file.getFileName().toString();
            String fileLabel = label + "/masking/" + fileName;
            if (fileName.endsWith(ENDING)) {
                String source = fileName.substring(0, fileName.length() - ENDING.length());
                policies.put(source, MASKING.read(file, fileLabel));
            } else {
                strangers.add(fileLabel);
            }
        }
        addMissing(label, platform, policies);
        return new EnvironmentFiles(
                name, label, platform, policies, strangers, KpiFiles.read(absolute, label));
    }

    private static Document platform(Path file, String label) {
        return Files.isRegularFile(file)
                ? PLATFORM.read(file, label)
                : Document.unreadable(label, "the file is missing.");
    }

    List<LocatedSource> sources() {
        return SourceReader.sources(platform);
    }

    private static List<Path> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException("cannot list " + folder, exception);
        }
    }

    private static void addMissing(
            String label, Document platform, Map<String, Document> policies) {
        platform.entries(SourceReader.SOURCES).stream()
                .flatMap(source -> platform.text(source.then("name")).stream())
                .forEach(name -> policies.computeIfAbsent(name, key -> missing(label, key)));
    }

    private static Document missing(String label, String source) {
        return Document.unreadable(
                label + "/masking/" + source + ENDING,
                "the file is missing; source \"%s\" of platform.yaml needs a masking policy."
                        .formatted(source));
    }
}
