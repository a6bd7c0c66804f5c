package analysisplatform.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The rules asked of a plan, for tests of other modules that make one. */
public final class PlannedBaseline {

    private PlannedBaseline() {}

    /**
     * What breaks a rule and has no exception, and what the plan lacks of its stack, so that
     * nothing stays unread: a sentence each. Of a plan before the first apply much is unknown; one
     * of what is deployed tells every policy whole.
     *
     * @param plan as {@code terraform show -json} tells it
     * @param synthesised the stack's {@code cdk.tf.json}
     * @throws IllegalArgumentException if the plan has modules
     */
    public static List<String> problems(JsonNode plan, JsonNode synthesised) {
        Stack planned = PlannedStack.of("plan", plan);
        List<String> read = planned.resources().stream().map(Declared::address).toList();
        Stream<String> unread =
                new Stack("synthesised", synthesised)
                        .resources().stream()
                                .map(Declared::address)
                                .filter(address -> !read.contains(address))
                                .map(address -> address + " is in the stack and not in its plan");
        return Stream.concat(unread, broken(planned)).toList();
    }

    private static Stream<String> broken(Stack planned) {
        return Baseline.ofPlans().stream()
                .flatMap(
                        rule ->
                                rule.unexcused(planned).stream()
                                        .map(
                                                it ->
                                                        "%s: %s %s"
                                                                .formatted(
                                                                        rule.id(),
                                                                        it.address(),
                                                                        it.problem())));
    }
}
