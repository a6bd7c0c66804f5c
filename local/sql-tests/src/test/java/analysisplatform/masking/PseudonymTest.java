package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.engine.QueryResult;
import analysisplatform.engine.ReferencePseudonym;
import analysisplatform.engine.Row;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pseudonym that the engine computes inside the masking statement. */
class PseudonymTest {

    private static final String FORM = "v1_[0-9a-f]{16}";

    private final TestSource source = TestSource.withKnownKey();
    private int tables;

    @Test
    void givesTheKnownAnswerForAnAddressInFullWidthLettersAndForItsPlainForm() {
        List<Object> pseudonyms =
                pseudonyms("email", "Ｔaro＠Example.com　", "taro@example.com", "TARO@EXAMPLE.COM");

        assertThat(pseudonyms).containsOnly("v1_8313a34fa7eb992a");
    }

    @Test
    void isNullForNullAndForEveryKindOfBlank() {
        List<Object> pseudonyms = pseudonyms("user", null, "", " ", "　", "\t\n", "\u00a0 　", "x");

        assertThat(pseudonyms.subList(0, 6)).containsOnlyNulls();
        assertThat(pseudonyms.get(6)).asString().matches(FORM);
    }

    @Test
    void isEqualForOneValueInAnyCaseWidthAndSurroundingSpace() {
        List<Object> pseudonyms =
                pseudonyms(
                        "user",
                        "sato hanako 1",
                        "SATO Hanako 1",
                        "ＳＡＴＯ　ｈａｎａｋｏ　１",
                        " sato\u00a0hanako 1\t",
                        "　sato hanako 1　");

        assertThat(pseudonyms).doesNotContainNull().containsOnly(pseudonyms.get(0));
    }

    @Test
    void isEqualForHalfWidthAndFullWidthKanaAndForComposedAndDecomposedLetters() {
        List<Object> kana = pseudonyms("user", "サトウガ", "ｻﾄｳｶﾞ", "サトウカ\u3099");
        List<Object> accents = pseudonyms("user", "élodie", "e\u0301lodie", "ÉLODIE");

        assertThat(kana).doesNotContainNull().containsOnly(kana.get(0));
        assertThat(accents).doesNotContainNull().containsOnly(accents.get(0));
    }

    @Test
    void differsForValuesThatDifferInASingleCharacterOrAnInvisibleOne() {
        List<Object> pseudonyms =
                pseudonyms(
                        "user",
                        "taro",
                        "taro1",
                        "tar",
                        "t aro",
                        "taro\u200b",
                        "たろう",
                        "タロウ",
                        "太郎",
                        "吉野",
                        "𠮷野",
                        "😀",
                        "😁",
                        "👨‍👩‍👧",
                        "o'brien",
                        "o''brien",
                        "\"taro\"",
                        "taro; DROP TABLE x --",
                        "${run}");

        assertThat(pseudonyms)
                .doesNotHaveDuplicates()
                .allSatisfy(pseudonym -> assertThat(pseudonym).asString().matches(FORM));
    }

    @Test
    void differsInAnotherNamespaceAndIsEqualInAnotherTableOfTheSameNamespace() {
        source.raw("users", "n, id, tel", "(1, 'x42', 'x42')");
        source.raw("orders", "n, customer", "(1, ' X42 ')");

        QueryResult users =
                source.mask(
                        "users",
                        TestPolicy.numbered().pseudonym("id", "user").pseudonym("tel", "phone"));
        QueryResult orders =
                source.mask("orders", TestPolicy.numbered().pseudonym("customer", "user"));

        assertThat(orders.values("customer"))
                .doesNotContainNull()
                .isEqualTo(users.values("id"))
                .isNotEqualTo(users.values("tel"));
    }

    @Test
    void differsUnderAnotherKey() {
        TestSource other =
                TestSource.withKeys(
                        "X'ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'");
        source.raw("people", "n, id", "(1, 'taro')");
        other.raw("people", "n, id", "(1, 'taro')");
        TestPolicy policy = TestPolicy.numbered().pseudonym("id", "user");

        Object ours = source.mask("people", policy).single().get("id");
        Object theirs = other.mask("people", policy).single().get("id");

        assertThat(theirs).asString().matches(FORM).isNotEqualTo(ours);
    }

    @Test
    void isEqualForOneNumberInEveryWholeNumberTypeAndAsText() {
        source.raw(
                "keys",
                "n, a_bigint, an_integer, an_unsigned, a_text",
                "(1, BIGINT '42', 42, CAST(42 AS decimal(20,0)), '42')",
                "(2, BIGINT '-7', -7, CAST(-7 AS decimal(20,0)), '-7')");

        QueryResult masked =
                source.mask(
                        "keys",
                        TestPolicy.numbered()
                                .pseudonym("a_bigint", "user")
                                .pseudonym("an_integer", "user")
                                .pseudonym("an_unsigned", "user")
                                .pseudonym("a_text", "user"));

        ReferencePseudonym reference = new ReferencePseudonym(TestSource.knownKey());
        for (String column : List.of("a_bigint", "an_integer", "an_unsigned", "a_text")) {
            assertThat(masked.values(column))
                    .as(column)
                    .containsExactly(
                            reference.of("user", "42").orElseThrow(),
                            reference.of("user", "-7").orElseThrow());
        }
    }

    @Test
    void takesTheLargestUnsignedNumber() {
        source.rawOf("keys", "SELECT 1 AS n, DECIMAL '18446744073709551615' AS id");

        Object masked =
                source.mask("keys", TestPolicy.numbered().pseudonym("id", "user"))
                        .single()
                        .get("id");

        assertThat(masked)
                .isEqualTo(
                        new ReferencePseudonym(TestSource.knownKey())
                                .of("user", "18446744073709551615")
                                .orElseThrow());
    }

    @Test
    void takesATextOfTenMegabytesAndAnAddressOfMoreThanOne() {
        String text = "太郎@example.com" + "x".repeat(10_000_000);
        String address = "太郎@example.com" + "x".repeat(1_100_000);
        source.rawOf(
                "notes",
                "SELECT 1 AS n, %s AS note, %s AS email".formatted(longText(100), longText(11)));

        Row masked =
                source.mask("notes", TestPolicy.numbered().pseudonym("note", "note").email("email"))
                        .single();

        ReferencePseudonym reference = new ReferencePseudonym(TestSource.knownKey());
        assertThat(masked.text("note")).isEqualTo(reference.of("note", text).orElseThrow());
        assertThat(masked.text("email")).isEqualTo(reference.of("email", address).orElseThrow());
    }

    /** The engine's other ways to make a long text stop at a megabyte. */
    private static String longText(int hundredThousands) {
        return "array_join(ARRAY['太郎@Example.com'] || transform(sequence(1, %d), i -> rpad('', 100000, 'x')), '')"
                .formatted(hundredThousands);
    }

    private List<Object> pseudonyms(String namespace, String... values) {
        String table = "values" + tables++;
        source.raw(table, "n, v", Literal.rows(Arrays.asList(values)));
        return source.mask(table, TestPolicy.numbered().pseudonym("v", namespace)).values("v");
    }
}
