package analysisplatform.constructs;

import analysisplatform.alarms.RunEvents;
import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.json.Json;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.workflow.ExportRequests;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_rule.CloudwatchEventRule;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_rule.CloudwatchEventRuleConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTarget;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTargetConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTargetDeadLetterConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunction;
import com.hashicorp.cdktf.providers.aws.lambda_permission.LambdaPermission;
import com.hashicorp.cdktf.providers.aws.lambda_permission.LambdaPermissionConfig;
import software.constructs.Construct;

/**
 * Creates the rule that empties a source's quarantine when its run was aborted, timed out or ended
 * by an error that no state can catch: such an execution cannot clean up behind itself. One that
 * failed otherwise did so already, and a second time could hit the run that somebody starts at
 * once.
 */
final class CleanUpAfterStop extends Construct {

    /**
     * @param deadLetters ARN of the queue for a clean-up that could not be asked for
     */
    record Config(
            Environment environment, Source source, LambdaFunction function, String deadLetters) {}

    CleanUpAfterStop(Construct scope, String id, Config config) {
        super(scope, id);
        Environment environment = config.environment();
        Source source = config.source();
        LambdaFunction function = config.function();
        Names names = Names.of(environment);
        CloudwatchEventRule rule =
                new CloudwatchEventRule(
                        this,
                        "rule",
                        CloudwatchEventRuleConfig.builder()
                                .name(names.cleanUpRule(source))
                                .description("Empties the quarantine after a run that was stopped")
                                .eventPattern(
                                        Json.sorted(
                                                RunEvents.cutOff(
                                                        Arns.of(environment).stateMachine(source))))
                                .build());
        new CloudwatchEventTarget(
                this,
                "target",
                CloudwatchEventTargetConfig.builder()
                        .rule(rule.getName())
                        .targetId("clean-up")
                        .arn(function.getArn())
                        .input(Json.sorted(ExportRequests.cleanUpEvent(environment, source)))
                        .deadLetterConfig(
                                CloudwatchEventTargetDeadLetterConfig.builder()
                                        .arn(config.deadLetters())
                                        .build())
                        .build());
        new LambdaPermission(
                this,
                "permission",
                LambdaPermissionConfig.builder()
                        .statementId(names.cleanUpRule(source))
                        .action("lambda:InvokeFunction")
                        .functionName(function.getFunctionName())
                        .principal("events.amazonaws.com")
                        .sourceArn(rule.getArn())
                        .build());
    }
}
