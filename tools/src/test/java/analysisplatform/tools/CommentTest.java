package analysisplatform.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The comment about plans. {@code changed.json} is what Terraform 1.11.4 with provider 5.100.0
 * showed of a plan against the stand-in; only its states before and after the changes were cut
 * away.
 */
class CommentTest {

    private static final Path CHANGED = Path.of("src/test/resources/plan/changed.json");
    private static final int LIMIT = 65_536;

    @TempDir private Path folder;

    @Test
    void lostDataStandsAboveEverythingElse() {
        String text = comment("--plan", "prod=" + CHANGED);

        assertThat(text)
                .startsWith("<!-- analysis-platform: plan -->")
                .containsSubsequence(
                        "### :rotating_light: Data is lost",
                        "`aws_s3_bucket.old` in `prod` is destroyed; lost: every object of the bucket",
                        "`aws_dynamodb_table.runs` in `prod` is destroyed and made again; lost: locks",
                        "`aws_s3_bucket.masked` in `prod` is destroyed and made again",
                        "| `prod` | 1 | 2 |  | 4 | 1 |  |",
                        "### `prod`",
                        ":warning: `aws_s3_bucket.old` destroyed",
                        "`aws_sns_topic.alerts` created");
    }

    @Test
    void changesAreShownWithTheirValues() {
        assertThat(comment("--plan", "prod=" + CHANGED))
                .contains(
                        "- `aws_cloudwatch_log_group.runs` changed\n  - `retention_in_days` `30` → `90`",
                        "  - `bucket` `acme-prod-masked` → `acme-prod-masked-2` **makes it anew**",
                        "  - `assume_role_policy` 128 characters → 130 characters");
    }

    @Test
    void whatFollowsFromMakingAResourceAnewIsLeftOut() {
        assertThat(comment("--plan", "prod=" + CHANGED)).doesNotContain("`website_endpoint`");
    }

    @Test
    void secretsAreNotShown() throws IOException {
        assertThat(Files.readString(CHANGED)).contains("hunter2-secret", "correct-horse-secret");

        assertThat(comment("--plan", "prod=" + CHANGED))
                .contains("- `aws_ssm_parameter.token` changed", "`value` (sensitive)")
                .doesNotContain("hunter2", "correct-horse");
    }

    @Test
    void weakerMasksStandFirst() throws IOException {
        Path masks = Files.writeString(folder.resolve("masks.md"), "### Masks got weaker\n");

        assertThat(comment("--masks", masks.toString(), "--plan", "prod=" + CHANGED))
                .containsSubsequence("### Masks got weaker", "Data is lost");
    }

    @Test
    void aStackWithoutAPlanIsTold() {
        assertThat(comment("--unplanned", "prod-shop", "--run", "https://example.com/run"))
                .contains(":warning: No plan of `prod-shop`", "(https://example.com/run)");
    }

    @Test
    void aHugePlanFitsIntoOneCommentAndKeepsWhatMatters() throws IOException {
        ObjectNode plan = (ObjectNode) JsonMapper.builder().build().readTree(CHANGED.toFile());
        var changes = plan.withArray("resource_changes");
        var role = changes.get(2);
        for (int index = 0; index < 3000; index++) {
            changes.add(((ObjectNode) role.deepCopy()).put("address", "aws_iam_role.名" + index));
        }
        Path huge = Files.writeString(folder.resolve("huge.json"), plan.toString());

        String text = comment("--plan", "prod=" + huge);

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(LIMIT - 1000, LIMIT);
        assertThat(text)
                .contains("`aws_s3_bucket.old` in `prod` is destroyed", "more lines do not fit");
    }

    @Test
    void noValueBreaksOutOfTheComment() throws IOException {
        String evil = "x`\\n\\n# @everyone <img src=x> | [a](b)";
        Path plan =
                Files.writeString(
                        folder.resolve("evil.json"),
                        Files.readString(CHANGED)
                                .replace("\"acme-prod-masked-2\"", "\"" + evil + "\""));

        assertThat(comment("--plan", "prod=" + plan))
                .contains("→ `x' # @everyone <img src=x> | [a](b)` **makes it anew**");
    }

    @Test
    void whatIsNoPlanIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("plan.txt"), "Plan: 1 to add");
        Path json = Files.writeString(folder.resolve("plan.json"), "{}");
        Path broken =
                Files.writeString(
                        folder.resolve("broken.json"),
                        Files.readString(CHANGED)
                                .replace("\"errored\": false", "\"errored\": true"));

        assertThat(refusal(text)).contains("plan.txt: is not the JSON of a plan");
        assertThat(refusal(json)).contains("The plan of prod has no format_version");
        assertThat(refusal(broken)).contains("ended with an error");
    }

    private String comment(String... arguments) {
        CommandLineRun run = call(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private String refusal(Path plan) {
        CommandLineRun run = call("--plan", "prod=" + plan);
        assertThat(run.exit()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    private CommandLineRun call(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "comment";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandLineRun.in(folder).call(all);
    }
}
