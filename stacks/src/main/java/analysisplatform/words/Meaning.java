package analysisplatform.words;

/**
 * What a mask does.
 *
 * @param mask true of every column with this mask
 * @param details what this column's rule adds; may be empty
 */
public record Meaning(Words mask, Words details) {

    Meaning(String en, String ja) {
        this(new Words(en, ja), Words.NONE);
    }

    Meaning with(String en, String ja) {
        return new Meaning(mask, new Words(en, ja));
    }

    /** Mask and details in one phrase. */
    public Words whole() {
        return details.areNone()
                ? mask
                : new Words(
                        "%s (%s)".formatted(mask.en(), details.en()),
                        "%s（%s）".formatted(mask.ja(), details.ja()));
    }
}
