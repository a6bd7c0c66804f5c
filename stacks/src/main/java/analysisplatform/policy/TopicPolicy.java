package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.names.SpendingNames;

/**
 * EventBridge, CloudWatch and AWS Budgets publish alerts; the nightly runs do so by their own
 * policies.
 *
 * <p>No condition names EventBridge's rule: EventBridge does not reliably send its rule to SNS, and
 * a condition that never matches would silence every alert.
 */
public final class TopicPolicy {

    private TopicPolicy() {}

    public static PolicyDocument of(Environment environment) {
        Arns arns = Arns.of(environment);
        return PolicyDocument.of(
                Statement.deny("DenyUnencryptedTransport", "sns:Publish")
                        .by(Principals.everybody())
                        .on(arns.topic())
                        .when(Condition.bool("aws:SecureTransport", false)),
                Statement.allow("LetEventBridgePublish", "sns:Publish")
                        .by(Principals.service("events.amazonaws.com"))
                        .on(arns.topic()),
                Statement.allow("LetCloudWatchPublish", "sns:Publish")
                        .by(Principals.service("cloudwatch.amazonaws.com"))
                        .on(arns.topic())
                        .when(
                                Condition.equal(
                                        "aws:SourceAccount", environment.platform().account()))
                        .when(
                                Condition.arnLike(
                                        "aws:SourceArn",
                                        arns.alarm(Names.of(environment).named("*")))),
                Statement.allow("LetBudgetsPublish", "sns:Publish")
                        .by(Principals.service("budgets.amazonaws.com"))
                        .on(arns.topic())
                        .when(
                                Condition.equal(
                                        "aws:SourceAccount", environment.platform().account()))
                        .when(
                                Condition.arnLike(
                                        "aws:SourceArn",
                                        SpendingNames.of(environment).budgetArn() + "*")));
    }
}
