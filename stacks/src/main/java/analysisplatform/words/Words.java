package analysisplatform.words;

import analysisplatform.config.Language;
import java.util.LinkedHashMap;
import java.util.Map;

/** The same said in English and in Japanese. */
public record Words(String en, String ja) {

    static final Words NONE = new Words("", "");

    /** What one reader is shown. */
    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case JA -> ja;
        };
    }

    /** Both, under the names of the languages. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("en", en);
        json.put("ja", ja);
        return json;
    }

    boolean areNone() {
        return equals(NONE);
    }
}
