package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a scan looks at in each row, as numbered entries of one UNNEST. So a table is read once
 * however many of its columns are counted.
 *
 * <p>The first entries are words: bit sets that tell which columns are not NULL. The others are one
 * text each.
 */
final class EntryList {

    /** Trino refuses longer array constructors. */
    private static final int LONGEST_ARRAY = 200;

    /** Bits of a word. The sign stays free. */
    private static final int WORD = 62;

    private final List<String> present;
    private final List<String> texts;

    /**
     * @param present conditions over a row of {@code t}
     * @param texts expressions over a row of {@code t}
     */
    EntryList(List<String> present, List<String> texts) {
        this.present = List.copyOf(present);
        this.texts = List.copyOf(texts);
    }

    /** The entry whose word has the bit of a condition. */
    static int wordOf(int condition) {
        return condition / WORD;
    }

    static long bitOf(int condition) {
        return 1L << condition % WORD;
    }

    int textEntry(int text) {
        return words() + text;
    }

    /** At least one, so that every row has an entry and rows can be counted. */
    private int words() {
        return Math.max(1, (present.size() + WORD - 1) / WORD);
    }

    /** A relation {@code c (part, word, text)}; of {@code word} and {@code text} one is NULL. */
    String unnest() {
        List<String> numbers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int word = 0; word < words(); word++) {
            numbers.add(String.valueOf(word));
            words.add(word(word));
            values.add("CAST(NULL AS varchar)");
        }
        for (int text = 0; text < texts.size(); text++) {
            numbers.add(String.valueOf(textEntry(text)));
            words.add("CAST(NULL AS bigint)");
            values.add(texts.get(text));
        }
        return "UNNEST(%s, %s, %s) AS c (part, word, text)"
                .formatted(array(numbers), array(words), array(values));
    }

    static String array(List<String> elements) {
        return IntStream.iterate(0, i -> i < elements.size(), i -> i + LONGEST_ARRAY)
                .mapToObj(
                        i ->
                                String.join(
                                        ", ",
                                        elements.subList(
                                                i, Math.min(elements.size(), i + LONGEST_ARRAY))))
                .collect(joining("] || ARRAY[", "ARRAY[", "]"));
    }

    private String word(int word) {
        return IntStream.range(word * WORD, Math.min(present.size(), (word + 1) * WORD))
                .mapToObj(i -> " + IF(%s, %d, 0)".formatted(present.get(i), bitOf(i)))
                .collect(joining("", "BIGINT '0'", ""));
    }
}
