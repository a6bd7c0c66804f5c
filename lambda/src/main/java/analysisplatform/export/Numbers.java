package analysisplatform.export;

/** Counts as people read them. A formatter of the JDK would load the locale data. */
final class Numbers {

    private static final int GROUP = 3;

    private Numbers() {}

    /** {@code 1234567} becomes {@code 1,234,567}; null becomes nothing. */
    static String grouped(Long number) {
        if (number == null) {
            return "";
        }
        StringBuilder digits = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int at = digits.length() - GROUP; at > first; at -= GROUP) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
