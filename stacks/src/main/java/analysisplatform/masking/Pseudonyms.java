package analysisplatform.masking;

/**
 * The keyed pseudonym as a Trino expression: {@code 'v1_'} and 16 hexadecimal digits of
 * HMAC-SHA-256 over {@code namespace:normalised value}.
 *
 * <p>64 bits keep the chance of a collision among ten million values near 3 in a million. The
 * version in the value tells which key made it.
 */
final class Pseudonyms {

    /** Alias of the one-row key table in every masking statement. */
    static final String KEY = "secret.\"key\"";

    private static final String VERSION = "v1_";
    private static final int HEX_DIGITS = 16;

    private Pseudonyms() {}

    /**
     * NFKC first: it turns full-width letters and non-breaking spaces into those that lower and
     * trim know.
     */
    static String normalised(String column) {
        return "lower(trim(normalize(CAST(" + column + " AS varchar), NFKC)))";
    }

    /** NULL for NULL and for blank; equal for values that are equal once normalised. */
    static String pseudonym(String namespace, String column) {
        String value = normalised(column);
        return "CASE WHEN %s <> '' THEN %s END".formatted(value, keyed(namespace, value));
    }

    /** As {@link #pseudonym}, with the domain appended where {@code domain} is not NULL. */
    static String email(String column, String domain) {
        String value = normalised(column);
        return "CASE WHEN %s <> '' THEN array_join(ARRAY[%s, %s], '@') END"
                .formatted(value, keyed("email", value), domain);
    }

    /** The domain of a well-formed address, otherwise NULL. */
    static String domain(String column) {
        return "regexp_extract(%s, '^[^@]+@([^@]+)$', 1)".formatted(normalised(column));
    }

    /** Not {@code ||}, which fails when its result is longer than a megabyte. */
    private static String keyed(String namespace, String value) {
        return "%s || lower(substr(to_hex(hmac_sha256(to_utf8(array_join(ARRAY[%s, %s], ':')), %s)), 1, %d))"
                .formatted(Sql.text(VERSION), Sql.text(namespace), value, KEY, HEX_DIGITS);
    }
}
