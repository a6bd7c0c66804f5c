package analysisplatform.masking;

import analysisplatform.config.Action;

/**
 * The keyed pseudonym as a Trino expression: {@code v}, the key's version, {@code _} and 16
 * hexadecimal digits of HMAC-SHA-256 over {@code namespace:normalised value}.
 *
 * <p>64 bits keep the chance of a collision among ten million values near 3 in a million. The
 * version in the value tells which key made it.
 */
final class Pseudonyms {

    /** The key where a statement joins {@link PseudonymKey#asSecret}. */
    static final String KEY = "secret.\"key\"";

    private static final String VERSION = "secret.version";
    private static final int HEX_DIGITS = 16;

    private Pseudonyms() {}

    /**
     * What every pseudonym made with one version of the key looks like, as a regular expression.
     */
    static String form(int keyVersion) {
        return "v%d_[0-9a-f]{%d}".formatted(keyVersion, HEX_DIGITS);
    }

    /**
     * NFKC first: it turns full-width letters and non-breaking spaces into those that lower and
     * trim know. A number is taken by its value: 42 is the same in all types.
     */
    static String normalised(String column) {
        return normalisedText(canonical(column));
    }

    /** As {@link #normalised}, of what is text already. */
    static String normalisedText(String text) {
        return "lower(trim(normalize(" + text + ", NFKC)))";
    }

    /** NULL for NULL and for blank; equal for values that are equal once normalised. */
    static Mask pseudonym(String namespace, String column) {
        return Mask.of(
                normalised(column),
                value ->
                        "CASE WHEN %s <> '' THEN %s END".formatted(value, keyed(namespace, value)));
    }

    /**
     * As {@link #pseudonym}, with the domain appended where enough people share it.
     *
     * @param shared name of a table whose column {@code domain} holds the shared domains
     */
    static Mask email(String column, String shared) {
        return Mask.of(
                normalised(column),
                value ->
                        "CASE WHEN %s <> '' THEN array_join(ARRAY[%s, %s.domain], '@') END"
                                .formatted(value, keyed("email", value), shared));
    }

    /**
     * One of the numbers from 0 to twice the days, each as likely as the others and always the same
     * for a person; NULL for a person that is NULL or blank.
     *
     * @param value the person, normalised
     */
    static String lot(Action.Shift action, String value) {
        return "CASE WHEN %s <> '' THEN bitwise_and(from_big_endian_64(substr(%s, 1, 8)), %d) %% %d END"
                .formatted(
                        value,
                        hmac("shift:" + action.namespace(), value),
                        Long.MAX_VALUE,
                        2 * action.days());
    }

    /** The domain of a well-formed address, otherwise NULL. */
    static String domain(String normalised) {
        return "regexp_extract(%s, '^[^@]+@([^@]+)$', 1)".formatted(normalised);
    }

    private static String keyed(String namespace, String value) {
        return "%s || lower(substr(to_hex(%s), 1, %d))"
                .formatted(VERSION, hmac(namespace, value), HEX_DIGITS);
    }

    /** Not {@code ||}, which fails when its result is longer than a megabyte. */
    private static String hmac(String namespace, String value) {
        return "hmac_sha256(to_utf8(array_join(ARRAY[%s, %s], ':')), %s)"
                .formatted(Sql.text(namespace), value, KEY);
    }

    /** A raw value as text. The engine knows the column's type, a policy does not. */
    static String canonical(String column) {
        String text = Texts.of(column);
        return """
                CASE WHEN typeof(%1$s) LIKE 'decimal%%' THEN regexp_replace(%2$s, '\\.0+$') \
                WHEN typeof(%1$s) IN ('double', 'real') THEN coalesce(CAST(%3$s AS varchar), %2$s) \
                ELSE %2$s END"""
                .formatted(column, text, whole("TRY_CAST(" + text + " AS double)"));
    }

    private static String whole(String number) {
        return "CASE WHEN %1$s = floor(%1$s) THEN TRY_CAST(%1$s AS decimal(38,0)) END"
                .formatted(number);
    }
}
