package analysisplatform.tools;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.EnvironmentsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laptop's environment compared with itself, changed in one way each. */
class CompareTest {

    private static final String POLICY = "local/masking/learning.yaml";
    private static final Pattern LABEL = Pattern.compile("weaker-masks-[0-9a-f]{8}");
    private static final int WEAKER = 5;

    private static final String NAME = "name: {class: identifier, action: drop}";
    private static final String NAME_LENGTH = "name: {class: identifier, action: length}";

    @TempDir private Path folder;

    @Test
    void nothingChangedIsNothingToAccept() throws IOException {
        CommandLineRun run = compare("", "");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualToIgnoringNewLines("No mask and no check of it got weaker.");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    email: {class: identifier, action: email}                     | email: {class: quasi, action: keep, type: varchar, reason: x}     | `local/learning/users.email`: `email` → `keep varchar`
    name: {class: identifier, action: drop}                       | name: {class: identifier, action: length}                         | `local/learning/users.name`: `drop` → `length`
    name: {class: identifier, action: drop}                       | name: {class: identifier, action: pseudonym, namespace: name}     | `local/learning/users.name`: `drop` → `pseudonym name`
    username: {class: identifier, action: pseudonym, namespace: username} | username: {class: identifier, action: pseudonym, namespace: user} | `pseudonym username` → `pseudonym user`
    birthday: {class: quasi, action: age_band, years: 10}         | birthday: {class: quasi, action: age_band, years: 5}              | `age_band of 10 years` → `age_band of 5 years`
    postal_code: {class: quasi, action: prefix, length: 3}        | postal_code: {class: quasi, action: prefix, length: 5}            | `prefix 3` → `prefix 5`
    action: bucket, edges: [0, 1000, 5000]}                       | action: bucket, edges: [0, 100, 1000, 5000]}                      | `bucket [0, 1000, 5000]` → `bucket [0, 100, 1000, 5000]`
    paths: {theme: $.theme}}                                      | paths: {theme: $.theme, mail: $.mail}}                            | `json {theme=$.theme}` → `json {theme=$.theme, mail=$.mail}`
    sign_in_count: {class: attribute, action: keep, type: bigint  | sign_in_count: {class: attribute, action: keep, type: varchar     | `keep bigint` → `keep varchar`
    avatar: {class: quasi, action: drop}                          | avatar2: {class: quasi, action: keep, type: varchar, reason: x}   | `local/learning/users.avatar2`: `not published` → `keep varchar`
    name_kana: {class: identifier, action: drop}                  | name_kana: {class: attribute, action: drop}                       | `local/learning/users.name_kana class`: `identifier` → `attribute`
    minimumDomainPeople: 10                                       | minimumDomainPeople: 5                                            | `local/learning minimumDomainPeople`: `10` → `5`
    minimumPeople: 5                                              | minimumPeople: 2                                                  | `at least 5 people, else report` → `at least 2 people, else report`
    columns: [birthday, gender, prefecture]                       | columns: [birthday, gender]                                       | `at least 5 people, else report` → `none`
    plan: {class: attribute, action: keep, type: varchar          | plan: {class: attribute, action: keep, mayContain: {phone: x}, type: varchar | `local/learning/users.plan mayContain`: `none` → `phone`
    """)
    void aWeakerMaskMustBeAccepted(String before, String after, String told) throws IOException {
        CommandLineRun run = compare(before, after);

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(WEAKER);
        assertThat(run.out()).startsWith("### :rotating_light: Masks got weaker").contains(told);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    email: {class: identifier, action: email}                     | email: {class: identifier, action: drop}                          | `local/learning/users.email: email -> drop`
    birthday: {class: quasi, action: age_band, years: 10}         | birthday: {class: quasi, action: age_band, years: 20}             | age_band of 20 years
    postal_code: {class: quasi, action: prefix, length: 3}        | postal_code: {class: quasi, action: prefix, length: 2}            | prefix 2
    action: bucket, edges: [0, 1000, 5000]}                       | action: bucket, edges: [0, 5000]}                                 | bucket [0, 5000]
    action: keep, type: varchar, reason: one of three plans       | action: length                                                    | keep varchar -> length
    avatar: {class: quasi, action: drop}                          | avatar2: {class: quasi, action: length}                           | `local/learning/users.avatar2: not published -> length`
    """)
    void aStrongerMaskIsToldAndNeedsNobody(String before, String after, String told)
            throws IOException {
        CommandLineRun run = compare(before, after);

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Other changes of what is published:", told);
    }

    @Test
    void anotherReasonToKeepAColumnIsNoChange() throws IOException {
        CommandLineRun run = compare("reason: one of three plans", "reason: one of our plans");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("Other changes");
    }

    @Test
    void theLabelAcceptsExactlyWhatItWasMadeFor() throws IOException {
        String label = label(compare(NAME, NAME_LENGTH));

        CommandLineRun accepted = compare(NAME, NAME_LENGTH, "bug", label);
        CommandLineRun more =
                compare(
                        NAME,
                        NAME_LENGTH
                                + "\n      extra: {class: none, action: keep, type: bigint, reason: x}",
                        label);

        assertThat(accepted.exit()).isZero();
        assertThat(accepted.out()).contains("Accepted with the label `" + label + "`");
        assertThat(more.exit()).isEqualTo(WEAKER);
        assertThat(label(more)).isNotEqualTo(label);
    }

    @Test
    void everyUnmaskedColumnOfANewSourceMustBeAccepted() throws IOException {
        Path before = copy("before");
        Files.move(before.resolve("local"), before.resolve("other"));

        CommandLineRun run =
                CommandLineRun.in(before)
                        .call("compare", before.toString(), copy("after").toString());

        assertThat(run.exit()).isEqualTo(WEAKER);
        assertThat(run.out())
                .contains(
                        "**Published unmasked from now on**",
                        "`local/learning/users.plan`: `not published` → `keep varchar`");
    }

    @Test
    void moreReadersOfRawDataMustBeAccepted() throws IOException {
        Path after = copy("after");
        Path platform = after.resolve("local/platform.yaml");
        Files.writeString(
                platform,
                Files.readString(platform)
                        + "\nbreakGlassPrincipals: [\"arn:aws:iam::111111111111:role/officer\"]\n");

        CommandLineRun run =
                CommandLineRun.in(after)
                        .call("compare", copy("before").toString(), after.toString());

        assertThat(run.exit()).isEqualTo(WEAKER);
        assertThat(run.out()).contains("role/officer may read raw data");
    }

    @Test
    void smallerGroupsOfAKpiMustBeAccepted() throws IOException {
        Path before = copy("before");
        Path kpis = before.resolve("local/kpis.yaml");
        Files.writeString(
                kpis,
                Files.readString(kpis)
                        .replaceFirst("(?m)^(minimumGroup:.*\n)?kpis:", "minimumGroup: 50\nkpis:"));

        CommandLineRun run =
                CommandLineRun.in(before)
                        .call("compare", before.toString(), copy("after").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(WEAKER);
        assertThat(run.out()).contains("groups of at least 50 people");
    }

    @Test
    void whatCannotBeReadIsNeverCalledUnchanged() throws IOException {
        Path before = copy("before");
        Files.writeString(before.resolve(POLICY), "source: learning\n");

        CommandLineRun invalid =
                CommandLineRun.in(before)
                        .call("compare", before.toString(), copy("after").toString());
        CommandLineRun absent =
                CommandLineRun.in(before).call("compare", "nowhere", before.toString());

        assertThat(invalid.exit()).isEqualTo(1);
        assertThat(invalid.err()).contains("masking/learning.yaml");
        assertThat(absent.exit()).isEqualTo(64);
        assertThat(absent.err()).contains("nowhere: there is no such folder of environments.");
    }

    /** The policy with one text replaced, against the policy as it is. */
    private CommandLineRun compare(String before, String after, String... labels)
            throws IOException {
        Path old = copy("old" + System.nanoTime());
        Path changed = copy("new" + System.nanoTime());
        Path policy = changed.resolve(POLICY);
        String text = Files.readString(policy);
        assertThat(text).contains(before);
        int at = text.indexOf(before);
        Files.writeString(
                policy, text.substring(0, at) + after + text.substring(at + before.length()));
        List<String> call = new ArrayList<>(List.of("compare", old.toString(), changed.toString()));
        if (labels.length > 0) {
            call.addAll(List.of("--accepted", String.join(",", labels)));
        }
        return CommandLineRun.in(changed).call(call.toArray(String[]::new));
    }

    private static String label(CommandLineRun run) {
        Matcher label = LABEL.matcher(run.out());
        assertThat(label.find()).isTrue();
        return label.group();
    }

    private Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        Path local = EnvironmentsFolder.locate().resolve("local");
        try (var files = Files.walk(local)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve("local").resolve(local.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }
}
