package analysisplatform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFingerprintTest {

    private static final String EMAIL = "{class: identifier, action: email}";
    private static final String EMAIL_WITH_PHONE =
            "{class: identifier, action: email, mayContain: {phone: looks so}}";

    @TempDir private Path root;

    @Test
    void isTheSameEverywhereAndForEver() {
        String fingerprint = fingerprint(ExampleEnvironment.in(root));

        assertThat(fingerprint).isEqualTo("fab01827");
    }

    static Stream<Arguments> sameMasks() {
        return Stream.of(
                arguments("a comment", masking("source: learning", "# why\nsource: learning")),
                arguments("quotes", masking("namespace: user", "namespace: 'user'")),
                arguments("the default", masking("tables:", "minimumDomainPeople: 10\ntables:")),
                arguments("a reason", masking("numbers the rows", "only a number")),
                arguments(
                        "another layout",
                        masking(
                                "      email: {class: identifier, action: email}",
                                "      email:\n        action: email\n        class: identifier")),
                arguments(
                        "what happens to unclassified columns",
                        masking("tables:", "onUnclassified: halt\ntables:")),
                arguments(
                        "the first key", platform("project:", "pseudonymKeyVersion: 1\nproject:")),
                arguments("the order of tables", platform("[users, courses]", "[courses, users]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameMasks")
    void staysWhenTheMasksStay(String what, UnaryOperator<ExampleEnvironment> change) {
        ExampleEnvironment changed = change.apply(ExampleEnvironment.in(root, "changed"));

        assertThat(fingerprint(changed)).isEqualTo(fingerprint(ExampleEnvironment.in(root)));
    }

    static Stream<Arguments> otherMasks() {
        return Stream.of(
                arguments("the minimum", masking("tables:", "minimumDomainPeople: 11\ntables:")),
                arguments("the time zone", masking("tables:", "timeZone: Asia/Tokyo\ntables:")),
                arguments(
                        "the share of unparsable values",
                        masking("tables:", "unparsablePercent: 2\ntables:")),
                arguments(
                        "one column's share of unparsable values",
                        masking("type: bigint", "type: bigint, unparsablePercent: 3")),
                arguments(
                        "a relation",
                        masking(
                                "tables:",
                                "relations: [{table: users, column: id, toTable: users, toColumn: id}]\ntables:")),
                arguments(
                        "a quasi-identifier",
                        masking(
                                "tables:",
                                "quasiIdentifiers: [{table: users, columns: [id]}]\ntables:")),
                arguments("an exception", masking(EMAIL, EMAIL_WITH_PHONE)),
                arguments("an action", masking("action: email", "action: drop")),
                arguments("a type", masking("type: bigint", "type: integer")),
                arguments("the type of null", masking("type: varchar", "type: date")),
                arguments("a namespace", masking("namespace: user", "namespace: person")),
                arguments("a class", masking("class: none", "class: attribute")),
                arguments("a column's name", masking("      tel:", "      phone:")),
                arguments(
                        "the order of columns",
                        masking(
                                "      email: {class: identifier, action: email}\n      tel: {class: identifier, action: drop}",
                                "      tel: {class: identifier, action: drop}\n      email: {class: identifier, action: email}")),
                arguments(
                        "how a column is stored",
                        masking("action: email}", "action: email, stored: bytes}")),
                arguments(
                        "a column more",
                        masking(
                                "      tel:",
                                "      fax: {class: identifier, action: drop}\n      tel:")),
                arguments(
                        "a table less",
                        (UnaryOperator<ExampleEnvironment>)
                                folder ->
                                        folder.platform("[users, courses]", "[users]")
                                                .masking(
                                                        "  courses:\n    columns:\n      id: {class: none, action: keep, type: bigint, reason: numbers the rows}\n",
                                                        "")),
                arguments(
                        "the key's version",
                        platform("project:", "pseudonymKeyVersion: 2\nproject:")),
                arguments("the database", platform("database: learning", "database: other")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherMasks")
    void changesWhenAMaskChanges(String what, UnaryOperator<ExampleEnvironment> change) {
        ExampleEnvironment changed = change.apply(ExampleEnvironment.in(root, "changed"));

        assertThat(fingerprint(changed))
                .matches("[0-9a-f]{8}")
                .isNotEqualTo(fingerprint(ExampleEnvironment.in(root)));
    }

    /** Two policies of one column that publish something else each. */
    static Stream<Arguments> details() {
        return Stream.of(
                arguments("prefix, length: 3", "prefix, length: 4"),
                arguments("year", "month"),
                arguments("age_band, years: 10", "age_band, years: 5"),
                arguments(
                        "shift, days: 9, person: id, namespace: user",
                        "shift, days: 8, person: id, namespace: user"),
                arguments(
                        "shift, days: 9, person: id, namespace: user",
                        "shift, days: 9, person: memo, namespace: user"),
                arguments(
                        "shift, days: 9, person: id, namespace: user",
                        "shift, days: 9, person: id, namespace: shop"),
                arguments(
                        "shift, days: 9, person: id, namespace: user",
                        "shift, days: 9, person: id, namespace: user, type: timestamp(3)"),
                arguments("bucket, edges: [1, 2]", "bucket, edges: [1, 3]"),
                arguments("bucket, edges: [1, 2]", "bucket, edges: [12]"),
                arguments("json, paths: {a: $.a}", "json, paths: {a: $.b}"),
                arguments("json, paths: {a: $.a}", "json, paths: {b: $.a}"),
                arguments("json, paths: {a: $.a}", "json, paths: {a: $.a}, mayContain: {card: ok}"),
                arguments("length", "ip_network"));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("details")
    void tellsEveryDetailOfAnActionApart(String action, String other) {
        assertThat(fingerprint(ofTel(action))).isNotEqualTo(fingerprint(ofTel(other)));
    }

    @Test
    void doesNotCountTheReasonOfAnExceptionNorHowAnEdgeIsWritten() {
        String reason = "json, paths: {a: $.a}, mayContain: {card: because}";

        assertThat(fingerprint(ofTel(reason.replace("because", "for another reason"))))
                .isEqualTo(fingerprint(ofTel(reason)));
        assertThat(fingerprint(ofTel("bucket, edges: [1.50]")))
                .isEqualTo(fingerprint(ofTel("bucket, edges: [1.5]")));
    }

    private ExampleEnvironment ofTel(String action) {
        String dataClass = action.startsWith("json") ? "free_text" : "quasi";
        return ExampleEnvironment.in(root)
                .masking(
                        "tel: {class: identifier, action: drop}",
                        "tel: {class: %s, action: %s}".formatted(dataClass, action));
    }

    private static UnaryOperator<ExampleEnvironment> masking(String part, String replacement) {
        return folder -> folder.masking(part, replacement);
    }

    private static UnaryOperator<ExampleEnvironment> platform(String part, String replacement) {
        return folder -> folder.platform(part, replacement);
    }

    private static String fingerprint(ExampleEnvironment folder) {
        Environment environment = folder.load();
        Source source = environment.sources().get(0);
        return PolicyFingerprint.of(
                source, environment.policyOf(source), environment.platform().pseudonymKeyVersion());
    }
}
