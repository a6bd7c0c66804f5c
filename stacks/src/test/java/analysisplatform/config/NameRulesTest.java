package analysisplatform.config;

import static analysisplatform.config.ExampleEnvironment.PLATFORM_FILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameRulesTest {

    @TempDir private Path root;

    @Test
    void aProjectThatMakesBucketsTooLongIsRefused() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .platform("project: acme", "project: acme-analysis-platform");

        assertThat(folder.problems())
                .containsExactly(
                        PLATFORM_FILE
                                + "project is \"acme-analysis-platform\", but makes the S3 bucket \"acme-analysis-platform-test-quarantine-111111111111-ap-northeast-1\" of 66 characters, and at most 63 are allowed; shorten project or environment.");
    }

    @Test
    void theLongestProjectThatS3TakesIsAccepted() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .platform("project: acme", "project: acme-analysis-platf");

        assertThat(folder.load().platform().project()).isEqualTo("acme-analysis-platf");
    }

    @Test
    void aSourceThatMakesRolesAndRulesTooLongIsRefused() {
        String name = "s".repeat(47);
        ExampleEnvironment folder = renamed(name);

        assertThat(folder.problems())
                .containsExactly(
                        PLATFORM_FILE
                                + "sources[0].name is \""
                                + name
                                + "\", but makes the IAM role \"acme-test-crawler-"
                                + name
                                + "\" of 65 characters, and at most 64 are allowed; shorten project, environment or source.",
                        PLATFORM_FILE
                                + "sources[0].name is \""
                                + name
                                + "\", but makes the EventBridge rule \"acme-test-crawl-failed-"
                                + name
                                + "\" of 70 characters, and at most 64 are allowed; shorten project, environment or source.");
    }

    @Test
    void theLongestSourceThatEventBridgeTakesIsAccepted() {
        String name = "s".repeat(41);

        assertThat(renamed(name).load().sources().get(0).name()).isEqualTo(name);
    }

    @Test
    void aProjectThatS3KeepsForItselfIsRefused() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root).platform("project: acme", "project: sthree");

        assertThat(folder.problems())
                .containsExactly(
                        PLATFORM_FILE
                                + "project is \"sthree\", but S3 allows no bucket name that begins with sthree-.");
    }

    @Test
    void twoSourcesWhoseRolesFallTogetherAreRefused() {
        ExampleEnvironment folder =
                renamed("nightly-a")
                        .platform("\"222222222222\"", "\"111111111111\"")
                        .platformAlso(
                                """
                                  - name: a-caller
                                    account: "111111111111"
                                    engine: mysql
                                    kind: cluster
                                    identifier: other
                                    database: learning
                                    tables: [users]
                                """)
                        .file(
                                "masking/a-caller.yaml",
                                """
                                source: a-caller
                                tables:
                                  users: {columns: {id: {class: identifier, action: email}}}
                                """);

        assertThat(folder.problems())
                .containsExactly(
                        PLATFORM_FILE
                                + "sources[1].name is \"a-caller\", but makes the IAM role \"acme-test-nightly-a-caller\", which source \"nightly-a\" needs too; choose another name.");
    }

    private ExampleEnvironment renamed(String name) {
        return ExampleEnvironment.in(root)
                .platform("name: learning", "name: " + name)
                .without("masking/learning.yaml")
                .file(
                        "masking/" + name + ".yaml",
                        """
                        source: %s
                        tables:
                          users: {columns: {id: {class: identifier, action: email}}}
                          courses: {columns: {id: {class: identifier, action: email}}}
                        """
                                .formatted(name));
    }
}
