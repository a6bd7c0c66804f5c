package analysisplatform.report;

/** The same in Japanese and English. */
public record Text(String ja, String en) {

    /** Whether one of them is not enough. */
    boolean differs() {
        return !ja.equals(en);
    }

    /** A name that is the same in every language. */
    public static Text same(String text) {
        return new Text(text, text);
    }
}
