package analysisplatform.evidence;

import java.util.LinkedHashMap;
import java.util.Map;

/** The same said in both languages of the report. */
record Words(String en, String ja) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("en", en);
        json.put("ja", ja);
        return json;
    }
}
