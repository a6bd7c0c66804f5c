package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnTheStandIn
class DeploymentTest {

    private static final List<String> TAGS = List.of("Project", "Environment", "ManagedBy");

    private final DeployedPlatform platform;

    DeploymentTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @Test
    void aSecondPlanOfBothAccountsChangesNothing() {
        assertThat(platform.deployment.pendingChanges()).isEmpty();
    }

    /** Only the provider knows what can be tagged, and which tags of the stack got there. */
    @Test
    void whateverCanBeTaggedSaysWhoseItIs() {
        List<Terraform.Applied> taggable =
                platform.deployment.applied().stream()
                        .filter(it -> it.attributes().has("tags_all"))
                        .toList();

        assertThat(taggable).hasSizeGreaterThan(10);
        assertThat(taggable)
                .filteredOn(it -> !TAGS.stream().allMatch(it.attributes().get("tags_all")::has))
                .isEmpty();
    }

    @Test
    void terraformAcceptsEveryStackOfEveryEnvironment() throws IOException {
        Workspace workspace =
                new Workspace(
                        OnTheStandIn.Extension.workspace().root(), platform.folder("validate"));
        Synthesis synthesis = new Synthesis(workspace, workspace.root().resolve("environments"));
        int validated = 0;

        for (Path stacks : List.of(synthesis.analysis(), synthesis.source())) {
            try (Stream<Path> all = Files.list(stacks)) {
                for (Path stack : all.sorted().toList()) {
                    Terraform terraform = new Terraform(workspace, stack);
                    terraform.initWithoutState();
                    terraform.validate();
                    validated++;
                }
            }
        }

        assertThat(validated).isGreaterThanOrEqualTo(2);
    }
}
