package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.names.GitHubStack;
import analysisplatform.policy.GitHubTrust;
import analysisplatform.policy.PolicyDocument;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.aws.iam_policy.IamPolicy;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRole;
import com.hashicorp.cdktf.providers.aws.iam_role_policy_attachment.IamRolePolicyAttachment;
import com.hashicorp.cdktf.providers.aws.iam_role_policy_attachment.IamRolePolicyAttachmentConfig;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Creates the two roles with which GitHub's workflows plan and deploy a stack, GitHub's identity
 * provider where the account has none, and the boundary, which it puts around every role that the
 * stack has so far.
 *
 * <p>Requires to be the last construct of its stack. Exposes, in the output {@code github}, what
 * the workflows need to know.
 */
final class GitHubAccess extends Construct {

    /**
     * @param looks what a plan may, and a deployment too
     * @param guarded what a deployment does with roles and state, and never does
     * @param changes what a deployment may besides
     */
    record Config(
            Environment environment,
            GitHubStack stack,
            PolicyDocument boundary,
            PolicyDocument looks,
            PolicyDocument guarded,
            PolicyDocument changes) {}

    /**
     * Of 6,144 characters that IAM takes, without what the ids of keys are longer than the
     * expressions that stand for them.
     */
    private static final int POLICY_LIMIT = 5_600;

    private final Config config;
    private final GitHubStack stack;

    GitHubAccess(Construct scope, String id, Config config) {
        super(scope, id);
        this.config = config;
        this.stack = config.stack();
        putBoundaryAroundRoles(scope);
        List<String> provider = stack.makesProvider() ? List.of(address(provider())) : List.of();
        createPlanRole(provider);
        createDeployRole(provider);
        tellWorkflows(scope);
    }

    private void putBoundaryAroundRoles(Construct scope) {
        IamPolicy boundary =
                ManagedPolicy.create(
                        this,
                        "boundary",
                        stack.boundary(),
                        "The most that roles of stack " + stack.stack() + " may do",
                        config.boundary());
        roles(scope).forEach(role -> role.setPermissionsBoundary(boundary.getArn()));
    }

    private static List<IamRole> roles(Construct scope) {
        return scope.getNode().findAll().stream()
                .filter(IamRole.class::isInstance)
                .map(IamRole.class::cast)
                .toList();
    }

    /** The bindings ask for a thumbprint; AWS knows GitHub's certificates without one. */
    private TerraformResource provider() {
        return PlainResource.of(
                this,
                "provider",
                "aws_iam_openid_connect_provider",
                Map.of(
                        "url",
                        "https://" + GitHubStack.ISSUER,
                        "client_id_list",
                        List.of("sts.amazonaws.com")));
    }

    /** What {@code depends_on} takes: no expression. */
    private static String address(TerraformResource resource) {
        return resource.getTerraformResourceType() + "." + resource.getFriendlyUniqueId();
    }

    private void createPlanRole(List<String> provider) {
        role(
                "plan",
                new RoleWithPolicy.Config(
                        stack.plan(),
                        "GitHub's workflows look at stack " + stack.stack(),
                        GitHubTrust.plan(config.environment(), stack),
                        config.looks()),
                provider);
    }

    private void createDeployRole(List<String> provider) {
        RoleWithPolicy role =
                role(
                        "deploy",
                        new RoleWithPolicy.Config(
                                stack.deploy(),
                                "GitHub's workflows deploy stack " + stack.stack(),
                                GitHubTrust.deploy(config.environment(), stack),
                                config.guarded()),
                        provider);
        int part = 1;
        for (PolicyDocument rights : config.looks().and(config.changes()).split(POLICY_LIMIT)) {
            attach(role, Integer.toString(part++), rights);
        }
    }

    private void attach(RoleWithPolicy role, String part, PolicyDocument rights) {
        IamPolicy policy =
                ManagedPolicy.create(
                        this,
                        "deploy-" + part,
                        stack.deployPolicy(part),
                        "Rights of " + stack.deploy().name(),
                        rights);
        new IamRolePolicyAttachment(
                this,
                "deploy-" + part + "-attached",
                IamRolePolicyAttachmentConfig.builder()
                        .role(role.name())
                        .policyArn(policy.getArn())
                        .build());
    }

    private RoleWithPolicy role(String id, RoleWithPolicy.Config role, List<String> before) {
        RoleWithPolicy created = new RoleWithPolicy(this, id, role);
        roles(created).forEach(it -> it.setDependsOn(before));
        return created;
    }

    private void tellWorkflows(Construct scope) {
        new TerraformOutput(
                scope,
                "github",
                TerraformOutputConfig.builder()
                        .value(
                                Map.of(
                                        "plan_role",
                                        stack.plan().arn(),
                                        "deploy_role",
                                        stack.deploy().arn(),
                                        "environment",
                                        GitHubTrust.approval(config.environment())))
                        .build());
    }
}
