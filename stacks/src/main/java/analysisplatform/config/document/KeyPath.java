package analysisplatform.config.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a value stands in a document, as people write it: {@code sources[0].account}.
 *
 * @param parts {@link String} for a key, {@link Integer} for an index
 */
public record KeyPath(List<Object> parts) {

    /** The whole document. */
    public static final KeyPath ROOT = new KeyPath(List.of());

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]+");

    public KeyPath {
        parts = List.copyOf(parts);
    }

    public static KeyPath of(Object... parts) {
        return new KeyPath(List.of(parts));
    }

    public KeyPath then(Object part) {
        List<Object> longer = new ArrayList<>(parts);
        longer.add(part);
        return new KeyPath(longer);
    }

    /** Whether this path is {@code other} or leads to it. */
    boolean leadsTo(KeyPath other) {
        return parts.size() <= other.parts.size()
                && other.parts.subList(0, parts.size()).equals(parts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Integer) {
                text.append('[').append(part).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(key(part.toString()));
            }
        }
        return text.toString();
    }

    private static String key(String name) {
        return PLAIN_KEY.matcher(name).matches() ? name : "\"" + name + "\"";
    }
}
