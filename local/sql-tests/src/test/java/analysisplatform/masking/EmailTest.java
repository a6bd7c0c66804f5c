package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.engine.QueryResult;
import analysisplatform.engine.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses under the action email; the first cases broke other masks. */
class EmailTest {

    private static final String WHOLE = "v1_[0-9a-f]{16}";
    private static final String WITH_SHARED_DOMAIN = WHOLE + "@example\\.com";

    /** With the address under test they are as many as keep the domain. */
    private static final List<String> TWO_OF_EXAMPLE_COM =
            List.of("first@example.com", "second@example.com");

    private final TestSource source = TestSource.withKnownKey().withMinimumDomainPeople(3);
    private int tables;

    @Test
    void hidesAValueWithoutAnAtSignAsAWhole() {
        List<String> masked = mask("佐藤花子 (退会済み) hanako.example.jp");

        assertThat(masked).containsExactly("v1_ea1f4dd40c8e9f3a");
    }

    @Test
    void hidesADomainThatOnlyOneAddressHas() {
        List<String> masked = mask("a@mail.example.com", "hanako@tanaka-hanako.jp");

        assertThat(masked).containsExactly("v1_bd230b2cd02ec03a", "v1_45960a6ce7e23dfa");
    }

    @Test
    void keepsASharedDomainWholeWhenTheLocalPartOccursInIt() {
        List<String> masked = mask("com@example.com", "first@example.com", "second@example.com");

        assertThat(masked.get(0)).isEqualTo("v1_b6835006eddd3147@example.com");
    }

    @Test
    void hidesMalformedAddressesAsAWholeEvenWhenManyShareWhatLooksLikeADomain() {
        List<String> masked =
                mask(
                        "x@y@z", "a@b@z", "c@d@z", "e@f@z", // several
                        "@y", "@y ", "＠Y", // nothing in front
                        "x@", "y@", "z@", "@", "@@@"); // nothing behind

        assertThat(masked).allSatisfy(value -> assertThat(value).matches(WHOLE));
        assertThat(masked.subList(4, 7)).containsOnly(masked.get(4));
    }

    @Test
    void isNullForNullAndBlank() {
        List<String> masked = mask(null, "", "　", " \t", "x@example.com");

        assertThat(masked.subList(0, 4)).containsOnlyNulls();
        assertThat(masked.get(4)).matches(WHOLE);
    }

    @Test
    void takesOnePersonInAnyWritingForOne() {
        List<String> masked =
                mask(
                        "taro@example.com",
                        "Taro@Example.COM ",
                        "ＴＡＲＯ＠ｅｘａｍｐｌｅ．ｃｏｍ",
                        "　taro@example.com　",
                        "\u00a0taro@example.com",
                        "first@example.com",
                        "second@example.com");

        assertThat(masked.subList(0, 5)).containsOnly("v1_8313a34fa7eb992a@example.com");
    }

    @Test
    void tellsTheSameLocalPartAtTwoDomainsApart() {
        List<String> masked = mask("taro@example.com", "taro@example.jp");

        assertThat(masked.get(0)).isNotEqualTo(masked.get(1));
    }

    @Test
    void keepsADomainFromTheMinimumOfDistinctAddressesOn() {
        List<String> three = mask("first@example.com", "second@example.com", "third@example.com");
        List<String> two = mask("first@example.com", "second@example.com");

        assertThat(three).allSatisfy(value -> assertThat(value).matches(WITH_SHARED_DOMAIN));
        assertThat(two).allSatisfy(value -> assertThat(value).matches(WHOLE));
    }

    @Test
    void countsOneAddressOnceHoweverOftenAndHoweverItIsWritten() {
        List<String> masked =
                mask(
                        "first@example.com",
                        "second@example.com",
                        "second@example.com",
                        "Second@Example.com",
                        "ｓｅｃｏｎｄ@example.com",
                        " second@example.com");

        assertThat(masked).allSatisfy(value -> assertThat(value).matches(WHOLE));
    }

    @Test
    void givesTheSamePseudonymWhetherTheDomainIsSharedOrNot() {
        String rare = mask("taro@example.com").get(0);
        List<String> addresses = new ArrayList<>(TWO_OF_EXAMPLE_COM);
        addresses.add("taro@example.com");

        String shared = mask(addresses.toArray(String[]::new)).get(2);

        assertThat(shared).isEqualTo(rare + "@example.com");
    }

    @Test
    void countsTheDomainsOfEachColumnApartAndDoublesNoRow() {
        source.raw(
                "users",
                "n, work, home",
                "(1, 'a@example.com', 'a@home.example')",
                "(2, 'b@example.com', 'a@example.com')",
                "(3, 'c@example.com', 'b@home.example')",
                "(4, NULL, 'c@home.example')");

        QueryResult masked =
                source.mask("users", TestPolicy.numbered().email("work").email("home"));

        assertThat(masked.values("n")).containsExactly(1, 2, 3, 4);
        assertThat(texts(masked, "work").subList(0, 3))
                .allSatisfy(value -> assertThat(value).matches(WITH_SHARED_DOMAIN));
        assertThat(texts(masked, "home").get(0)).matches(WHOLE + "@home\\.example");
        assertThat(texts(masked, "home").get(1))
                .matches(WHOLE)
                .isEqualTo(texts(masked, "work").get(0).replace("@example.com", ""));
    }

    @Test
    void joinsWithAPseudonymOfTheNamespaceEmail() {
        source.raw("users", "n, email, contact", "(1, 'taro@example.com', 'TARO@example.com')");

        Row masked =
                source.mask(
                                "users",
                                TestPolicy.numbered().email("email").pseudonym("contact", "email"))
                        .single();

        assertThat(masked.text("email")).isEqualTo(masked.text("contact"));
    }

    private List<String> mask(String... values) {
        String table = "users" + tables++;
        source.raw(table, "n, email", Literal.rows(Arrays.asList(values)));
        return texts(source.mask(table, TestPolicy.numbered().email("email")), "email");
    }

    private static List<String> texts(QueryResult result, String column) {
        List<String> texts = new ArrayList<>();
        result.forEach(row -> texts.add(row.text(column)));
        return texts;
    }
}
