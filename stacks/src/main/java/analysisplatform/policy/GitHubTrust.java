package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.GitHub;
import analysisplatform.names.GitHubStack;
import java.util.List;

/**
 * Which workflows become which role. A token's subject says what started the job; a fork's pull
 * request gets no token.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">the subjects that
 *     GitHub sends</a>
 */
public final class GitHubTrust {

    private GitHubTrust() {}

    /** Pull requests, and what is on {@code main}: its deployment's plan and the drift. */
    public static PolicyDocument plan(Environment environment, GitHubStack stack) {
        return letIn(environment, stack, List.of("pull_request", "ref:refs/heads/main"));
    }

    /** Jobs in the GitHub environment, which wait for its reviewers. */
    public static PolicyDocument deploy(Environment environment, GitHubStack stack) {
        return letIn(environment, stack, List.of("environment:" + approval(environment)));
    }

    /** Name of the GitHub environment. */
    public static String approval(Environment environment) {
        return environment.platform().gitHub().environment().orElse(environment.name());
    }

    private static PolicyDocument letIn(
            Environment environment, GitHubStack stack, List<String> occasions) {
        GitHub gitHub = environment.platform().gitHub();
        List<String> subjects =
                occasions.stream().map(it -> "repo:" + gitHub.repository() + ":" + it).toList();
        return PolicyDocument.of(
                Statement.allow("LetWorkflowIn", "sts:AssumeRoleWithWebIdentity")
                        .by(Principals.federated(stack.providerArn()))
                        .when(Condition.equal(GitHubStack.ISSUER + ":aud", "sts.amazonaws.com"))
                        .when(
                                new Condition(
                                        "StringEquals", GitHubStack.ISSUER + ":sub", subjects)));
    }
}
