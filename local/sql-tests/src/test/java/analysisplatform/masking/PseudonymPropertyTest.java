package analysisplatform.masking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.engine.ReferencePseudonym;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Engine and Java agree; many values go through one statement because a statement is slow. */
class PseudonymPropertyTest {

    private static final int VALUES = 250;

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void equalsTheReferenceForEveryNormalisedValue(
            @ForAll("normalisedValues") List<String> values) {
        TestSource source = TestSource.withKnownKey();
        source.raw("people", "n, id", Literal.rows(values));

        List<Object> masked =
                source.mask("people", TestPolicy.numbered().pseudonym("id", "user")).values("id");

        ReferencePseudonym reference = new ReferencePseudonym(TestSource.knownKey());
        assertThat(masked)
                .hasSize(VALUES)
                .containsExactlyElementsOf(
                        values.stream().map(v -> (Object) reference.of("user", v).get()).toList());
    }

    /** Anything at all between two letters, so that only the letters meet the trimming. */
    @Provide
    Arbitrary<List<String>> normalisedValues() {
        Arbitrary<String> anything =
                Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(40),
                        Arbitraries.strings()
                                .withCharRange('ぁ', 'ヿ')
                                .withCharRange('一', '龥')
                                .ofMaxLength(12),
                        Arbitraries.strings().ascii().ofMaxLength(60),
                        Arbitraries.of(
                                "😀", "𠮷野家", "👨‍👩‍👧‍👦", "it's", "\"", "\\", "%", "a\u0000b"));
        return anything.map(value -> normalised("a" + wellFormed(value) + "z"))
                .list()
                .ofSize(VALUES);
    }

    /** Half a surrogate pair has no UTF-8 form and never leaves a database. */
    private static String wellFormed(String value) {
        return new String(value.getBytes(UTF_8), UTF_8);
    }

    /** Until nothing changes any more: folding may undo a composition and the other way round. */
    private static String normalised(String value) {
        String once =
                Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
        return once.equals(value) ? value : normalised(once);
    }
}
