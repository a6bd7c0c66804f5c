package analysisplatform.masking;

/** Masks of addresses on the internet. */
final class Networks {

    private static final int BYTES_OF_48_BITS = 6;
    private static final String REST_OF_128_BITS = "X'00000000000000000000'";

    /**
     * PostgreSQL's inet may end with the length of the whole address. Some versions of the engine
     * read an interface's name at the end too.
     */
    private static final String ADDRESS = "'^([0-9a-fA-F:.]+)(/(32|128))?$'";

    private Networks() {}

    /** The engine writes an IPv4 address that is mapped into IPv6 as IPv4. */
    static Mask network(String raw) {
        return Mask.of(
                "TRY_CAST(regexp_extract(%s, %s, 1) AS ipaddress)"
                        .formatted(Texts.trimmed(raw), ADDRESS),
                address ->
                        "coalesce(%s || '.0/24', %s || '/48')"
                                .formatted(first24Bits(address), first48Bits(address)));
    }

    private static String first24Bits(String address) {
        return "regexp_extract(CAST(%s AS varchar), '^([0-9]+\\.[0-9]+\\.[0-9]+)\\.[0-9]+$', 1)"
                .formatted(address);
    }

    private static String first48Bits(String address) {
        return "CAST(CAST(substr(CAST(%s AS varbinary), 1, %d) || %s AS ipaddress) AS varchar)"
                .formatted(address, BYTES_OF_48_BITS, REST_OF_128_BITS);
    }
}
