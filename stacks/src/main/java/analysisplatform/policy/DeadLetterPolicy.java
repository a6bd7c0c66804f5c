package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;

/**
 * EventBridge leaves what this environment's rules could not deliver; the schedule uses its role.
 */
public final class DeadLetterPolicy {

    private DeadLetterPolicy() {}

    public static PolicyDocument of(Environment environment) {
        Arns arns = Arns.of(environment);
        return PolicyDocument.of(
                Statement.deny("DenyUnencryptedTransport", "sqs:*")
                        .by(Principals.everybody())
                        .on(arns.deadLetters())
                        .when(Condition.bool("aws:SecureTransport", false)),
                Statement.allow("LetEventBridgeLeave", "sqs:SendMessage")
                        .by(Principals.service("events.amazonaws.com"))
                        .on(arns.deadLetters())
                        .when(
                                Condition.arnLike(
                                        "aws:SourceArn",
                                        arns.rule(Names.of(environment).named("*")))));
    }
}
