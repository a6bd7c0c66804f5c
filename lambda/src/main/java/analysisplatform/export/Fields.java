package analysisplatform.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of one JSON object of the request, read strictly: a field that is absent, of another
 * type or of another form is an {@link InvalidRequest} that names it.
 */
record Fields(String path, Map<?, ?> values) {

    static Fields of(String path, Object value) {
        if (value instanceof Map<?, ?> values) {
            return new Fields(path, values);
        }
        throw new InvalidRequest("The request's " + path + " must be a JSON object.");
    }

    /** Whether at least one of the fields is there; null and the empty string count as absent. */
    boolean hasAny(String... names) {
        return Stream.of(names)
                .map(values::get)
                .anyMatch(value -> value != null && !"".equals(value));
    }

    Fields object(String name) {
        return of(at(name), values.get(name));
    }

    /** Absent, null and an object without fields mean the same. */
    Optional<Fields> optionalObject(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof Map<?, ?> object && object.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(object(name));
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name, "a non-empty string"));
    }

    String text(String name, Pattern form) {
        return checked(name, text(name), form);
    }

    /** Absent, null and the empty string mean the same. */
    Optional<String> optionalText(String name) {
        Object value = values.get(name);
        if (value == null || "".equals(value)) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw wrong(name, "a string");
    }

    Optional<String> optionalText(String name, Pattern form) {
        return optionalText(name).map(value -> checked(name, value, form));
    }

    int positive(String name) {
        if (values.get(name) instanceof Integer number && number > 0) {
            return number;
        }
        throw wrong(name, "a whole number above zero");
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : array(name)) {
            if (!(element instanceof String text)) {
                throw wrong(name, "an array of strings");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object element : array(name)) {
            objects.add(of(at(name) + "[" + objects.size() + "]", element));
        }
        return List.copyOf(objects);
    }

    InvalidRequest wrong(String name, String allowed) {
        return new InvalidRequest("The request's " + at(name) + " must be " + allowed + ".");
    }

    private List<?> array(String name) {
        if (values.get(name) instanceof List<?> array) {
            return array;
        }
        throw wrong(name, "an array");
    }

    private String checked(String name, String value, Pattern form) {
        if (form.matcher(value).matches()) {
            return value;
        }
        throw new InvalidRequest(
                "The request's %s is '%s' but must match %s.".formatted(at(name), value, form));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
