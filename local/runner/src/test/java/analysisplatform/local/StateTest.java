package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.json.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where Terraform keeps what it knows, whom it works for, and what a new name does to it. */
@OnTheStandIn
class StateTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STRANGER = "999999999999";
    private static final String REFUSED = "AWS account ID not allowed: " + STRANGER;
    private static final String SECRET = "a-secret-that-nobody-prints";

    private final DeployedPlatform platform;
    private final Workspace workspace = OnTheStandIn.Extension.workspace();

    StateTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @Test
    void bucketOfTheStateIsMadeOnceAndFoundByTerraform() throws IOException {
        String first = bootstrap();
        String second = bootstrap();
        Path folder = withState("state-own", platform.environment.platform().account());

        assertThat(first).containsPattern("deletion guard +(created|already)");
        assertThat(second).contains("already").doesNotContain("created", "repaired");
        assertThat(terraform(folder, "init", 0)).contains("successfully initialized");
    }

    @Test
    void credentialsOfAnotherAccountAreRefusedInOneSentenceBeforeThereIsAState()
            throws IOException {
        Path folder = withState("state-strange", STRANGER);

        String said = terraform(folder, "init", 1);

        assertThat(said.substring(said.indexOf("Error:")))
                .hasLineCount(3)
                .endsWith(REFUSED)
                .doesNotContain(SECRET);
        assertThat(folder.resolve(".terraform")).doesNotExist();
    }

    @Test
    void credentialsOfAnotherAccountPlanNothing() throws IOException {
        Path folder = copyOfTheSourceStack("strange-plan");
        Path override = folder.resolve("local_override.tf.json");
        Files.writeString(
                override, Files.readString(override).replace(platform.source.account(), STRANGER));

        terraform(folder, "init", 0);

        assertThat(terraform(folder, "plan", 1)).contains(REFUSED).doesNotContain("to add");
    }

    @Test
    void renamedResourceIsMovedWithoutADestructionWhenItSaysWhereItCameFrom() throws IOException {
        Path folder = copyOfTheSourceStack("moved");
        Path file = folder.resolve("cdk.tf.json");
        String old = JSON.readTree(file.toFile()).at("/resource/aws_iam_role").fieldNames().next();
        ObjectNode renamed =
                (ObjectNode) JSON.readTree(Files.readString(file).replace(old, "renamed"));
        JSON.writeValue(file.toFile(), renamed);
        terraform(folder, "init", 0);

        assertThat(terraform(folder, "plan", 0)).containsPattern("[1-9] to destroy");

        renamed.putArray("moved")
                .addObject()
                .put("from", "aws_iam_role." + old)
                .put("to", "aws_iam_role.renamed");
        JSON.writeValue(file.toFile(), renamed);

        assertThat(terraform(folder, "plan", 0))
                .contains("has moved to aws_iam_role.renamed")
                .contains("0 to add, 0 to change, 0 to destroy");
    }

    private String bootstrap() {
        Command command =
                new Command(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "analysisplatform.bootstrap.Bootstrap",
                                platform.environment.name()),
                        workspace.root(),
                        Map.of(
                                "PLATFORM_ENVIRONMENTS",
                                workspace.folder().resolve("environments").toString(),
                                "AWS_ENDPOINT_URL",
                                platform.standIn.endpoint().toString(),
                                "AWS_ACCESS_KEY_ID",
                                "test",
                                "AWS_SECRET_ACCESS_KEY",
                                SECRET),
                        workspace.log("bootstrap"));
        command.run();
        return command.output();
    }

    /** The stack with its own backend on the stand-in, for a role of the given account. */
    private Path withState(String name, String account) throws IOException {
        Path folder = workspace.emptyDirectory(name);
        Files.copy(applied(platform.environment.name()), folder.resolve("cdk.tf.json"));
        String endpoint = platform.standIn.endpoint().toString();
        ObjectNode own =
                (ObjectNode)
                        JSON.readTree(folder.resolve("cdk.tf.json").toFile())
                                .at("/terraform/backend/s3");
        own.put("access_key", "test")
                .put("secret_key", SECRET)
                .put("use_path_style", true)
                .put("skip_metadata_api_check", true);
        own.putObject("endpoints").put("s3", endpoint).put("sts", endpoint).put("iam", endpoint);
        own.putObject("assume_role").put("role_arn", "arn:aws:iam::" + account + ":role/deployer");
        Files.writeString(
                folder.resolve("local_override.tf.json"),
                Json.text(Map.of("terraform", Map.of("backend", Map.of("s3", map(own))))));
        return folder;
    }

    private static Map<?, ?> map(ObjectNode node) {
        return JSON.convertValue(node, Map.class);
    }

    private Path copyOfTheSourceStack(String name) throws IOException {
        Path stack = applied(platform.names.sourceStack(platform.source)).getParent();
        Path folder = workspace.emptyDirectory(name);
        for (String file : List.of("cdk.tf.json", "local_override.tf.json", "terraform.tfstate")) {
            Files.copy(stack.resolve(file), folder.resolve(file));
        }
        return folder;
    }

    private Path applied(String stack) {
        return workspace.folder().resolve("terraform").resolve(stack).resolve("cdk.tf.json");
    }

    private String terraform(Path folder, String verb, int expected) {
        Command command =
                new Command(
                        List.of("terraform", verb, "-input=false", "-no-color"),
                        folder,
                        new ProviderMirror(workspace).environment(),
                        workspace.log("terraform-" + folder.getFileName() + "-" + verb));
        assertThat(command.exitCode()).as(command.output()).isEqualTo(expected);
        return command.output();
    }
}
