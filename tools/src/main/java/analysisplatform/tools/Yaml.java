package analysisplatform.tools;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Small pieces of YAML. */
final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    /** YAML 1.1 reads these words as something else than text. */
    private static final Set<String> WORDS =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private Yaml() {}

    /** A key or a value that means this text. */
    static String text(String text) {
        boolean isPlain =
                PLAIN.matcher(text).matches()
                        && !text.endsWith(".")
                        && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return isPlain
                ? text
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** A comment's text on one line. */
    static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]", " ");
    }
}
