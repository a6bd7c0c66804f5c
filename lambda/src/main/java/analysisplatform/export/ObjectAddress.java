package analysisplatform.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One object, written as {@code s3://bucket/key}. */
record ObjectAddress(String bucket, String key) {

    private static final Pattern FORM = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61})/(.+)");

    static ObjectAddress of(Fields fields, String name) {
        Matcher matcher = FORM.matcher(fields.text(name, FORM));
        if (!matcher.matches()) {
            throw new IllegalStateException("Fields let only this form pass.");
        }
        return new ObjectAddress(matcher.group(1), matcher.group(2));
    }

    String uri() {
        return "s3://" + bucket + "/" + key;
    }
}
