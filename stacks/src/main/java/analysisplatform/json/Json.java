package analysisplatform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON text of plain maps and lists. */
public final class Json {

    private static final ObjectWriter AS_PUT = JsonMapper.builder().build().writer();
    private static final ObjectWriter SORTED =
            AS_PUT.with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /** Keys in the order in which they were put. */
    public static String text(Object value) {
        return text(AS_PUT, value);
    }

    /** Keys sorted, so that equal content is equal text, and an empty plan. */
    public static String sorted(Object value) {
        return text(SORTED, value);
    }

    private static String text(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Not a plain map or list: " + value, impossible);
        }
    }
}
