package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Views of tables that no policy names any more go; what they read was published once. */
final class RetireViewStates {

    static final String START = "List the published views";

    private static final String RETIRE = "Retire views without a policy";
    private static final String GONE = "The view is gone";

    private final Night night;

    RetireViewStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        String published = night.names().publishedDatabase(night.source());
        List<State> states = new ArrayList<>();
        states.addAll(
                guarded(
                        Tasks.glue(START, "getTables", ordered("DatabaseName", published))
                                .select(Map.of("names.$", "$.TableList[*].Name"))
                                .into("$.views")
                                .next(RETIRE)));
        states.addAll(guarded(retire(published).next(next)));
        return states;
    }

    private State retire(String published) {
        Branch each =
                Branch.of(
                        State.pass("Compare with the policy")
                                .parameters(
                                        ordered(
                                                "name.$",
                                                "$.name",
                                                "wanted.$",
                                                "States.ArrayContains($.policy, $.name)"))
                                .next("Is the view wanted?"),
                        State.choice("Is the view wanted?")
                                .when(
                                        ordered("Variable", "$.wanted", "BooleanEquals", true),
                                        "Keep the view")
                                .otherwise("Retire the view"),
                        State.pass("Keep the view").end(),
                        Tasks.glue(
                                        "Retire the view",
                                        "deleteTable",
                                        ordered("DatabaseName", published, "Name.$", "$.name"))
                                .onError(Errors.NOT_IN_CATALOGUE, GONE)
                                .end(),
                        State.pass(GONE)
                                .comment("An earlier call removed it, and its answer was lost.")
                                .end());
        return State.map(
                        RETIRE,
                        "$.views.names",
                        ordered("name.$", "$$.Map.Item.Value", "policy", night.publishedNames()),
                        each)
                .discardResult();
    }

    private static List<State> guarded(State state) {
        return Failures.guarded(state, FailureStates.KEEPING_THE_CANDIDATE);
    }
}
