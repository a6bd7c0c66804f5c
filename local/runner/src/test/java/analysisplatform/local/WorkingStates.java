package analysisplatform.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The states of a definition that call a service or run others, in whichever branch they stand. */
record WorkingStates(List<WorkingState> all) {

    /**
     * @param errors that it is repeated after; the last in line is of its service and not of a
     *     situation that takes long
     */
    record WorkingState(String name, boolean isTask, List<String> errors) {

        /** An error after which it is repeated. */
        String passingError() {
            return errors.get(0);
        }

        /** An error of its service after which it is not. */
        String finalError() {
            return errors.get(0).split("\\.")[0] + ".AccessDeniedException";
        }
    }

    static WorkingStates of(String definition) {
        try {
            List<WorkingState> all = new ArrayList<>();
            collect(new ObjectMapper().readTree(definition), all);
            return new WorkingStates(List.copyOf(all));
        } catch (JsonProcessingException e) {
            throw new AssertionError(definition, e);
        }
    }

    List<WorkingState> tasks() {
        return all.stream().filter(WorkingState::isTask).toList();
    }

    private static void collect(JsonNode chain, List<WorkingState> found) {
        for (Map.Entry<String, JsonNode> state : chain.get("States").properties()) {
            JsonNode body = state.getValue();
            switch (body.get("Type").asText()) {
                case "Task" -> found.add(new WorkingState(state.getKey(), true, errors(body)));
                case "Map" -> {
                    found.add(new WorkingState(state.getKey(), false, List.of()));
                    collect(body.get("ItemProcessor"), found);
                }
                case "Parallel" -> {
                    found.add(new WorkingState(state.getKey(), false, List.of()));
                    body.get("Branches").forEach(branch -> collect(branch, found));
                }
                default -> {
                    // Choices, waits and preparations have nobody to fail them.
                }
            }
        }
    }

    private static List<String> errors(JsonNode task) {
        JsonNode retries = task.path("Retry");
        List<String> errors = new ArrayList<>();
        retries.path(retries.size() - 1)
                .path("ErrorEquals")
                .forEach(error -> errors.add(error.asText()));
        return errors;
    }
}
