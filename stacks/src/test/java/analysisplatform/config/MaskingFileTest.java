package analysisplatform.config;

import static analysisplatform.config.ExampleEnvironment.MASKING_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schema and the rules say of a masking file, one broken place at a time. */
class MaskingFileTest {

    private static final String TEL = "{class: identifier, action: drop}";
    private static final String TEL_PATH = "tables.users.columns.tel";
    private static final String TYPES =
            "must be varchar, bigint, integer, smallint, tinyint, boolean, double, real, date, timestamp(3), decimal(p,s) with p up to 38, uuid or json.";

    private static final String ACTIONS =
            "keep, drop, \"null\", pseudonym, email, prefix, year, month, age_band, shift, bucket, ip_network, length, json";

    @TempDir private Path root;

    /** A policy of the column {@code tel}, and the only sentence about it. */
    static Stream<Arguments> columns() {
        return Stream.of(
                arguments("keep", " is \"keep\", but must be a map."),
                arguments(
                        "{class: identifier}",
                        ".action is missing; it must be one of " + ACTIONS + "."),
                arguments(
                        "{action: drop}",
                        ".class is missing; it must be one of identifier, code, financial, quasi, attribute, free_text, none."),
                arguments(
                        "{class: personal, action: drop}",
                        ".class is \"personal\", but must be one of identifier, code, financial, quasi, attribute, free_text, none."),
                arguments(
                        "{class: identifier, action: mask}",
                        ".action is \"mask\", but must be one of " + ACTIONS + "."),
                arguments(
                        "{class: identifier, action: null}",
                        ".action is a bare null, which YAML reads as no value; write \"null\" in quotes."),
                arguments(
                        "{class: identifier, action: }",
                        ".action is empty, but must be one of " + ACTIONS + "."),
                arguments("{class: identifier, action: \"null\"}", ".type is missing; it " + TYPES),
                arguments(
                        "{class: none, action: keep, reason: ok}", ".type is missing; it " + TYPES),
                arguments(
                        "{class: none, action: keep, type: text, reason: ok}",
                        ".type is \"text\", but " + TYPES),
                arguments(
                        "{class: none, action: keep, type: \"decimal(39,0)\", reason: ok}",
                        ".type is \"decimal(39,0)\", but " + TYPES),
                arguments(
                        "{class: none, action: keep, type: \"decimal(4,5)\", reason: ok}",
                        ".type is \"decimal(4,5)\", but a decimal has no more digits after the point than in all."),
                arguments(
                        "{class: none, action: keep, type: date}",
                        ".reason is missing; it must say why keeping the value touches nobody's privacy."),
                arguments(
                        "{class: free_text, action: keep, type: varchar}",
                        ".reason is missing; it must say why keeping the value touches nobody's privacy."),
                arguments(
                        "{class: none, action: keep, type: date, reason: ' '}",
                        ".reason is \" \", but must say why keeping the value touches nobody's privacy."),
                arguments(
                        "{class: none, action: keep, type: date, resaon: ok, reason: ok}",
                        ".resaon is not a known key; did you mean reason?"),
                arguments(
                        "{class: none, action: keep, type: date, reason: ok, namespace: user}",
                        ".namespace is \"user\", but must be left out with action keep."),
                arguments(
                        "{class: identifier, action: drop, type: date}",
                        ".type is \"date\", but must be left out with action drop."),
                arguments(
                        "{class: identifier, action: \"null\", type: date, namespace: user}",
                        ".namespace is \"user\", but must be left out with action \"null\"."),
                arguments(
                        "{class: identifier, action: pseudonym}",
                        ".namespace is missing; it must be at most 64 lower-case letters, digits and _, beginning with a letter."),
                arguments(
                        "{class: identifier, action: pseudonym, namespace: User}",
                        ".namespace is \"User\", but must be at most 64 lower-case letters, digits and _, beginning with a letter."),
                arguments(
                        "{class: identifier, action: pseudonym, namespace: user, type: date}",
                        ".type is \"date\", but must be left out with action pseudonym."),
                arguments(
                        "{class: identifier, action: email, namespace: user}",
                        ".namespace is \"user\", but must be left out with action email."),
                arguments(
                        "{class: identifier, action: keep, type: varchar, reason: ok}",
                        ".action is \"keep\", but class identifier allows only drop, \"null\", pseudonym, email, ip_network, length."),
                arguments(
                        "{class: code, action: pseudonym, namespace: user}",
                        ".action is \"pseudonym\", but class code allows only drop, \"null\"."),
                arguments(
                        "{class: code, action: keep, type: varchar, reason: ok}",
                        ".action is \"keep\", but class code allows only drop, \"null\"."),
                arguments(
                        "{class: identifier, action: prefix, length: 3}",
                        ".action is \"prefix\", but class identifier allows only drop, \"null\", pseudonym, email, ip_network, length."),
                arguments(
                        "{class: free_text, action: prefix, length: 3}",
                        ".action is \"prefix\", but class free_text allows only drop, \"null\", pseudonym, length, json, keep."),
                arguments(
                        "{class: quasi, action: prefix}",
                        ".length is missing; it must be a whole number from 1 to 100."),
                arguments(
                        "{class: quasi, action: prefix, length: 0}",
                        ".length is 0, but must be a whole number from 1 to 100."),
                arguments(
                        "{class: quasi, action: year, length: 4}",
                        ".length is 4, but must be left out with action year."),
                arguments(
                        "{class: quasi, action: month, type: date}",
                        ".type is \"date\", but must be left out with action month."),
                arguments(
                        "{class: quasi, action: age_band, years: 91}",
                        ".years is 91, but must be a whole number from 1 to 90."),
                arguments(
                        "{class: quasi, action: shift, days: 30, person: id}",
                        ".namespace is missing; it must be at most 64 lower-case letters, digits and _, beginning with a letter."),
                arguments(
                        "{class: quasi, action: shift, person: id, namespace: user}",
                        ".days is missing; it must be a whole number from 1 to 3650."),
                arguments(
                        "{class: quasi, action: shift, days: 30, namespace: user}",
                        ".person is missing; it must be the name of a column of the table."),
                arguments(
                        "{class: quasi, action: shift, days: 30, person: ids, namespace: user}",
                        ".person is \"ids\", which tables.users.columns does not have; did you mean id?"),
                arguments(
                        "{class: quasi, action: shift, days: 30, person: tel, namespace: user}",
                        ".person is \"tel\", the column itself."),
                arguments(
                        "{class: quasi, action: shift, days: 30, person: id, namespace: user, type: varchar}",
                        ".type is \"varchar\", but must be one of date, timestamp(3)."),
                arguments(
                        "{class: quasi, action: bucket}",
                        ".edges is missing; it must be a list with at least one entry."),
                arguments(
                        "{class: quasi, action: bucket, edges: []}",
                        ".edges is an empty list, but must be a list with at least one entry."),
                arguments(
                        "{class: quasi, action: bucket, edges: [0, ten]}",
                        ".edges[1] is \"ten\", but must be a number from -1000000000000000 to 1000000000000000."),
                arguments(
                        "{class: quasi, action: bucket, edges: [0, 3000000, 3000000.0]}",
                        ".edges[2] is 3000000, but must be more than the edge before, which is 3000000."),
                arguments(
                        "{class: free_text, action: json}",
                        ".paths is missing; it must be a map with at least one key."),
                arguments(
                        "{class: free_text, action: json, paths: {theme: theme}}",
                        ".paths.theme is \"theme\", but must be a JSON path of keys and indexes such as $.theme, $.tags[0] or $[\"font size\"]."),
                arguments(
                        "{class: free_text, action: json, paths: {all: $}}",
                        ".paths.all is \"$\", but must be a JSON path of keys and indexes such as $.theme, $.tags[0] or $[\"font size\"]."),
                arguments(
                        "{class: free_text, action: json, paths: {Theme: $.theme}}",
                        ".paths.Theme has a name that must be at most 64 lower-case letters, digits and _, beginning with a letter."),
                arguments(
                        "{class: free_text, action: length, mayContain: {phone: ok}}",
                        ".mayContain is allowed only for a column that is published as text, which action length does not."),
                arguments(
                        "{class: free_text, action: json, paths: {a: $.a}, mayContain: {phones: ok}}",
                        ".mayContain.phones is not a known key; did you mean phone?"),
                arguments(
                        "{class: free_text, action: json, paths: {a: $.a}, mayContain: {phone: ''}}",
                        ".mayContain.phone is empty, but must say why such values point at nobody."),
                arguments(
                        "{class: quasi, action: year, unparsablePercent: 101}",
                        ".unparsablePercent is 101, but must be a whole number from 0 to 100."),
                arguments(
                        "{class: identifier, action: pseudonym, namespace: user, unparsablePercent: 1}",
                        ".unparsablePercent is 1, but must be left out with action pseudonym."),
                arguments(
                        "{class: financial, action: length}",
                        ".action is \"length\", but class financial allows only drop, \"null\"."),
                arguments(
                        "{class: financial, action: email}",
                        ".action is \"email\", but class financial allows only drop, \"null\"."));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aColumnThatIsNotMaskedProperlyIsRefused(String policy, String sentence) {
        ExampleEnvironment folder = ExampleEnvironment.in(root).masking(TEL, policy);

        assertThat(folder.problems()).containsExactly(MASKING_FILE + TEL_PATH + sentence);
    }

    @ParameterizedTest
    @MethodSource("weakClasses")
    void everyOtherClassMayBeKeptForAReason(String dataClass) {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .masking(
                                TEL,
                                "{class: "
                                        + dataClass
                                        + ", action: keep, type: varchar, reason: ok}");

        assertThat(folder.load().policies()).containsKey("learning");
    }

    static Stream<String> weakClasses() {
        return Stream.of("quasi", "attribute", "free_text", "none");
    }

    /** What is replaced in a valid file, by what, and the only sentence about it. */
    static Stream<Arguments> replacements() {
        return Stream.of(
                arguments(
                        "source: learning",
                        "source: shop",
                        "source is \"shop\", but must be \"learning\" as the file's name says."),
                arguments(
                        "source: learning\n",
                        "",
                        "source is missing; it must be the name of a source of platform.yaml."),
                arguments(
                        "source: learning",
                        "source: learning\nminimumDomainPeople: 1",
                        "minimumDomainPeople is 1, but must be a whole number from 2 to 1000000."),
                arguments(
                        "      tel:",
                        "      EMAIL:",
                        "tables.users.columns.EMAIL is there as \"email\" too; the data catalog does not tell upper from lower case."),
                arguments(
                        "      tel:",
                        "      'tel no':",
                        "tables.users.columns.\"tel no\" has a name that RDS never exports: it must not be empty or contain , ; { } ( ) = space, tab or line break."),
                arguments(
                        "      tel:",
                        "      '':",
                        "tables.users.columns.\"\" has a name that RDS never exports: it must not be empty or contain , ; { } ( ) = space, tab or line break."),
                arguments(
                        "{class: none, action: keep, type: bigint, reason: numbers the rows}",
                        "{class: none, action: drop}",
                        "tables.courses.columns drops every column, so there is nothing to publish; remove the table here and in platform.yaml."),
                arguments(
                        "tables:",
                        "timeZone: Asia/Tokio\ntables:",
                        "timeZone is \"Asia/Tokio\", which is no time zone; did you mean Asia/Tokyo?"),
                arguments(
                        "tables:",
                        "onUnclassified: publish\ntables:",
                        "onUnclassified is \"publish\", but must be one of withhold, halt."),
                arguments(
                        "tables:",
                        "unparsablePercent: -1\ntables:",
                        "unparsablePercent is -1, but must be a whole number from 0 to 100."),
                arguments(
                        "{class: identifier, action: drop}",
                        "{class: free_text, action: json, paths: {no: $.no}}\n      TEL_no: {class: none, action: length}",
                        "tables.users.columns.TEL_no is published as \"tel_no\", which column \"tel\" is published as too; give the path of the JSON text another name."),
                arguments(
                        "  courses:\n    columns:",
                        "  courses:\n    column:",
                        "tables.courses.column is not a known key; did you mean columns?"),
                arguments(
                        "  courses:",
                        "  course:",
                        "tables.course is no table of source \"learning\" of platform.yaml; did you mean courses?"),
                arguments(
                        "  courses:",
                        "  payments:",
                        "tables.payments is no table of source \"learning\" of platform.yaml; its tables are users, courses."),
                arguments(
                        "  courses:",
                        "  course:",
                        "tables.courses is missing; source \"learning\" of platform.yaml lists the table, so its columns need a policy."));
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void aFileThatDoesNotFitItsSourceIsRefused(String part, String replacement, String sentence) {
        ExampleEnvironment folder = ExampleEnvironment.in(root).masking(part, replacement);

        assertThat(folder.problems()).contains(MASKING_FILE + sentence);
    }

    @Test
    void theMinimumOfPeopleIsTenUnlessTheFileSaysOtherwise() {
        ExampleEnvironment silent = ExampleEnvironment.in(root, "silent");
        ExampleEnvironment loud =
                ExampleEnvironment.in(root, "loud")
                        .masking("source: learning", "source: learning\nminimumDomainPeople: 3");

        assertThat(silent.load().policies().get("learning").minimumDomainPeople()).isEqualTo(10);
        assertThat(loud.load().policies().get("learning").minimumDomainPeople()).isEqualTo(3);
    }
}
