package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.cost.EstimateSummary;
import analysisplatform.names.Names;
import com.hashicorp.cdktf.S3Backend;
import com.hashicorp.cdktf.S3BackendConfig;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderConfig;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderDefaultTags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every stack shares: versions, state, provider, tags, what a month costs. */
final class TerraformSettings {

    /** First version whose state lock in S3 needs no DynamoDB table. */
    private static final String TERRAFORM_VERSION = ">= 1.11";

    private static final String PROVIDER_VERSION = "5.100.0";

    private TerraformSettings() {}

    /**
     * @param account the only account that the stack can be applied to
     */
    static void apply(TerraformStack stack, Environment environment, String account) {
        Names names = Names.of(environment);
        requireVersions(stack);
        keepState(stack, names, account);
        new AwsProvider(
                stack,
                "aws",
                AwsProviderConfig.builder()
                        .region(names.region())
                        .allowedAccountIds(List.of(account))
                        .defaultTags(
                                List.of(
                                        AwsProviderDefaultTags.builder()
                                                .tags(tags(environment))
                                                .build()))
                        .build());
        tellTheEstimate(stack, environment);
    }

    /** Of the whole environment, in each of its deployments: whoever reviews one pays for all. */
    private static void tellTheEstimate(TerraformStack stack, Environment environment) {
        new TerraformOutput(
                stack,
                "monthly_estimate",
                TerraformOutputConfig.builder().value(EstimateSummary.of(environment)).build());
    }

    /**
     * Overrides that newer libraries make unnecessary: aws bindings 20.1.0 ask for provider 5.100.0
     * themselves. cdktf never sets Terraform's own version.
     */
    private static void requireVersions(TerraformStack stack) {
        stack.addOverride("terraform.required_version", TERRAFORM_VERSION);
        stack.addOverride("terraform.required_providers.aws.version", PROVIDER_VERSION);
    }

    private static void keepState(TerraformStack stack, Names names, String account) {
        S3Backend backend =
                new S3Backend(
                        stack,
                        S3BackendConfig.builder()
                                .bucket(names.stateBucket(account, names.region()))
                                .key(names.stateKey(stack.getNode().getId()))
                                .region(names.region())
                                .encrypt(true)
                                .build());
        // CDK Terrain has setters; the overrides work with both libraries.
        backend.addOverride("use_lockfile", true);
        // The first thing that Terraform asks: credentials of another account stop it with this
        // sentence, before it looks for a state that is not there.
        backend.addOverride("allowed_account_ids", List.of(account));
    }

    private static Map<String, String> tags(Environment environment) {
        Map<String, String> tags = new TreeMap<>(environment.platform().tags());
        tags.put("Project", environment.platform().project());
        tags.put("Environment", environment.name());
        tags.put("ManagedBy", "terraform");
        return tags;
    }
}
