package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.names.Arns;

/**
 * EventBridge publishes alerts. No condition names the rule: EventBridge does not reliably send its
 * rule to SNS, and a condition that never matches would silence every alert.
 */
public final class TopicPolicy {

    private TopicPolicy() {}

    public static PolicyDocument of(Environment environment) {
        return PolicyDocument.of(
                Statement.allow("LetEventBridgePublish", "sns:Publish")
                        .by(Principals.service("events.amazonaws.com"))
                        .on(Arns.of(environment).topic()));
    }
}
