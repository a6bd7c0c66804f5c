package analysisplatform.tools;

/**
 * Something that protects people less than before.
 *
 * @param where environment, source and what of it, as a path
 */
record Weakening(Kind kind, String where, String before, String after) {

    /** In the order in which they are told. */
    enum Kind {
        UNMASKED("Published unmasked from now on"),
        WEAKER("Masked more weakly, or in a way that cannot be compared"),
        GUARD("A check or limit that got weaker");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    /** One line, of which a fingerprint can be made. */
    String line() {
        return kind + " " + where + ": " + before + " -> " + after;
    }
}
