package analysisplatform.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell parts of the workflows, with made-up programs in place of GitHub's and the tools. */
class WorkflowScriptsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CHANGED = Path.of("src/test/resources/plan/changed.json");
    private static final String STACKS = "[{\"stack\":\"prod\"},{\"stack\":\"prod-shop\"}]";

    @TempDir private Path folder;

    @BeforeEach
    void needsJq() throws Exception {
        assumeThat(new ProcessBuilder("sh", "-c", "command -v jq").start().waitFor())
                .as("jq is not installed: scripts of the workflows are not tested")
                .isZero();
    }

    @Test
    void onlyStacksWithARoleArePlannedAndEnvironmentsAreNotMixed() throws Exception {
        stack("dev", "dev");
        stack("dev-eu-shop", "dev-eu");
        stack("other", "other");
        String roles = "{\"dev\":\"arn:plan\",\"dev-eu-shop\":\"arn:eu\"}";

        Run all = script("stacks.sh", folder.toString(), roles, "{\"dev\":\"arn:deploy\"}");
        Run dev = script("stacks.sh", folder.toString(), roles, "", "dev");
        Run none = script("stacks.sh", folder.toString(), "", "");

        assertThat(all.out())
                .isEqualToIgnoringWhitespace(
                        "[{\"stack\":\"dev\",\"environment\":\"dev\",\"approval\":\"dev\",\"region\":\"eu-west-1\",\"plan_role\":\"arn:plan\",\"deploy_role\":\"arn:deploy\"},"
                                + "{\"stack\":\"dev-eu-shop\",\"environment\":\"dev-eu\",\"approval\":\"dev-eu\",\"region\":\"eu-west-1\",\"plan_role\":\"arn:eu\",\"deploy_role\":\"\"}]");
        assertThat(dev.out()).contains("\"dev\"").doesNotContain("dev-eu");
        assertThat(none.out()).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void aStackThatMakesItsOwnRolesNeedsNoVariableAndAVariableComesFirst() throws Exception {
        stack(
                "prod",
                "prod",
                "{\"github\":{\"value\":{\"plan_role\":\"arn:own-plan\",\"deploy_role\":\"arn:own-deploy\",\"environment\":\"live\"}}}");

        Run own = script("stacks.sh", folder.toString(), "", "", "prod");
        Run other = script("stacks.sh", folder.toString(), "{\"prod\":\"arn:plan\"}", "");

        assertThat(own.out())
                .isEqualToIgnoringWhitespace(
                        "[{\"stack\":\"prod\",\"environment\":\"prod\",\"approval\":\"live\",\"region\":\"eu-west-1\",\"plan_role\":\"arn:own-plan\",\"deploy_role\":\"arn:own-deploy\"}]");
        assertThat(other.out()).contains("arn:plan", "arn:own-deploy").doesNotContain("own-plan");
    }

    @Test
    void onlyStacksThatChangeAreApproved() throws Exception {
        plan("prod", Files.readString(CHANGED));
        plan("prod-shop", "{\"resource_changes\":[{\"change\":{\"actions\":[\"no-op\"]}}]}");

        Run run = script("changed.sh", STACKS, folder.toString());

        assertThat(run.out()).isEqualToIgnoringWhitespace("[{\"stack\":\"prod\"}]");
    }

    @Test
    void aStackWithoutAPlanIsNeverTakenForUnchanged() throws Exception {
        plan("prod", Files.readString(CHANGED));

        assertThat(script("changed.sh", STACKS, folder.toString()).exit()).isNotZero();
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1", "'', 1"})
    void driftFails(String changes, int exit) throws Exception {
        assertThat(script("drift.sh", "prod", changes).exit()).isEqualTo(exit);
    }

    @Test
    void onlyLabelsAboutMasksReachTheComparisonAndItsExitCodeStands() throws Exception {
        Path report = folder.resolve("masks.md");
        Path tools = program("tools", "echo \"$@\" >\"$5\"; exit 5");

        Run run =
                script(
                        tools,
                        "masks.sh",
                        "old",
                        "new",
                        report.toString(),
                        "[\"bug; rm\",\"weaker-masks-1\"]");

        assertThat(run.exit()).isEqualTo(5);
        assertThat(report).content().contains("--accepted weaker-masks-1").doesNotContain("bug");
    }

    @Test
    void aComparisonThatSaysNothingFails() throws Exception {
        Path report = folder.resolve("masks.md");

        Run run =
                script(
                        program("tools", "exit 0"),
                        "masks.sh",
                        "old",
                        "new",
                        report.toString(),
                        "[]");

        assertThat(run.exit()).isNotZero();
        assertThat(report).content().contains("could not be compared");
    }

    @ParameterizedTest
    @CsvSource({
        "77, -X PATCH repos/acme/platform/issues/comments/77",
        "'', -X POST repos/acme/platform/issues/9/comments"
    })
    void thereIsOneCommentOnly(String found, String call) throws Exception {
        plan("prod", Files.readString(CHANGED));
        Path calls = folder.resolve("calls");
        program(
                "gh",
                "echo \"$@\" >>"
                        + calls
                        + "; case \"$*\" in *--paginate*) echo "
                        + found
                        + ";; esac");
        Path tools =
                program(
                        "tools",
                        "echo \"$@\" >"
                                + folder
                                + "/told; for last; do :; done; echo x >\"$last\"");

        Run run =
                script(
                        tools,
                        "comment.sh",
                        "acme/platform",
                        "9",
                        STACKS,
                        folder.toString(),
                        "https://r");

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(calls).content().contains(call);
        assertThat(folder.resolve("told"))
                .content()
                .contains("--plan prod=", "--unplanned prod-shop", "--run https://r");
    }

    private record Run(int exit, String out) {}

    private Run script(String name, String... arguments) throws Exception {
        return script(folder.resolve("no-tools"), name, arguments);
    }

    private Run script(Path tools, String name, String... arguments) throws Exception {
        List<String> words =
                new ArrayList<>(
                        List.of("bash", ROOT.resolve(".github/scripts").resolve(name).toString()));
        Stream.of(arguments).forEach(words::add);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("TOOLS", tools.toString());
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes());
        return new Run(process.waitFor(), out);
    }

    private Path program(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private void plan(String stack, String json) throws IOException {
        Files.createDirectories(folder.resolve(stack));
        Files.writeString(folder.resolve(stack).resolve("plan.json"), json);
    }

    private void stack(String id, String environment) throws IOException {
        stack(id, environment, "{}");
    }

    private void stack(String id, String environment, String outputs) throws IOException {
        Files.createDirectories(folder.resolve(id));
        Files.writeString(
                folder.resolve(id).resolve("cdk.tf.json"),
                "{\"provider\":{\"aws\":[{\"region\":\"eu-west-1\",\"default_tags\":[{\"tags\":{\"Environment\":\"%s\"}}]}]},\"output\":%s}"
                        .formatted(environment, outputs));
    }
}
