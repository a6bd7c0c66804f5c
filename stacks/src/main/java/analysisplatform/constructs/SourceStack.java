package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.policy.CallerPolicy;
import analysisplatform.policy.ExportPolicy;
import com.hashicorp.cdktf.TerraformStack;
import software.constructs.Construct;

/**
 * Creates the two roles that a source account lends to the platform.
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
}
