package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.policy.ExportFunctionPolicy;
import analysisplatform.policy.KeyArns;
import analysisplatform.policy.TrustPolicies;
import com.hashicorp.cdktf.AssetType;
import com.hashicorp.cdktf.Fn;
import com.hashicorp.cdktf.TerraformAsset;
import com.hashicorp.cdktf.TerraformAssetConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroup;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunction;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Creates the export function with its role and log group.
 *
 * <p>Requires the function's jar, already built.
 */
final class ExportFunction extends Construct {

    private static final String HANDLER = "analysisplatform.export.ExportFunction::handleRequest";

    /** The newest Java that provider 5.100.0 accepts. */
    private static final String RUNTIME = "java21";

    private static final int MEMORY_MEGABYTES = 512;

    /** Lambda's maximum; emptying a large quarantine takes minutes. */
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    /** Starts faster, and nothing runs long enough to gain from the second compiler. */
    private static final String JVM_OPTIONS = "-XX:+TieredCompilation -XX:TieredStopAtLevel=1";

    private final Names names;
    private final LambdaFunction function;

    ExportFunction(Construct scope, String id, Environment environment, Path jar, KeyArns keys) {
        super(scope, id);
        this.names = Names.of(environment);
        RoleWithPolicy role =
                new RoleWithPolicy(
                        this,
                        "role",
                        new RoleWithPolicy.Config(
                                Roles.of(environment).exportFunction(),
                                "Export function: starts exports, deletes old data",
                                TrustPolicies.function(),
                                ExportFunctionPolicy.of(environment, keys)));
        CloudwatchLogGroup log = Logs.group(this, environment, names.exportFunctionLogGroup());
        this.function = createFunction(asset(jar), role, log);
        logAsJson(log);
    }

    LambdaFunction function() {
        return function;
    }

    private TerraformAsset asset(Path jar) {
        return new TerraformAsset(
                this,
                "jar",
                TerraformAssetConfig.builder()
                        .path(jar.toAbsolutePath().normalize().toString())
                        .type(AssetType.FILE)
                        .build());
    }

    /** Hashed by Terraform, because AWS reports base64 SHA-256 and the asset's own hash is MD5. */
    private LambdaFunction createFunction(
            TerraformAsset jar, RoleWithPolicy role, CloudwatchLogGroup log) {
        return new LambdaFunction(
                this,
                "function",
                LambdaFunctionConfig.builder()
                        .functionName(names.exportFunction())
                        .role(role.arn())
                        .runtime(RUNTIME)
                        .architectures(List.of("arm64"))
                        .handler(HANDLER)
                        .memorySize(MEMORY_MEGABYTES)
                        .timeout(Math.toIntExact(TIMEOUT.toSeconds()))
                        .filename(jar.getPath())
                        .sourceCodeHash(Fn.filebase64sha256(jar.getPath()))
                        .environment(
                                LambdaFunctionEnvironment.builder()
                                        .variables(Map.of("JAVA_TOOL_OPTIONS", JVM_OPTIONS))
                                        .build())
                        .dependsOn(List.of(log, role.policy()))
                        .build());
    }

    /** An override, because the bindings learn {@code logging_config} only in 18.2.0. */
    private void logAsJson(CloudwatchLogGroup log) {
        function.addOverride(
                "logging_config", Map.of("log_format", "JSON", "log_group", log.getName()));
    }
}
