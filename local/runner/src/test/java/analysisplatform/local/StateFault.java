package analysisplatform.local;

import analysisplatform.local.WorkingStates.WorkingState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What can happen to a state that calls a service or runs others. */
enum StateFault {
    ERROR("error") {
        @Override
        Map<String, ?> of(WorkingState state) {
            return Faults.before(state.name(), state.finalError());
        }
    },
    EMPTY_ANSWER("empty answer") {
        @Override
        Map<String, ?> of(WorkingState state) {
            return Faults.empty(state.name());
        }
    },
    STOPPED("stopped") {
        @Override
        Map<String, ?> of(WorkingState state) {
            return Faults.held(state.name());
        }
    },
    TOO_MUCH_DATA("too much data") {
        @Override
        Map<String, ?> of(WorkingState state) {
            return Faults.after(state.name(), "States.DataLimitExceeded");
        }

        @Override
        boolean fits(WorkingState state) {
            return !state.isTask();
        }
    };

    private final String words;

    StateFault(String words) {
        this.words = words;
    }

    abstract Map<String, ?> of(WorkingState state);

    /** A state that runs others fails by itself only when their answers are too much together. */
    boolean fits(WorkingState state) {
        return state.isTask();
    }

    String words() {
        return words;
    }

    static List<StateFault> allOf(WorkingState state) {
        return Arrays.stream(values()).filter(fault -> fault.fits(state)).toList();
    }
}
