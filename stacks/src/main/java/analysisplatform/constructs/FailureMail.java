package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.policy.TopicPolicy;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_rule.CloudwatchEventRule;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_rule.CloudwatchEventRuleConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTarget;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTargetConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTargetInputTransformer;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopic;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopicConfig;
import com.hashicorp.cdktf.providers.aws.sns_topic_policy.SnsTopicPolicy;
import com.hashicorp.cdktf.providers.aws.sns_topic_policy.SnsTopicPolicyConfig;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscription;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscriptionConfig;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Creates the topic of alerts with its mail subscriptions, and the rule that mails every run that
 * did not succeed. Each address has to confirm its subscription once.
 *
 * <p>The topic has no key of its own: alerts carry names and error texts, no data, and a key would
 * cost a dollar a month.
 */
final class FailureMail extends Construct {

    /** A part of the event, so that the mail does not repeat the input of the execution. */
    private static final Map<String, String> PARTS =
            Map.of(
                    "machine", "$.detail.stateMachineArn",
                    "execution", "$.detail.executionArn",
                    "status", "$.detail.status",
                    "error", "$.detail.error",
                    "cause", "$.detail.cause");

    private final Environment environment;
    private final Names names;
    private final SnsTopic topic;

    FailureMail(Construct scope, String id, Environment environment) {
        super(scope, id);
        this.environment = environment;
        this.names = Names.of(environment);
        this.topic = createTopic();
        environment.platform().notifications().emails().forEach(this::subscribe);
        mailFailedRuns();
    }

    private SnsTopic createTopic() {
        SnsTopic created =
                new SnsTopic(this, "topic", SnsTopicConfig.builder().name(names.topic()).build());
        new SnsTopicPolicy(
                this,
                "policy",
                SnsTopicPolicyConfig.builder()
                        .arn(created.getArn())
                        .policy(TopicPolicy.of(environment).json())
                        .build());
        return created;
    }

    private void subscribe(String email) {
        new SnsTopicSubscription(
                this,
                email,
                SnsTopicSubscriptionConfig.builder()
                        .topicArn(topic.getArn())
                        .protocol("email")
                        .endpoint(email)
                        .build());
    }

    private void mailFailedRuns() {
        Arns arns = Arns.of(environment);
        CloudwatchEventRule rule =
                new CloudwatchEventRule(
                        this,
                        "rule",
                        CloudwatchEventRuleConfig.builder()
                                .name(names.failureRule())
                                .description("Mails nightly runs that did not succeed")
                                .eventPattern(
                                        FailedRuns.pattern(
                                                List.of(
                                                        FailedRuns.FAILED,
                                                        FailedRuns.TIMED_OUT,
                                                        FailedRuns.ABORTED),
                                                environment.sources().stream()
                                                        .map(arns::stateMachine)
                                                        .toList()))
                                .build());
        new CloudwatchEventTarget(
                this,
                "target",
                CloudwatchEventTargetConfig.builder()
                        .rule(rule.getName())
                        .targetId("mail")
                        .arn(topic.getArn())
                        .inputTransformer(
                                CloudwatchEventTargetInputTransformer.builder()
                                        .inputPaths(PARTS)
                                        .inputTemplate(template())
                                        .build())
                        .build());
    }

    /**
     * JSON, because a cause is often JSON itself: EventBridge quotes a part that stands alone, and
     * an unquoted quotation mark inside a text would lose the mail.
     */
    private String template() {
        return """
                {
                  "problem": "A nightly run did not end well; analysts see the run that was published last",
                  "status": <status>,
                  "machine": <machine>,
                  "error": <error>,
                  "cause": <cause>,
                  "execution": "%s<execution>",
                  "runbook": "docs/operations.md"
                }
                """
                .formatted(names.executionConsole())
                .stripTrailing();
    }
}
