package analysisplatform.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What an update changes of a resource, by the names that Terraform uses. */
final class ChangedAttributes {

    private static final int SHOWN_CHARACTERS = 80;
    private static final String ABSENT = "nothing";

    private final JsonNode change;

    private ChangedAttributes(JsonNode change) {
        this.change = change;
    }

    /**
     * @param change of a plan as {@code terraform show -json} writes it
     */
    static List<String> of(JsonNode change) {
        return new ChangedAttributes(change).words();
    }

    private List<String> words() {
        Set<String> names = new TreeSet<>();
        change.path("before").fieldNames().forEachRemaining(names::add);
        change.path("after").fieldNames().forEachRemaining(names::add);
        change.path("after_unknown").fieldNames().forEachRemaining(names::add);
        List<String> words = new ArrayList<>();
        for (String name : names) {
            if (changes(name) && !followsFromReplacing(name)) {
                words.add(Markdown.code(name) + " " + values(name) + reason(name));
            }
        }
        return words;
    }

    private boolean changes(String name) {
        return isUnknown(name)
                || !Objects.equals(
                        orNull(change.path("before").get(name)),
                        orNull(change.path("after").get(name)));
    }

    /** Of a resource that is made anew, every computed attribute is unknown. */
    private boolean followsFromReplacing(String name) {
        return change.has("replace_paths") && isUnknown(name) && !forces(name);
    }

    private String values(String name) {
        if (isSensitive("before_sensitive", name) || isSensitive("after_sensitive", name)) {
            return "(sensitive)";
        }
        String before = value(change.path("before").path(name));
        if (isUnknown(name)) {
            return before + " → known only after the deployment";
        }
        return before + " → " + value(change.path("after").path(name));
    }

    private String reason(String name) {
        return forces(name) ? " **makes it anew**" : "";
    }

    private boolean forces(String name) {
        for (JsonNode path : change.path("replace_paths")) {
            if (path.path(0).asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnknown(String name) {
        return holdsTrue(change.path("after_unknown").path(name));
    }

    private boolean isSensitive(String side, String name) {
        JsonNode marks = change.path(side);
        return marks.asBoolean(false) || holdsTrue(marks.path(name));
    }

    private static boolean holdsTrue(JsonNode marks) {
        if (marks.isBoolean()) {
            return marks.asBoolean();
        }
        for (JsonNode mark : marks) {
            if (holdsTrue(mark)) {
                return true;
            }
        }
        return false;
    }

    private static String value(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return ABSENT;
        }
        if (value.isContainerNode()) {
            return "%d entries".formatted(value.size());
        }
        String text = value.asText();
        return text.length() <= SHOWN_CHARACTERS
                ? Markdown.code(text)
                : "%,d characters".formatted(text.length());
    }

    private static JsonNode orNull(JsonNode value) {
        return value == null || value.isNull() ? null : value;
    }
}
