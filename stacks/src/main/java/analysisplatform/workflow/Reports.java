package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.names.Arns;
import analysisplatform.names.ConsoleLink;
import java.util.Map;

/** Mails about something that went wrong without failing the night, in the failure mail's form. */
final class Reports {

    /**
     * @param text what readers notice of it
     * @param error name of its entry in the runbook
     * @param cause key and value of a state's parameter: {@code cause} or {@code cause.$}
     */
    record Problem(String text, String error, Map.Entry<String, String> cause) {}

    private Reports() {}

    /** Writes the mail; where it goes in the state's data is left to the caller. */
    static State problem(Night night, String name, Problem problem) {
        return State.pass(name)
                .parameters(
                        ordered(
                                "problem",
                                problem.text(),
                                "status",
                                "PUBLISHED",
                                "machine",
                                Arns.of(night.environment()).stateMachine(night.source()),
                                "error",
                                problem.error(),
                                problem.cause().getKey(),
                                problem.cause().getValue(),
                                "execution.$",
                                "States.Format('%s{}', %s)"
                                        .formatted(
                                                ConsoleLink.executions(night.names()),
                                                Data.EXECUTION),
                                "runbook",
                                night.environment().platform().notifications().runbooks()
                                        + "/run-failed.md"));
    }

    /**
     * @param path where the mail is
     */
    static State send(Night night, String name, String path) {
        return Tasks.publish(
                name, Arns.of(night.environment()).topic(), "States.JsonToString(" + path + ")");
    }
}
