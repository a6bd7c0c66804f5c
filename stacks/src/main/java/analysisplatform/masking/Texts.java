package analysisplatform.masking;

import analysisplatform.config.Action;

/** Masks of texts that nobody can pin to a form. */
final class Texts {

    /** The postal mark, of which NFKC makes its circled and its face form too. */
    private static final String POSTAL_MARK_AND_BLANKS = "'^[\\x{3012}\\t ]+'";

    private Texts() {}

    static String of(String raw) {
        return "CAST(" + raw + " AS varchar)";
    }

    /**
     * NFKC first: it turns full-width letters and non-breaking spaces into those that trim and the
     * patterns know.
     */
    static String trimmed(String raw) {
        return "trim(normalize(" + of(raw) + ", NFKC))";
    }

    static Mask prefix(Action.Prefix action, String raw) {
        return Mask.of(
                "regexp_replace(%s, %s)".formatted(trimmed(raw), POSTAL_MARK_AND_BLANKS),
                text ->
                        "CASE WHEN length(%1$s) > %2$d THEN substr(%1$s, 1, %2$d) END"
                                .formatted(text, action.length()));
    }

    static Mask length(String raw) {
        return Mask.of("length(" + of(raw) + ")");
    }

    /** Parsed as a whole first: a path alone would be found in a text that is no JSON behind it. */
    static Mask json(Action.Json action, String raw) {
        String path = action.paths().values().iterator().next();
        return Mask.of("json_extract_scalar(%s, %s)".formatted(parsedJson(raw), Sql.text(path)));
    }

    /** NULL where a text is no JSON. */
    static String parsedJson(String raw) {
        return "TRY(json_parse(" + of(raw) + "))";
    }
}
