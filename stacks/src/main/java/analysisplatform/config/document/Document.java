package analysisplatform.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One YAML file with the defaults of its schema filled in, and everything that is wrong with it.
 *
 * <p>Parts that violate the schema stay in the content, so a rule asks for a part with {@link
 * #sound}; it then sees every part that can be judged although another one is broken.
 */
public final class Document {

    private final String file;
    private final JsonNode content;
    private final List<KeyPath> broken;
    private final List<String> problems;

    Document(String file, JsonNode content, List<KeyPath> broken, List<String> problems) {
        this.file = file;
        this.content = content;
        this.broken = List.copyOf(broken);
        this.problems = new ArrayList<>(problems);
    }

    /**
     * A file whose content nobody can judge.
     *
     * @param sentence why, without the file's name
     */
    public static Document unreadable(String file, String sentence) {
        Document document =
                new Document(file, MissingNode.getInstance(), List.of(KeyPath.ROOT), List.of());
        document.problem(sentence);
        return document;
    }

    /** The file's name as problems show it. */
    public String file() {
        return file;
    }

    /** Full sentences, each beginning with the file's name. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * @param sentence about the file as a whole
     */
    public void problem(String sentence) {
        problems.add(file + ": " + sentence);
    }

    /**
     * @param rest what comes after the key, for example {@code is "x", but must be "y".}
     */
    public void problem(KeyPath path, String rest) {
        problem(path + " " + rest);
    }

    /** The value at a path, unless it is absent or anything at, above or below it is broken. */
    public Optional<JsonNode> sound(KeyPath path) {
        boolean isBroken =
                broken.stream().anyMatch(other -> other.leadsTo(path) || path.leadsTo(other));
        return isBroken ? Optional.empty() : at(path);
    }

    /** As {@link #sound} for a text. */
    public Optional<String> text(KeyPath path) {
        return sound(path).map(JsonNode::asText);
    }

    /** The paths of a map's values, whether broken or not; empty when it is no map. */
    public List<String> keys(KeyPath path) {
        List<String> keys = new ArrayList<>();
        at(path).filter(JsonNode::isObject)
                .ifPresent(map -> map.fieldNames().forEachRemaining(keys::add));
        return keys;
    }

    /** The paths of a list's entries, whether broken or not; empty when it is no list. */
    public List<KeyPath> entries(KeyPath path) {
        List<KeyPath> entries = new ArrayList<>();
        at(path).filter(JsonNode::isArray)
                .ifPresent(
                        list -> {
                            for (int index = 0; index < list.size(); index++) {
                                entries.add(path.then(index));
                            }
                        });
        return entries;
    }

    private Optional<JsonNode> at(KeyPath path) {
        JsonNode node = content;
        for (Object part : path.parts()) {
            node = part instanceof Integer index ? node.path(index) : node.path(part.toString());
        }
        return Optional.of(node).filter(found -> !found.isMissingNode());
    }
}
