package analysisplatform.names;

import analysisplatform.config.Environment;
import analysisplatform.config.GitHub;
import analysisplatform.config.Source;

/**
 * What GitHub's workflows need of one stack, by name.
 *
 * @param stack id of the stack whose state the roles use
 * @param account that the stack is applied to
 * @param plan role that only looks
 * @param deploy role that changes what the stack declares
 * @param boundary name of the policy that caps every other role of the stack
 * @param makesProvider whether this stack makes GitHub's identity provider in its account
 */
public record GitHubStack(
        Names names,
        String stack,
        String account,
        Role plan,
        Role deploy,
        String boundary,
        boolean makesProvider) {

    /** Where GitHub's workflows get their tokens. */
    public static final String ISSUER = "token.actions.githubusercontent.com";

    public static GitHubStack analysis(Environment environment) {
        Names names = Names.of(environment);
        Roles roles = Roles.of(environment);
        return new GitHubStack(
                names,
                names.analysisStack(),
                names.account(),
                roles.plan(),
                roles.deploy(),
                names.named("boundary"),
                makesProviders(environment));
    }

    public static GitHubStack source(Environment environment, Source source) {
        Names names = Names.of(environment);
        Roles roles = Roles.of(environment);
        return new GitHubStack(
                names,
                names.sourceStack(source),
                source.account(),
                roles.plan(source),
                roles.deploy(source),
                names.named(source.name() + "-boundary"),
                makesProviders(environment) && isFirstOfItsAccount(environment, source));
    }

    private static boolean makesProviders(Environment environment) {
        return environment.platform().gitHub().provider() == GitHub.Provider.CREATE;
    }

    /** The analysis account's provider is that of the analysis stack. */
    private static boolean isFirstOfItsAccount(Environment environment, Source source) {
        return !source.account().equals(environment.platform().account())
                && environment.sources().stream()
                        .filter(other -> other.account().equals(source.account()))
                        .findFirst()
                        .filter(source::equals)
                        .isPresent();
    }

    public String providerArn() {
        return "arn:aws:iam::" + account + ":oidc-provider/" + ISSUER;
    }

    public String boundaryArn() {
        return "arn:aws:iam::" + account + ":policy/" + boundary;
    }

    /** One of the policies of the deploy role, which has more rights than fit into one. */
    public String deployPolicyArn(String part) {
        return "arn:aws:iam::" + account + ":policy/" + deployPolicy(part);
    }

    public String deployPolicy(String part) {
        return deploy.name() + "-" + part;
    }

    public String stateBucket() {
        return names.stateBucket(account, names.region());
    }

    /** Key of the stack's state in the bucket. */
    public String stateKey() {
        return names.stateKey(stack);
    }

    /** Key of the object that is there while somebody changes the state. */
    public String stateLockKey() {
        return stateKey() + ".tflock";
    }
}
