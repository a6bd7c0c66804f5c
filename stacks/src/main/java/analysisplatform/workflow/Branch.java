package analysisplatform.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A chain of states of its own: one branch of a Parallel state, or the whole machine. */
record Branch(List<State> states) {

    Branch {
        states = List.copyOf(states);
    }

    /** The first state is where the chain starts. */
    static Branch of(State... states) {
        return new Branch(List.of(states));
    }

    Map<String, Object> json() {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (State state : states) {
            if (byName.put(state.name(), state.body()) != null) {
                throw new IllegalArgumentException(
                        "Two states are called '%s'.".formatted(state.name()));
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("StartAt", states.get(0).name());
        json.put("States", byName);
        return json;
    }
}
