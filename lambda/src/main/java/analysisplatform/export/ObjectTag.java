package analysisplatform.export;

import java.util.regex.Pattern;

/** What S3 keeps beside an object, and policies can ask for. */
record ObjectTag(String key, String value) {

    private static final Pattern WORD = Pattern.compile("[a-z]{1,128}");

    static ObjectTag of(Fields fields) {
        return new ObjectTag(fields.text("key", WORD), fields.text("value", WORD));
    }
}
