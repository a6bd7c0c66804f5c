package analysisplatform.masking;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.engine.Row;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Whatever stands before the at sign, nothing of it is published. */
class EmailPropertyTest {

    private static final int ADDRESSES = 150;
    private static final int TELLING = 6;
    private static final int MINIMUM_PEOPLE = 5;

    /** None of them is a hexadecimal digit, so a find in a pseudonym is no chance. */
    private static final String LETTERS =
            "ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ.+-_'\"` 太郎花子ｱ𠮷😀（）é；;%";

    /** An address in its two parts; kept apart so that the test need not parse it. */
    record Address(String local, String domain) {
        String text() {
            return local + "@" + domain;
        }
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void publishesNothingButAPseudonymAndADomainThatEnoughAddressesShare(
            @ForAll("addresses") List<Address> addresses) {
        TestSource source = TestSource.withKnownKey().withMinimumDomainPeople(MINIMUM_PEOPLE);
        source.raw(
                "users",
                "n, email, login",
                addresses.stream()
                        .map(a -> "(%d, %s, %s)".formatted(addresses.indexOf(a), mail(a), mail(a)))
                        .distinct()
                        .toArray(String[]::new));

        List<Row> rows =
                source.mask(
                                "users",
                                TestPolicy.numbered().email("email").pseudonym("login", "login"))
                        .rows();

        Set<String> shared = shared(addresses);
        for (Row row : rows) {
            Address address = addresses.get((Integer) row.get("n"));
            String domain = address.domain().toLowerCase(Locale.ROOT);
            assertThat(row.text("email"))
                    .as(address.text())
                    .matches(
                            "v1_[0-9a-f]{16}"
                                    + (shared.contains(domain)
                                            ? "@" + domain.replace(".", "\\.")
                                            : ""));
            String published =
                    row.text("email").replace("@" + domain, "") + " " + row.text("login");
            assertThat(pieces(address.local()))
                    .as(address.text())
                    .noneMatch(piece -> published.toLowerCase(Locale.ROOT).contains(piece));
        }
    }

    @Provide
    Arbitrary<List<Address>> addresses() {
        Arbitrary<String> locals =
                Arbitraries.of(LETTERS.codePoints().boxed().toList())
                        .list()
                        .ofMinSize(TELLING)
                        .ofMaxSize(40)
                        .map(EmailPropertyTest::joined);
        Arbitrary<String> domains =
                Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.of("example.com", "Example.JP")),
                        Tuple.of(
                                2,
                                Arbitraries.integers()
                                        .between(1, 40)
                                        .map(n -> "home" + n + ".example")));
        return Combinators.combine(locals, domains).as(Address::new).list().ofSize(ADDRESSES);
    }

    private static String joined(List<Integer> letters) {
        return letters.stream().map(Character::toString).collect(joining());
    }

    private static String mail(Address address) {
        return Literal.text(address.text());
    }

    /** Counted apart from the code under test. */
    private static Set<String> shared(List<Address> addresses) {
        Map<String, Set<String>> people = new TreeMap<>();
        addresses.forEach(
                a ->
                        people.computeIfAbsent(
                                        a.domain().toLowerCase(Locale.ROOT), d -> new TreeSet<>())
                                .add(folded(a.text())));
        people.values().removeIf(locals -> locals.size() < MINIMUM_PEOPLE);
        return people.keySet();
    }

    private static List<String> pieces(String local) {
        List<String> pieces = new ArrayList<>();
        for (String text : List.of(local.toLowerCase(Locale.ROOT), folded(local))) {
            for (int i = 0; i + TELLING <= text.length(); i++) {
                pieces.add(text.substring(i, i + TELLING));
            }
        }
        return pieces;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
