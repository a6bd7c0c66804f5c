package analysisplatform.quicksight;

import java.util.LinkedHashMap;
import java.util.Map;

/** Nested blocks in Terraform's JSON. */
final class Blocks {

    private Blocks() {}

    /** Keys and values in turn; the order stays. */
    static Map<String, Object> block(Object... keysAndValues) {
        Map<String, Object> block = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            block.put((String) keysAndValues[index], keysAndValues[index + 1]);
        }
        return block;
    }
}
