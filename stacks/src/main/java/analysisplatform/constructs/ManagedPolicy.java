package analysisplatform.constructs;

import analysisplatform.policy.PolicyDocument;
import com.hashicorp.cdktf.providers.aws.iam_policy.IamPolicy;
import com.hashicorp.cdktf.providers.aws.iam_policy.IamPolicyConfig;
import software.constructs.Construct;

/** A policy that stands by itself, so that more than one role may have it. */
final class ManagedPolicy {

    private ManagedPolicy() {}

    static IamPolicy create(
            Construct scope, String id, String name, String description, PolicyDocument rights) {
        return new IamPolicy(
                scope,
                id,
                IamPolicyConfig.builder()
                        .name(name)
                        .description(description)
                        .policy(rights.json())
                        .build());
    }
}
