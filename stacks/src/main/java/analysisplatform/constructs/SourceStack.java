package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.GitHubStack;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.policy.BoundaryPolicy;
import analysisplatform.policy.CallerPolicy;
import analysisplatform.policy.DeployPolicy;
import analysisplatform.policy.ExportPolicy;
import analysisplatform.policy.PlanPolicy;
import analysisplatform.policy.PolicyDocument;
import com.hashicorp.cdktf.TerraformStack;
import java.util.List;
import software.constructs.Construct;

/**
 * Creates the two roles that a source account lends to the platform, and those of GitHub's
 * workflows if they are wanted.
 *
 * <p>Requires the state bucket in the source account. Nothing of the analysis account need exist
 * yet: its ARNs are computed.
 */
public final class SourceStack extends TerraformStack {

    /** One source of one environment. */
    public record Config(Environment environment, Source source) {}

    public SourceStack(Construct scope, Config config) {
        super(scope, Names.of(config.environment()).sourceStack(config.source()));
        TerraformSettings.apply(this, config.environment(), config.source().account());
        createCallerRole(config.environment(), config.source());
        createExportRole(config.environment(), config.source());
        letGitHubIn(config.environment(), config.source());
    }

    private void createCallerRole(Environment environment, Source source) {
        new RoleWithPolicy(
                this,
                "caller",
                new RoleWithPolicy.Config(
                        Roles.of(environment).caller(source),
                        "Lets the analysis account export snapshots of " + source.identifier(),
                        CallerPolicy.trust(environment, source),
                        CallerPolicy.of(environment, source)));
    }

    private void createExportRole(Environment environment, Source source) {
        new RoleWithPolicy(
                this,
                "export",
                new RoleWithPolicy.Config(
                        Roles.of(environment).export(source),
                        "Lets RDS write exports of " + source.identifier() + " to the quarantine",
                        ExportPolicy.trust(source),
                        ExportPolicy.of(environment, source)));
    }

    private void letGitHubIn(Environment environment, Source source) {
        if (environment.platform().gitHub().isWanted()) {
            new GitHubAccess(
                    this,
                    "workflows",
                    new GitHubAccess.Config(
                            environment,
                            GitHubStack.source(environment, source),
                            BoundaryPolicy.source(environment, source),
                            PlanPolicy.source(environment, source),
                            DeployPolicy.source(environment, source),
                            new PolicyDocument(List.of())));
        }
    }
}
