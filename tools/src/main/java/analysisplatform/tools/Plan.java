package analysisplatform.tools;

import analysisplatform.tools.PlannedChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What Terraform would do to one stack.
 *
 * @param changes worst first
 */
record Plan(String stack, List<PlannedChange> changes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> REPLACED = Set.of("create", "delete");

    Plan {
        changes =
                changes.stream()
                        .sorted(
                                Comparator.comparing(PlannedChange::kind)
                                        .thenComparing(PlannedChange::address))
                        .toList();
    }

    /**
     * @param file what {@code terraform show -json} wrote of a plan
     */
    static Plan read(String stack, Path file) {
        try {
            return of(stack, JSON.readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw ToolFailed.usage(
                    "%s: is not the JSON of a plan: %s %s"
                            .formatted(
                                    file,
                                    unreadable.getClass().getSimpleName(),
                                    firstLine(unreadable.getMessage())));
        }
    }

    static Plan of(String stack, JsonNode json) {
        if (!json.has("format_version") || !json.has("terraform_version")) {
            throw ToolFailed.usage(
                    "The plan of "
                            + stack
                            + " has no format_version: give what terraform show -json writes.");
        }
        if (json.path("errored").asBoolean()) {
            throw ToolFailed.usage(
                    "The plan of " + stack + " ended with an error, so it is not whole.");
        }
        List<PlannedChange> changes = new ArrayList<>();
        for (JsonNode resource : json.path("resource_changes")) {
            kind(resource.path("change")).ifPresent(kind -> changes.add(change(resource, kind)));
        }
        return new Plan(stack, changes);
    }

    private static PlannedChange change(JsonNode resource, Kind kind) {
        boolean compared = kind == Kind.UPDATE || kind == Kind.REPLACE;
        return new PlannedChange(
                resource.path("address").asText(),
                resource.path("type").asText(),
                kind,
                compared ? ChangedAttributes.of(resource.path("change")) : List.of());
    }

    private static Optional<Kind> kind(JsonNode change) {
        List<String> actions =
                StreamSupport.stream(change.path("actions").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
        if (new HashSet<>(actions).equals(REPLACED)) {
            return Optional.of(Kind.REPLACE);
        }
        return switch (String.join(",", actions)) {
            case "no-op" -> change.has("importing") ? Optional.of(Kind.IMPORT) : Optional.empty();
            case "read" -> Optional.empty();
            case "create" -> Optional.of(Kind.CREATE);
            case "update" -> Optional.of(Kind.UPDATE);
            case "delete" -> Optional.of(Kind.DESTROY);
            case "forget" -> Optional.of(Kind.FORGET);
            default ->
                    throw ToolFailed.usage(
                            "The plan has the actions " + actions + ", which are not known here.");
        };
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
