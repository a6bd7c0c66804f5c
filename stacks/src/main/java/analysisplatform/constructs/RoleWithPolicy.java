package analysisplatform.constructs;

import analysisplatform.names.Role;
import analysisplatform.policy.PolicyDocument;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRole;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRoleConfig;
import com.hashicorp.cdktf.providers.aws.iam_role_policy.IamRolePolicy;
import com.hashicorp.cdktf.providers.aws.iam_role_policy.IamRolePolicyConfig;
import software.constructs.Construct;

/**
 * Creates a role with one inline policy, so that nothing else can hold the same rights by accident.
 *
 * <p>Exposes the role's ARN, and the policy for resources that need it at their own creation.
 */
final class RoleWithPolicy extends Construct {

    record Config(Role role, String description, PolicyDocument trust, PolicyDocument policy) {}

    private final IamRole role;
    private final IamRolePolicy policy;

    RoleWithPolicy(Construct scope, String id, Config config) {
        super(scope, id);
        role =
                new IamRole(
                        this,
                        "role",
                        IamRoleConfig.builder()
                                .name(config.role().name())
                                .description(config.description())
                                .assumeRolePolicy(config.trust().json())
                                .build());
        policy =
                new IamRolePolicy(
                        this,
                        "policy",
                        IamRolePolicyConfig.builder()
                                .name(config.role().name())
                                .role(role.getId())
                                .policy(config.policy().json())
                                .build());
    }

    String arn() {
        return role.getArn();
    }

    /** As Terraform reads it from the role, so that whoever uses it comes after the role. */
    String name() {
        return role.getName();
    }

    ITerraformDependable policy() {
        return policy;
    }
}
