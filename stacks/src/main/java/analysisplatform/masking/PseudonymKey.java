package analysisplatform.masking;

/**
 * The secret of all pseudonyms: 32 bytes in a table of one row, born inside Athena, so that it
 * appears in no state, code, query text, log or environment. Losing it breaks every join with
 * history, hence it is made once and never overwritten. A new version is another table in another
 * place.
 */
public final class PseudonymKey {

    /** What {@link #check} answers when there is exactly one key of the right length. */
    public static final String VALID = "valid";

    private static final int BYTES = 32;

    private PseudonymKey() {}

    /**
     * Makes the key. Three random UUIDs carry 366 random bits. Athena refuses a location that holds
     * anything, so an existing key survives even when its catalogue entry is lost.
     */
    public static String create(Databases databases) {
        return """
                CREATE TABLE %s
                WITH (format = 'PARQUET', write_compression = 'ZSTD', external_location = %s) AS
                SELECT sha256(to_utf8(CAST(uuid() AS varchar) || CAST(uuid() AS varchar) || CAST(uuid() AS varchar))) AS "key\""""
                .formatted(table(databases), Sql.text(databases.pseudonymKeyLocation()));
    }

    /**
     * No row would make every table empty, two rows would double it, NULL would make every
     * pseudonym NULL.
     */
    public static String check(Databases databases) {
        return "SELECT CASE WHEN count(*) = 1 AND min(length(\"key\")) = %d THEN '%s' ELSE 'invalid' END AS state FROM %s"
                .formatted(BYTES, VALID, table(databases));
    }

    /** The key and the version that its pseudonyms carry, under the name they are used by. */
    static String asSecret(Databases databases) {
        return "(SELECT \"key\", 'v%d_' AS version FROM %s) AS secret"
                .formatted(databases.pseudonymKeyVersion(), table(databases));
    }

    private static String table(Databases databases) {
        return Sql.table(databases.pseudonymKey(), databases.pseudonymKeyTable());
    }
}
