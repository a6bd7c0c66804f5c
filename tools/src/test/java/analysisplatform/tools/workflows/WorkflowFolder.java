package analysisplatform.tools.workflows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder {@code .github}: workflows, actions of our own, scripts. */
record WorkflowFolder(Path root) {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    /** A step, and where it stands. */
    record Step(String place, JsonNode node, List<JsonNode> before) {

        String run() {
            return node.path("run").asText();
        }

        String uses() {
            return node.path("uses").asText();
        }
    }

    /** File name and content. */
    TreeMap<String, JsonNode> workflows() {
        TreeMap<String, JsonNode> workflows = new TreeMap<>();
        for (Path file : list(root.resolve("workflows"))) {
            workflows.put(file.getFileName().toString(), read(file));
        }
        return workflows;
    }

    /** Folder and content. */
    TreeMap<String, JsonNode> actions() {
        TreeMap<String, JsonNode> actions = new TreeMap<>();
        for (Path folder : list(root.resolve("actions"))) {
            actions.put(folder.getFileName().toString(), read(folder.resolve("action.yml")));
        }
        return actions;
    }

    /**
     * @param uses as a step or job writes it
     */
    Optional<JsonNode> local(String uses) {
        String path = uses.replaceFirst("^\\./\\.github/", "");
        Path file = root.resolve(path);
        Path found = Files.isDirectory(file) ? file.resolve("action.yml") : file;
        return Files.isRegularFile(found) ? Optional.of(read(found)) : Optional.empty();
    }

    /** Of all workflows and actions. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        workflows()
                .forEach(
                        (file, workflow) ->
                                workflow.path("jobs")
                                        .properties()
                                        .forEach(
                                                job ->
                                                        steps.addAll(
                                                                steps(
                                                                        file + ": " + job.getKey(),
                                                                        job.getValue()))));
        actions().forEach((name, action) -> steps.addAll(steps(name, action.path("runs"))));
        return steps;
    }

    static List<Step> steps(String place, JsonNode owner) {
        List<Step> steps = new ArrayList<>();
        List<JsonNode> before = new ArrayList<>();
        for (JsonNode node : owner.path("steps")) {
            steps.add(new Step(place + ", step " + (before.size() + 1), node, List.copyOf(before)));
            before.add(node);
        }
        return steps;
    }

    List<Path> scripts() {
        return list(root.resolve("scripts"));
    }

    String text(String file) {
        return text(root.resolve(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
