package analysisplatform.config;

import analysisplatform.config.SourceReader.LocatedSource;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.DocumentReader;
import analysisplatform.config.document.KeyPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of one environment's folder, read but not yet believed.
 *
 * @param folder its name as problems show it
 * @param policies by file name without ending
 * @param strangers files of the masking folder that nobody will read
 */
record EnvironmentFiles(
        String name,
        String folder,
        Document platform,
        Map<String, Document> policies,
        List<String> strangers) {

    private static final DocumentReader PLATFORM =
            DocumentReader.ofSchema("/schema/platform.schema.json");
    private static final DocumentReader MASKING =
            DocumentReader.ofSchema("/schema/masking.schema.json");
    private static final String ENDING = ".yaml";

    static EnvironmentFiles read(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        String label = absolute.getParent().getFileName() + "/" + absolute.getFileName();
        Path file = absolute.resolve("platform.yaml");
        String platformLabel = label + "/platform.yaml";
        Document platform =
                Files.isRegularFile(file)
                        ? PLATFORM.read(file, platformLabel)
                        : Document.unreadable(platformLabel, "the file is missing.");
        Map<String, Document> policies = new LinkedHashMap<>();
        List<String> strangers = new ArrayList<>();
        for (Path policy : filesOf(absolute.resolve("masking"))) {
            String name = policy.getFileName().toString();
            String policyLabel = label + "/masking/" + name;
            if (name.endsWith(ENDING)) {
                policies.put(
                        name.substring(0, name.length() - ENDING.length()),
                        MASKING.read(policy, policyLabel));
            } else {
                strangers.add(policyLabel);
            }
        }
        addMissing(label, platform, policies);
        return new EnvironmentFiles(
                absolute.getFileName().toString(), label, platform, policies, strangers);
    }

    List<LocatedSource> sources() {
        return SourceReader.sources(platform);
    }

    private static List<Path> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException("cannot list " + folder, exception);
        }
    }

    private static void addMissing(
            String label, Document platform, Map<String, Document> policies) {
        for (KeyPath source : platform.entries(SourceReader.SOURCES)) {
            platform.text(source.then("name"))
                    .ifPresent(
                            name ->
                                    policies.computeIfAbsent(
                                            name,
                                            key ->
                                                    Document.unreadable(
                                                            label + "/masking/" + name + ENDING,
                                                            "the file is missing; source \"%s\" of platform.yaml needs a masking policy."
                                                                    .formatted(name))));
        }
    }
}
