package analysisplatform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON text of plain maps and lists. */
public final class Json {

    private static final ObjectWriter AS_PUT = JsonMapper.builder().build().writer();
    private static final ObjectWriter SORTED =
            AS_PUT.with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private static final ObjectWriter READABLE = AS_PUT.with(printer());

    private Json() {}

    /** Keys in the order in which they were put. */
    public static String text(Object value) {
        return text(AS_PUT, value);
    }

    /** Keys sorted, so that equal content is equal text, and an empty plan. */
    public static String sorted(Object value) {
        return text(SORTED, value);
    }

    /** As {@link #text}, with a line for each key and element, so that a change shows as such. */
    public static String readable(Object value) {
        return text(READABLE, value) + "\n";
    }

    private static PrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    }

    private static String text(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Not a plain map or list: " + value, impossible);
        }
    }
}
