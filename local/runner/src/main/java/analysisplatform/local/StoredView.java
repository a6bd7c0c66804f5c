package analysisplatform.local;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.Table;

/** A view as the catalogue keeps it: Athena's and Trino's own form, in Base64. */
final class StoredView {

    private static final Pattern TEXT = Pattern.compile("/\\* Presto View: (\\S+) \\*/");
    private static final Pattern RUN = Pattern.compile("__(\\w+)");

    private StoredView() {}

    /** The run that each view reads, by the view's name. */
    static Map<String, String> runs(List<Table> views) {
        Map<String, String> runs = new TreeMap<>();
        views.forEach(view -> runs.put(view.name(), first(RUN, definition(view))));
        return runs;
    }

    private static String definition(Table view) {
        byte[] text = Base64.getDecoder().decode(first(TEXT, view.viewOriginalText()));
        return new String(text, StandardCharsets.UTF_8);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new LocalRunFailed("A view has no " + pattern + ": " + text);
        }
        return matcher.group(1);
    }
}
