package analysisplatform.classify;

import static analysisplatform.classify.TypeFamily.BYTES;
import static analysisplatform.classify.TypeFamily.JSON;
import static analysisplatform.classify.TypeFamily.NUMBER;
import static analysisplatform.classify.TypeFamily.TEXT;
import static analysisplatform.classify.TypeFamily.TIME;
import static analysisplatform.classify.TypeFamily.UUID;

import java.util.EnumSet;
import java.util.Set;

/** Parts of rules. */
final class Terms {

    static final Set<TypeFamily> ANY = EnumSet.allOf(TypeFamily.class);

    /** MySQL's CHAR is catalogued as bytes. */
    static final Set<TypeFamily> TEXTS = EnumSet.of(TEXT, BYTES);

    static final Set<TypeFamily> TEXTS_OR_NUMBERS = EnumSet.of(TEXT, BYTES, NUMBER);
    static final Set<TypeFamily> KEYS = EnumSet.of(TEXT, BYTES, NUMBER, UUID);

    /** PostgreSQL's dates and times are exported as text. */
    static final Set<TypeFamily> TIMES = EnumSet.of(TIME, TEXT);

    static final Set<TypeFamily> WRITTEN = EnumSet.of(TEXT, BYTES, JSON);

    private Terms() {}

    /**
     * Alternatives that stand alone between the ends and characters that are no Latin letters:
     * {@code tel} is in {@code tel_no} and not in {@code hotel}.
     */
    static String word(String... alternatives) {
        return "(^|[^a-z])(" + String.join("|", alternatives) + ")($|[^a-z])";
    }

    /** As {@link #word}, at the end of the name. */
    static String lastWord(String... alternatives) {
        return "(^|[^a-z])(" + String.join("|", alternatives) + ")$";
    }

    static String any(String... alternatives) {
        return String.join("|", alternatives);
    }
}
