package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.names.Arns;

/** The schedule: starts this environment's state machines, and leaves starts that failed. */
public final class SchedulerPolicy {

    private SchedulerPolicy() {}

    public static PolicyDocument of(Environment environment) {
        Arns arns = Arns.of(environment);
        return PolicyDocument.of(
                Statement.allow("StartNightlyRuns", "states:StartExecution")
                        .on(environment.sources().stream().map(arns::stateMachine).toList()),
                Statement.allow("LeaveDeadLetters", "sqs:SendMessage").on(arns.deadLetters()));
    }
}
