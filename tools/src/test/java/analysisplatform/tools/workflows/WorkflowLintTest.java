package analysisplatform.tools.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The workflows keep to GitHub's syntax, name nothing that is not there, and have no more rights
 * than they use. Every rule is shown to find what it forbids.
 */
class WorkflowLintTest {

    private static final Path ROOT = Path.of("../.github").toAbsolutePath().normalize();

    @TempDir private Path folder;

    @Test
    void workflowsActionsAndScriptsHaveNoProblem() {
        WorkflowFolder own = new WorkflowFolder(ROOT);

        assertThat(problems(own)).isEmpty();
        assertThat(own.workflows()).hasSizeGreaterThan(4);
        assertThat(own.steps()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
    workflows/ci.yml     | timeout-minutes: 90          | timeout-minute: 90            | ci.yml: verify has the unknown key timeout-minute
    workflows/ci.yml     | timeout-minutes: 90          | timeout-minutes: 900          | ci.yml: verify needs timeout-minutes from 1 to 120
    workflows/ci.yml     | `  pull_request:`            | `  pull_request_target:`      | ci.yml: on has the unknown key pull_request_target
    workflows/ci.yml     | `  pull_request:`            | `  workflow_run:`             | ci.yml: on has the unknown key workflow_run
    workflows/ci.yml     | branches: [main]             | branch: [main]                | ci.yml: on.push has the unknown key branch
    workflows/ci.yml     | contents: read               | contents: write               | ci.yml must give every job no more than contents: read
    workflows/ci.yml     | `permissions:`               | `permission:`                 | ci.yml has no permissions
    workflows/ci.yml     | persist-credentials: false   | fetch-depth: 1                | ci.yml: verify, step 1 must check out with persist-credentials: false
    workflows/ci.yml     | @11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2 | @v4     | workflows/ci.yml uses actions/checkout@v4 without a commit
    workflows/ci.yml     | ` # v4.2.2`                  | ` # latest`                   | workflows/ci.yml uses actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 and does not say its version
    workflows/ci.yml     | actions/setup                | actions/set-up                | workflows/ci.yml uses ./.github/actions/set-up, which is not there
    workflows/ci.yml     | .ci/run                      | echo "${{ github.head_ref }}" | ci.yml: verify, step 3 lets others write its script: hand it over by env
    workflows/ci.yml     | .ci/run                      | echo "${{ github.event.pull_request.title }}" | ci.yml: verify, step 3 lets others write its script: hand it over by env
    workflows/ci.yml     | .ci/run                      | echo "${{ github.sha }}"      | ci.yml: verify, step 3 has an expression in its script: hand it over by env
    workflows/ci.yml     | .ci/run                      | .github/scripts/apply.sh .    | ci.yml: verify applies a plan without an environment that approves it
    workflows/plan.yml   | `pull-requests: write`       | `issues: write`               | plan.yml: comment must not have the right issues="write"
    workflows/plan.yml   | `      pull-requests: write` | ``                            | plan.yml: comment lacks the right pull-requests: write
    workflows/plan.yml   | `      id-token: write`      | ``                            | plan.yml: plan lacks the right id-token: write
    workflows/plan.yml   | `      pull-requests: write` | `      id-token: write`       | plan.yml: comment has no use for the right id-token: write
    workflows/plan.yml   | GH_TOKEN: ${{ github.token } | GH_TOKEN: ${{ secrets.TOKEN } | plan.yml: comment, step 4 names secrets.TOKEN, which is not there
    workflows/plan.yml   | needs.synth.outputs.stacks != | needs.synth.outputs.stack != | plan.yml: plan names needs.synth.outputs.stack, which is not there
    workflows/plan.yml   | needs: [masks, synth, plan]  | needs: [mask, synth, plan]    | plan.yml: comment needs the job mask, which is not there
    workflows/plan.yml   | needs: [masks, synth, plan]  | needs: [masks, plan]          | plan.yml: comment names needs.synth.result, which is not there
    workflows/plan.yml   | ${{ matrix.stack.region }}   | ${{ matrix.region }}          | plan.yml: plan, step 2 names matrix.region, which is not there
    workflows/plan.yml   | `          region: `         | `          regions: `         | plan.yml: plan, step 2 hands over regions, which ./.github/actions/plan does not know
    workflows/plan.yml   | `          role: `           | `          roles: `           | plan.yml: plan, step 2 does not hand role to ./.github/actions/plan
    workflows/plan.yml   | vars.PLAN_ROLES              | vars.PLAN_ROLE                | plan.yml: synth names vars.PLAN_ROLE, which is not there
    workflows/synth.yml  | steps.stacks.outputs.stacks  | steps.stack.outputs.stacks    | synth.yml: synth names steps.stack.outputs.stacks, which is not there
    workflows/synth.yml  | steps.stacks.outputs.stacks  | steps.stacks.outputs.stack    | synth.yml: synth names steps.stacks.outputs.stack, which is not there
    workflows/synth.yml  | jobs.synth.outputs.stacks    | jobs.synth.outputs.all        | synth.yml names jobs.synth.outputs.all, which is not there
    workflows/synth.yml  | inputs.environment }         | inputs.environ }              | synth.yml: synth, step 4 names inputs.environ, which is not there
    workflows/synth.yml  | scripts/stacks.sh            | scripts/stack.sh              | synth.yml: synth, step 4 runs stack.sh, which is not there
    workflows/deploy.yml | `  group: deploy`            | `  group: ${{ github.sha }}`  | deploy.yml deploys, so it needs one concurrency group and cancels nothing
    workflows/deploy.yml | `  group: deploy`            | `  group: deploy\n  cancel-in-progress: true` | deploy.yml deploys, so it needs one concurrency group and cancels nothing
    workflows/deploy.yml | environment: ${{ matrix.stack.approval }} | ``               | deploy.yml: apply applies a plan without an environment that approves it
    workflows/deploy.yml | - id: changed                | - id: change                  | deploy.yml: changed names steps.changed.outputs.stacks, which is not there
    actions/plan/action.yml | `      shell: bash`       | ``                            | plan, step 4 has run without shell, which an action needs
    actions/plan/action.yml | steps.plan.outputs.changes | steps.plan.outputs.change    | plan names steps.plan.outputs.change, which is not there
    scripts/drift.sh     | set -euo pipefail            | set -e                        | scripts/drift.sh goes on after a failure: set -euo pipefail
    scripts/drift.sh     | esac                         | fi                            | scripts/drift.sh is no correct Bash
    """)
    void aBrokenRuleIsFound(String file, String part, String replacement, String problem)
            throws IOException {
        copy();
        change(file, part, replacement.replace("\\n", "\n"));

        assertThat(problems(new WorkflowFolder(folder))).contains(problem);
    }

    @Test
    void aScriptThatCannotRunOrThatNobodyRunsIsFound() throws IOException {
        copy();
        Path unused = folder.resolve("scripts/unused.sh");
        Files.writeString(unused, "#!/usr/bin/env bash\nset -euo pipefail\n");

        assertThat(problems(new WorkflowFolder(folder)))
                .containsExactlyInAnyOrder(
                        "scripts/unused.sh is run by no workflow",
                        "scripts/unused.sh is not executable");
    }

    @Test
    void aKeyThatIsWrittenTwiceIsRefused() throws IOException {
        copy();
        change("workflows/ci.yml", "name: ci\n", "name: ci\nname: ci\n");

        assertThatThrownBy(() -> problems(new WorkflowFolder(folder)))
                .rootCause()
                .hasMessageContaining("Duplicate field 'name'");
    }

    private static List<String> problems(WorkflowFolder folder) {
        return Stream.of(
                        KnownKeys.problems(folder),
                        SafeRights.problems(folder),
                        References.problems(folder),
                        Scripts.problems(folder))
                .flatMap(List::stream)
                .toList();
    }

    private void change(String file, String part, String replacement) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        assertThat(before).as("nothing to replace").contains(part);
        Files.writeString(path, before.replace(part, replacement));
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(ROOT.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
