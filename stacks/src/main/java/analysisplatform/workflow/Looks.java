package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.List;
import java.util.Map;

/**
 * A wait that gives up: look, and while looks are left, wait and look again.
 *
 * @param subject what is looked at, for the states' names
 * @param pollSeconds between two looks
 * @param timeoutMinutes for all looks together
 */
record Looks(String subject, int pollSeconds, int timeoutMinutes) {

    private static final String LEFT = "$.looks.left";

    /** Name of the state before the first look. */
    String start() {
        return "Allow for looks at " + subject;
    }

    /** Name of the state before each further look. */
    String again() {
        return "Count a look at " + subject;
    }

    /** Name of the state that waits before a look. */
    String pause() {
        return "Wait for " + subject;
    }

    State allow(String next) {
        int looks = 1 + timeoutMinutes * 60 / pollSeconds;
        return State.pass(start()).result(Map.of("left", looks)).into("$.looks").next(next);
    }

    /** Condition of a Choice under which {@link #again} follows. */
    Map<String, Object> areLeft() {
        return ordered("Variable", LEFT, "NumericGreaterThan", 0);
    }

    /** From {@link #again} back to the look. */
    List<State> repeat(String look) {
        return List.of(
                State.pass(again())
                        .parameters(Map.of("left.$", "States.MathAdd(" + LEFT + ", -1)"))
                        .into("$.looks")
                        .next(pause()),
                State.await(pause(), pollSeconds).next(look));
    }
}
