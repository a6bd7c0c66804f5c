package analysisplatform.local;

import analysisplatform.config.Source;
import analysisplatform.names.Names;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Starts a source's deployed state machine and follows it to its end. */
public final class NightlyRun {

    /** Choices, waits and preparations are no steps. */
    private static final Set<HistoryEventType> WORKING =
            EnumSet.of(
                    HistoryEventType.TASK_STATE_ENTERED,
                    HistoryEventType.PARALLEL_STATE_ENTERED,
                    HistoryEventType.MAP_STATE_ENTERED,
                    HistoryEventType.SUCCEED_STATE_ENTERED,
                    HistoryEventType.FAIL_STATE_ENTERED);

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final SfnClient stepFunctions;
    private final String stateMachineArn;
    private final ObjectMapper json = new ObjectMapper();

    public NightlyRun(SfnClient stepFunctions, Names names, Source source) {
        this.stepFunctions = stepFunctions;
        this.stateMachineArn = names.arn("states", "stateMachine:" + names.stateMachine(source));
    }

    /**
     * One state that does something.
     *
     * @param after time since the execution began
     */
    public record Step(String state, Duration after) {}

    /**
     * How an execution ended.
     *
     * @param error and cause are empty when it succeeded
     * @param transitions states entered, which AWS charges for
     * @param scannedBytes one entry per Athena query
     * @param functionCalls of the export function
     */
    public record Outcome(
            String executionArn,
            ExecutionStatus status,
            String error,
            String cause,
            List<Step> steps,
            long transitions,
            List<Long> scannedBytes,
            long functionCalls) {

        public boolean succeeded() {
            return status == ExecutionStatus.SUCCEEDED;
        }

        /** The state in which a successful execution ended, for example {@code Published}. */
        public String lastState() {
            return steps.get(steps.size() - 1).state();
        }
    }

    /** Runs to the end; {@code progress} hears of each state as it is entered. */
    public Outcome run(Consumer<Step> progress) {
        return follow(start(), progress);
    }

    /**
     * @return ARN of the execution that now runs
     */
    public String start() {
        return start("{}");
    }

    /**
     * @param input a JSON object
     * @return ARN of the execution that now runs
     */
    public String start(String input) {
        return stepFunctions
                .startExecution(r -> r.stateMachineArn(stateMachineArn).input(input))
                .executionArn();
    }

    /** To the end of an execution; {@code progress} hears of each state as it is entered. */
    public Outcome follow(String executionArn, Consumer<Step> progress) {
        int[] told = {0};
        return await(
                executionArn,
                execution -> {
                    List<Step> steps = steps(events(executionArn), execution.startDate());
                    steps.subList(told[0], steps.size()).forEach(progress);
                    told[0] = steps.size();
                });
    }

    /** To the end of an execution, without a look at what it does meanwhile. */
    public Outcome await(String executionArn) {
        return await(executionArn, execution -> {});
    }

    private Outcome await(String executionArn, Consumer<DescribeExecutionResponse> look) {
        Instant end = Instant.now().plus(LIMIT);
        while (true) {
            DescribeExecutionResponse execution =
                    stepFunctions.describeExecution(r -> r.executionArn(executionArn));
            look.accept(execution);
            if (execution.status() != ExecutionStatus.RUNNING) {
                return outcome(execution);
            }
            if (Instant.now().isAfter(end)) {
                throw new LocalRunFailed(
                        "Execution %s still runs after %d minutes."
                                .formatted(executionArn, LIMIT.toMinutes()));
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    private Outcome outcome(DescribeExecutionResponse execution) {
        List<HistoryEvent> events = events(execution.executionArn());
        return new Outcome(
                execution.executionArn(),
                execution.status(),
                orEmpty(execution.error()),
                orEmpty(execution.cause()),
                steps(events, execution.startDate()),
                events.stream().filter(e -> e.stateEnteredEventDetails() != null).count(),
                scannedBytes(events),
                functionCalls(events));
    }

    private List<HistoryEvent> events(String executionArn) {
        return stepFunctions
                .getExecutionHistoryPaginator(r -> r.executionArn(executionArn).maxResults(1000))
                .events()
                .stream()
                .toList();
    }

    private static List<Step> steps(List<HistoryEvent> events, Instant start) {
        return events.stream()
                .filter(event -> WORKING.contains(event.type()))
                .map(
                        event ->
                                new Step(
                                        event.stateEnteredEventDetails().name(),
                                        Duration.between(start, event.timestamp())))
                .toList();
    }

    private List<Long> scannedBytes(List<HistoryEvent> events) {
        List<Long> scanned = new ArrayList<>();
        for (HistoryEvent event : events) {
            var succeeded = event.taskSucceededEventDetails();
            if (succeeded != null && "athena".equals(succeeded.resourceType())) {
                JsonNode bytes =
                        parsed(succeeded.output())
                                .at("/QueryExecution/Statistics/DataScannedInBytes");
                if (bytes.isNumber()) {
                    scanned.add(bytes.asLong());
                }
            }
        }
        return scanned;
    }

    private static long functionCalls(List<HistoryEvent> events) {
        return events.stream()
                .filter(event -> event.taskScheduledEventDetails() != null)
                .filter(event -> "lambda".equals(event.taskScheduledEventDetails().resourceType()))
                .count();
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new LocalRunFailed("A task's output is no JSON: " + text, e);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
