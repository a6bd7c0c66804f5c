package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.PersonalPattern;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What personal data looks like in text, as conditions of Trino.
 *
 * <p>They read text in lower case after NFKC, which turns full-width letters and digits into plain
 * ones but leaves several dashes as they are. Digits count only where they are a number of their
 * own: not inside a longer number, a decimal fraction, an identifier or a UUID.
 */
final class PersonalPatterns {

    /**
     * Hyphens and dashes, the minus sign, the bars of tables and the long-vowel mark of katakana,
     * all of which are typed into Japanese telephone numbers.
     */
    private static final String DASH = "\\-\\x{2010}-\\x{2015}\\x{2212}\\x{30FC}\\x{2500}\\x{2501}";

    private static final String GAP = "[" + DASH + " ]";
    private static final String PHONE_GAP = "[" + DASH + " ()]{1,2}";
    private static final String BEGIN = "(?<![0-9a-z]|[0-9][" + DASH + ".,])";
    private static final String END = "(?![0-9a-z]|[" + DASH + ".,][0-9])";

    /** Whatever no pattern can match is not looked at five times. */
    private static final String ANY = "@|[0-9]{3}|\\+[1-9]";

    private static final String MAIL =
            "[a-z0-9_.%+'\"-]@(?:[\\p{L}\\p{N}-]+\\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)";

    /** Area codes of one to four digits, toll-free numbers, mobile numbers, and with a plus. */
    private static final String PHONE =
            "(?:(?<=tel|fax)|"
                    + BEGIN
                    + ")0(?:"
                    + "(?:[1-9]G[0-9]{4}|[1-9][0-9]G[0-9]{3,4}|[1-9][0-9]{2}G[0-9]{2,3}|[1-9][0-9]{3}G[0-9])G[0-9]{4}"
                    + "|[1-9][0-9]{2}G[0-9]{3}G[0-9]{3}"
                    + "|[5789]0[0-9]{8}|[5789]0G[0-9]{8}|[5789]0[0-9]{4}G[0-9]{4}|[1-9][0-9]{8}"
                    + ")"
                    + END
                    + "|(?<![0-9a-z+])(?:\\+|(?:00|010)G?(?=81G))[1-9](?:[D ()]{0,2}[0-9]){7,14}(?![0-9])";

    private static final String MY_NUMBER =
            "(?<![0-9a-z]|[0-9a-f][D]|[0-9][.,])"
                    // a time without separators, to the minute
                    + "(?!20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])[0-5][0-9]"
                    + END
                    + ")(?:[0-9]{12}|[0-9]{4}[D ][0-9]{4}[D ][0-9]{4}(?![D ][0-9]{4}))"
                    + END;

    /** By the first digits that are issued, in the groups in which numbers are printed. */
    private static final String CARD =
            BEGIN
                    + "(?=4|5[0-8]|2[2-7]|3[04-9]|6)(?:[0-9]{13,19}"
                    + "|[0-9]{4}[D ][0-9]{4}[D ][0-9]{4}[D ][0-9]{1,4}"
                    + "|[0-9]{4}[D ][0-9]{6}[D ][0-9]{4,5})"
                    + END;

    /** Without the postal mark only with its dash, and not as a range of prices. */
    private static final String POSTAL_CODE =
            "\\x{3012} ?[0-9]{3}[D ]?[0-9]{4}(?![0-9])"
                    + "|(?<![0-9a-z$\\x{A5}\\x{20AC}\\x{A3}]|[0-9][D.,])(?!000)[0-9]{3}[D][0-9]{4}"
                    + END
                    + "(?! ?(?:\\x{5186}|yen|jpy))";

    private PersonalPatterns() {}

    /** The text as the conditions want it; NULL where none can match, to save time. */
    static String readable(String text) {
        String value = "lower(normalize(%s, NFKC))".formatted(text);
        return "CASE WHEN regexp_like(%1$s, '%2$s') THEN %1$s END".formatted(value, ANY);
    }

    /** The checks of a column: what each is called, how its count is judged, and its bit. */
    record Check(String name, String measure, int bit) {}

    /**
     * @param column whose policy tells what its texts may contain
     * @param firstBit of the {@link #flags}
     */
    static List<Check> checks(ColumnPolicy column, int firstBit) {
        return Stream.of(PersonalPattern.values())
                .map(
                        pattern ->
                                new Check(
                                        "pattern_" + pattern.name().toLowerCase(Locale.ROOT),
                                        column.mayContain().containsKey(pattern)
                                                ? "allowed"
                                                : "found",
                                        firstBit << pattern.ordinal()))
                .toList();
    }

    /**
     * A sum with one bit for each pattern.
     *
     * @param text of the form that {@link #readable} gives; NULL is no match
     */
    static String flags(String text, int firstBit) {
        return Stream.of(PersonalPattern.values())
                .map(
                        pattern ->
                                "IF(%s, %d, 0)"
                                        .formatted(
                                                condition(pattern, text),
                                                firstBit << pattern.ordinal()))
                .collect(joining(" + "));
    }

    static String condition(PersonalPattern pattern, String text) {
        return switch (pattern) {
            case MAIL -> like(text, MAIL);
            case PHONE -> like(text, PHONE);
            case MY_NUMBER -> anyNumber(text, MY_NUMBER, IS_MY_NUMBER);
            case CARD -> anyNumber(text, CARD, IS_CARD);
            case POSTAL_CODE -> like(text, POSTAL_CODE);
        };
    }

    /** The digits are {@code d}; the last one follows from the others, which zeros do too. */
    private static final String IS_MY_NUMBER =
            """
            array_join(d, '') <> '000000000000' AND element_at(d, 12) = \
            CAST(element_at(ARRAY[0, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1], 1 + reduce(\
            zip_with(slice(d, 1, 11), ARRAY[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2], (a, b) -> CAST(a AS integer) * b), \
            0, (s, a) -> s + a, s -> s % 11)) AS varchar)""";

    /** Luhn's check; a number of an article (JAN, EAN-13) has 13 digits and a check of its own. */
    private static final String IS_CARD =
            """
            reduce(zip_with(reverse(d), sequence(1, cardinality(d)), \
            (a, i) -> (1 + (i + 1) % 2) * CAST(a AS integer) - IF(i % 2 = 0 AND CAST(a AS integer) > 4, 9, 0)), \
            BIGINT '0', (s, a) -> s + a, s -> s % 10) = 0 \
            AND NOT (cardinality(d) = 13 AND reduce(zip_with(d, sequence(1, cardinality(d)), \
            (a, i) -> (1 + 2 * ((i + 1) % 2)) * CAST(a AS integer)), BIGINT '0', (s, a) -> s + a, s -> s % 10) = 0)""";

    private static String like(String text, String pattern) {
        return "regexp_like(%s, %s)".formatted(text, Sql.text(written(pattern)));
    }

    private static String anyNumber(String text, String pattern, String condition) {
        return "any_match(transform(regexp_extract_all(%s, %s), x -> regexp_extract_all(x, '[0-9]')), d -> %s)"
                .formatted(text, Sql.text(written(pattern)), condition);
    }

    private static String written(String pattern) {
        return pattern.replace("G?", "(?:" + PHONE_GAP + ")?")
                .replace("G", PHONE_GAP)
                .replace("[D ()]", "[" + DASH + " ()]")
                .replace("[D ]", GAP)
                .replace("[D.,]", "[" + DASH + ".,]")
                .replace("[D]", "[" + DASH + "]");
    }
}
