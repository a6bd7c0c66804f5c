package analysisplatform.config;

import static analysisplatform.config.ExampleEnvironment.MASKING_FILE;
import static analysisplatform.config.ExampleEnvironment.PLATFORM_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentLoaderTest {

    @TempDir private Path root;

    @Test
    void tellsEverythingThatIsWrongInAllFilesAtOnce() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .platform("project: acme", "project: ACME")
                        .platform("[users, courses]", "[users, courses, Users]")
                        .platformAlso("timeZone: Mars/Base\nretention: {quarantineDays: 0}\n")
                        .masking("source: learning", "source: shop")
                        .masking("action: email", "action: mail")
                        .masking("class: free_text, action: \"null\"", "class: code, action: keep")
                        .file("masking/shop.yaml", "source: shop\ntables: {a: {columns: {}}}\n")
                        .file("masking/notes.txt", "");

        assertThat(folder.problems())
                .containsExactlyInAnyOrder(
                        PLATFORM_FILE
                                + "project is \"ACME\", but must be lower-case letters and digits, beginning with a letter, with single hyphens between them.",
                        PLATFORM_FILE
                                + "retention.quarantineDays is 0, but must be a whole number from 1 to 7.",
                        PLATFORM_FILE
                                + "timeZone is \"Mars/Base\", which is no time zone; write a name such as Asia/Tokyo or UTC.",
                        PLATFORM_FILE
                                + "sources[0].tables[2] is \"Users\", but \"users\" is listed too and both become \"learning_users\" in the data catalog.",
                        MASKING_FILE
                                + "source is \"shop\", but must be \"learning\" as the file's name says.",
                        MASKING_FILE
                                + "tables.users.columns.email.action is \"mail\", but must be one of keep, drop, \"null\", pseudonym, email, prefix, year, month, age_band, shift, bucket, ip_network, length, json.",
                        MASKING_FILE
                                + "tables.users.columns.memo.reason is missing; it must say why keeping the value touches nobody's privacy.",
                        MASKING_FILE
                                + "tables.Users is missing; source \"learning\" of platform.yaml lists the table, so its columns need a policy.",
                        "environments/test/masking/shop.yaml: tables.a.columns is an empty map, but must be a map with at least one key.",
                        "environments/test/masking/shop.yaml: platform.yaml has no source \"shop\"; its sources are learning.",
                        "environments/test/masking/notes.txt: the file's name must end with .yaml.");
    }

    @Test
    void theExceptionsMessageIsEveryProblemOnItsOwnLine() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .without("masking/learning.yaml")
                        .platform("kind: cluster", "kind: node");

        assertThatThrownBy(folder::load)
                .hasMessage(
                        String.join(
                                System.lineSeparator(),
                                PLATFORM_FILE
                                        + "sources[0].kind is \"node\", but must be one of instance, cluster.",
                                MASKING_FILE
                                        + "the file is missing; source \"learning\" of platform.yaml needs a masking policy."));
    }

    @Test
    void aMissingPlatformFileIsNamed() {
        ExampleEnvironment folder = ExampleEnvironment.in(root).without("platform.yaml");

        assertThat(folder.problems()).containsExactly(PLATFORM_FILE + "the file is missing.");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path folder = root.resolve("nowhere");

        assertThatThrownBy(() -> EnvironmentLoader.load(folder))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(folder + ": there is no such folder.");
    }

    @Test
    void hiddenFilesOfEditorsAreLeftAlone() {
        ExampleEnvironment folder = ExampleEnvironment.in(root).file("masking/.learning.swp", "x");

        assertThat(folder.load().policies()).containsOnlyKeys("learning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Prod", "a--b", "a-", "1st", "a_b", "a b"})
    void aFolderWhoseNameCannotBePartOfNamesIsRefused(String name) {
        ExampleEnvironment folder = ExampleEnvironment.in(root, name);

        assertThat(folder.problems())
                .contains(
                        "environments/"
                                + name
                                + ": the folder's name must be lower-case letters and digits, beginning with a letter, with single hyphens between them.");
    }

    @Test
    void allEnvironmentsAreReadByName() {
        ExampleEnvironment.in(root, "prod");
        ExampleEnvironment.in(root, "dev");
        ExampleEnvironment.in(root, ".hidden");

        List<Environment> loaded = EnvironmentLoader.loadAll(root.resolve("environments"));

        assertThat(loaded).extracting(Environment::name).containsExactly("dev", "prod");
    }

    @Test
    void problemsOfAllEnvironmentsAreToldTogether() {
        ExampleEnvironment.in(root, "dev").platform("kind: cluster", "kind: x");
        ExampleEnvironment.in(root, "prod").platform("kind: cluster", "kind: y");
        ExampleEnvironment.in(root, "test");

        assertThat(problemsOfAll())
                .containsExactly(
                        "environments/dev/platform.yaml: sources[0].kind is \"x\", but must be one of instance, cluster.",
                        "environments/prod/platform.yaml: sources[0].kind is \"y\", but must be one of instance, cluster.");
    }

    @Test
    void twoEnvironmentsThatWouldShareAStackAreRefused() {
        ExampleEnvironment.in(root, "dev-eu").platform("\"111111111111\"", "\"999999999999\"");
        ExampleEnvironment.in(root, "dev")
                .platform("name: learning", "name: eu-learning")
                .without("masking/learning.yaml")
                .file(
                        "masking/eu-learning.yaml",
                        """
                        source: eu-learning
                        tables:
                          users: {columns: {id: {class: identifier, action: email}}}
                          courses: {columns: {id: {class: identifier, action: email}}}
                        """);

        assertThat(problemsOfAll())
                .containsExactly(
                        "environments dev and dev-eu both make the source stack \"dev-eu-learning\"; rename one of them, its project or its source.");
    }

    @Test
    void twoEnvironmentsThatWouldShareANameInOneAccountAreRefused() {
        ExampleEnvironment.in(root, "eu-dev");
        ExampleEnvironment.in(root, "dev").platform("project: acme", "project: acme-eu");

        assertThat(problemsOfAll())
                .containsExactly(
                        "environments dev and eu-dev both take the S3 bucket \"acme-eu-dev-quarantine-111111111111-ap-northeast-1\" in account 111111111111; rename one of them, its project or its source.");
    }

    @Test
    void theSameNamesInAnotherAccountAreNobodysBusiness() {
        ExampleEnvironment.in(root, "eu-dev");
        ExampleEnvironment.in(root, "dev")
                .platform("project: acme", "project: acme-eu")
                .platform("\"111111111111\"", "\"999999999999\"")
                .platform("\"222222222222\"", "\"888888888888\"");

        assertThat(EnvironmentLoader.loadAll(root.resolve("environments"))).hasSize(2);
    }

    @Test
    void gitHubsRolesWouldReachAnEnvironmentWhoseNameGoesOnAfterTheirs() {
        ExampleEnvironment.in(root, "prod-eu");
        ExampleEnvironment.in(root, "prod").platformAlso("github: {repository: acme/analysis}\n");

        assertThat(problemsOfAll())
                .containsExactly(
                        "environment prod has github, whose roles would reach all that begins with \"acme-prod-\" in account 111111111111, also what is of environment prod-eu; rename one of them or its project.");
    }

    @Test
    void gitHubsRolesReachNoOtherAccountAndNoOtherName() {
        ExampleEnvironment.in(root, "prod-eu")
                .platformAlso("github: {repository: acme/analysis}\n")
                .platform("\"111111111111\"", "\"999999999999\"")
                .platform("\"222222222222\"", "\"888888888888\"");
        ExampleEnvironment.in(root, "prod").platformAlso("github: {repository: acme/analysis}\n");
        ExampleEnvironment.in(root, "product");

        assertThat(EnvironmentLoader.loadAll(root.resolve("environments"))).hasSize(3);
    }

    @Test
    void onlyOneEnvironmentMakesTheProviderOfAnAccount() {
        ExampleEnvironment.in(root, "dev").platformAlso("github: {repository: acme/analysis}\n");
        ExampleEnvironment prod =
                ExampleEnvironment.in(root, "prod")
                        .platformAlso("github: {repository: acme/analysis}\n");

        assertThat(problemsOfAll())
                .containsExactly(
                        "environments dev and prod both make GitHub's identity provider in account 111111111111, which can have only one; set github.provider to existing in one of them.");

        prod.platform("acme/analysis}", "acme/analysis, provider: existing}");
        assertThat(EnvironmentLoader.loadAll(root.resolve("environments"))).hasSize(2);
    }

    @Test
    void anEmptyEnvironmentsFolderIsAProblem() throws IOException {
        Path environments = Files.createDirectory(root.resolve("environments"));

        assertThat(problemsOfAll())
                .containsExactly(
                        environments
                                + ": there is no environment; add a folder with platform.yaml.");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        ExampleEnvironment folder = ExampleEnvironment.in(root);
        Files.write(
                folder.path().resolve("masking/learning.yaml"),
                "source: 学習".getBytes(StandardCharsets.UTF_16));

        assertThat(folder.problems()).containsExactly(MASKING_FILE + "the file is not UTF-8 text.");
    }

    private List<String> problemsOfAll() {
        return catchThrowableOfType(
                        InvalidConfiguration.class,
                        () -> EnvironmentLoader.loadAll(root.resolve("environments")))
                .problems();
    }
}
