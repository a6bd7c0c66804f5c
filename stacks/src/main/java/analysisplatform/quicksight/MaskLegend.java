package analysisplatform.quicksight;

import analysisplatform.config.Environment;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.json.Literal;
import analysisplatform.words.MaskWords;
import analysisplatform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the masks of an environment mean, in the markup of QuickSight's text boxes. */
final class MaskLegend {

    private static final String TITLE = "マスクの意味 / What the masks mean";
    private static final String WITHHELD =
            "一覧にない列は公開されません。 / A column that nobody classified is not published.";

    private MaskLegend() {}

    /** One line per mask that is in use, by its name in the masking files. */
    static String of(Environment environment) {
        Map<String, String> meanings = new TreeMap<>();
        environment.policies().values().forEach(policy -> meanings.putAll(meanings(policy)));
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + TITLE + "</b>");
        meanings.forEach((mask, meaning) -> lines.add("<b>" + mask + "</b> " + escaped(meaning)));
        lines.add(escaped(WITHHELD));
        return Literal.text("<text-box>" + String.join("<br/>", lines) + "</text-box>");
    }

    private static Map<String, String> meanings(MaskingPolicy policy) {
        MaskWords words = MaskWords.of(policy);
        Map<String, String> meanings = new TreeMap<>();
        policy.tables().values().stream()
                .flatMap(table -> table.columns().values().stream())
                .map(MaskingPolicy.ColumnPolicy::action)
                .forEach(action -> meanings.put(action.keyword(), both(words.of(action).mask())));
        return meanings;
    }

    private static String both(Words words) {
        return words.ja() + " / " + words.en();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
