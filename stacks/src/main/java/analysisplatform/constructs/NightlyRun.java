package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.policy.KeyArns;
import analysisplatform.policy.NightlyPolicy;
import analysisplatform.policy.TrustPolicies;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroup;
import com.hashicorp.cdktf.providers.aws.sfn_state_machine.SfnStateMachine;
import com.hashicorp.cdktf.providers.aws.sfn_state_machine.SfnStateMachineConfig;
import com.hashicorp.cdktf.providers.aws.sfn_state_machine.SfnStateMachineLoggingConfiguration;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/** Creates the state machine of one source, with its role (the masker) and its log group. */
final class NightlyRun extends Construct {

    /**
     * @param after what the state machine reads
     */
    record Config(
            Environment environment,
            Source source,
            String definition,
            KeyArns keys,
            List<ITerraformDependable> after) {}

    private final String arn;

    NightlyRun(Construct scope, String id, Config config) {
        super(scope, id);
        Names names = Names.of(config.environment());
        RoleWithPolicy role = createRole(config);
        CloudwatchLogGroup log =
                Logs.group(this, config.environment(), names.stateMachineLogGroup(config.source()));
        List<ITerraformDependable> dependencies = new ArrayList<>(config.after());
        dependencies.add(role.policy());
        SfnStateMachine machine =
                new SfnStateMachine(
                        this,
                        "machine",
                        SfnStateMachineConfig.builder()
                                .name(names.stateMachine(config.source()))
                                .type("STANDARD")
                                .roleArn(role.arn())
                                .definition(config.definition())
                                .loggingConfiguration(logEverythingButData(log))
                                .dependsOn(dependencies)
                                .build());
        arn = machine.getArn();
    }

    String arn() {
        return arn;
    }

    private RoleWithPolicy createRole(Config config) {
        Environment environment = config.environment();
        Source source = config.source();
        return new RoleWithPolicy(
                this,
                "role",
                new RoleWithPolicy.Config(
                        Roles.of(environment).nightly(source),
                        "Nightly run of " + source.name() + ": the only reader of its raw data",
                        TrustPolicies.stateMachine(environment, source),
                        NightlyPolicy.of(environment, source, config.keys())));
    }

    /** All events, so that a failed night can be read; no execution data, which holds SQL. */
    private static SfnStateMachineLoggingConfiguration logEverythingButData(
            CloudwatchLogGroup log) {
        return SfnStateMachineLoggingConfiguration.builder()
                .level("ALL")
                .includeExecutionData(false)
                .logDestination(log.getArn() + ":*")
                .build();
    }
}
