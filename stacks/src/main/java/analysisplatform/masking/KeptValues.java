package analysisplatform.masking;

import analysisplatform.config.Action;

/** Masks that keep a value and repair the type that the export lost. */
final class KeptValues {

    private static final String UUID = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";

    /** In characters; no type of a decimal holds more than 38 digits. */
    private static final int LONGEST_NUMBER = 1000;

    private KeptValues() {}

    static Mask kept(Action.Keep action, String raw, Moments moments) {
        return switch (action.type()) {
            case "date" -> moments.date(raw);
            case "timestamp(3)" -> moments.timestamp(raw);
            case "uuid" ->
                    Mask.of("regexp_extract(lower(%s), %s)".formatted(Texts.trimmed(raw), UUID));
            case "json" ->
                    Mask.of(
                            "CASE WHEN %s IS NOT NULL THEN %s END"
                                    .formatted(Texts.parsedJson(raw), Texts.of(raw)));
            default ->
                    Mask.of(
                            action.type().startsWith("decimal")
                                    ? decimal(raw, action.type())
                                    : "TRY_CAST(" + raw + " AS " + action.type() + ")");
        };
    }

    /** The cast's time grows with the square of the digits: half a minute for a million. */
    private static String decimal(String raw, String type) {
        return "CASE WHEN length(CAST(%1$s AS varchar)) <= %2$d THEN TRY_CAST(%1$s AS %3$s) END"
                .formatted(raw, LONGEST_NUMBER, type);
    }
}
