package analysisplatform.classify;

import analysisplatform.config.MaskingPolicy.DataClass;
import java.util.Locale;

/**
 * A guess about one column, for a person to confirm.
 *
 * @param action as it stands in a policy's column, for example {@code action: prefix, length: 3}
 * @param why one phrase
 */
public record Suggestion(DataClass dataClass, String action, String why) {

    /** The class as a policy writes it. */
    public String className() {
        return dataClass.name().toLowerCase(Locale.ROOT);
    }

    /** The column's policy that withholds it, whatever the guess: {@code {class: quasi, ...}}. */
    public String withheld() {
        return "{class: %s, %s}".formatted(className(), Rule.DROP);
    }

    /** The column's policy as suggested. */
    public String suggested() {
        return "{class: %s, %s}".formatted(className(), action);
    }

    /** Whether withholding is all that is suggested. */
    public boolean isWithheld() {
        return action.equals(Rule.DROP);
    }
}
