package analysisplatform.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as plain maps, lists, strings, numbers, booleans and nulls. A library is left out on
 * purpose: loading one costs up to a third of a second at every cold start.
 */
final class Json {

    private Json() {}

    /** Empty when the text is null or not one JSON value. */
    static Optional<Object> parse(String text) {
        try {
            return Optional.ofNullable(new JsonReader(text).document());
        } catch (JsonReader.NotJson e) {
            return Optional.empty();
        }
    }

    /** Empty when the text is null or not one JSON value. */
    static Optional<Object> parse(InputStream text) throws IOException {
        return parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    }

    static String write(Object value) {
        StringBuilder json = new StringBuilder();
        write(json, value);
        return json.toString();
    }

    private static void write(StringBuilder json, Object value) {
        if (value instanceof Map<?, ?> object) {
            String separator = "{";
            for (Map.Entry<?, ?> field : object.entrySet()) {
                json.append(separator);
                text(json, String.valueOf(field.getKey()));
                json.append(':');
                write(json, field.getValue());
                separator = ",";
            }
            json.append(object.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> array) {
            String separator = "";
            json.append('[');
            for (Object element : array) {
                json.append(separator);
                write(json, element);
                separator = ",";
            }
            json.append(']');
        } else if (value == null || value instanceof Boolean || value instanceof Number) {
            json.append(value);
        } else {
            text(json, value.toString());
        }
    }

    private static void text(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append("\\u").append(Integer.toHexString(c | 0x10000), 1, 5);
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
