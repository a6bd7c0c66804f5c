package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.local.WorkingStates.WorkingState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Every fault at every state of the deployed definition, each followed by an undisturbed start.
 * They take more than an hour, so they run when {@code -Dfaults=every} asks for them; {@code
 * -Dfaults=mask} takes the states with that in their name, {@code -Dfaults=missing} those that
 * docs/faults-by-state.md lacks. {@code -Dgolden.update=true} writes that page, row by row, {@code
 * -Dfaults.kind=stopped} keeps to one kind, and {@code -Dfaults.minutes=9} begins no night after so
 * many.
 */
@OnTheStandIn
@ExtendWith(EveryStateTest.OnRequest.class)
class EveryStateTest {

    private static final String ASKED = System.getProperty("faults", "");

    private final DeployedPlatform platform;
    private final Instant end =
            Instant.now().plus(Duration.ofMinutes(Integer.getInteger("faults.minutes", 24 * 60)));
    private final Map<Way, Set<String>> visited = new EnumMap<>(Way.class);

    EveryStateTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @TestFactory
    Stream<DynamicTest> everyFaultAtEveryStateEndsAsThePageSays() {
        WorkingStates states = platform.workingStates();
        return Stream.of(StateFault.values())
                .flatMap(
                        fault ->
                                states.all().stream()
                                        .filter(fault::fits)
                                        .filter(state -> isAsked(state, fault))
                                        .map(state -> test(states, state, fault)));
    }

    @Test
    void aSecondStartInAnyStateOfANightChangesNothing() {
        Assumptions.assumeTrue(Set.of("every", "second").contains(ASKED));
        Set<String> held = new LinkedHashSet<>(visited(Way.NEW_SNAPSHOT));
        held.retainAll(platform.workingStates().tasks().stream().map(WorkingState::name).toList());
        platform.publishedBefore();
        platform.takeSnapshot();
        hold(held);

        Night night =
                Night.of(
                        platform,
                        () -> {
                            String first = platform.machine().start();
                            while (!held.isEmpty()) {
                                String state = nextHeld(held);
                                assertThat(platform.night().lastState())
                                        .as("a second start in " + state)
                                        .isEqualTo(
                                                state.equals("Release the lock")
                                                        ? "Already published"
                                                        : "Another run is in progress");
                                held.remove(state);
                                hold(held);
                            }
                            return platform.machine().await(first);
                        });

        night.assertPublished();
        night.assertNothingRawAndNoLockIsLeft();
        assertThat(night.mails()).isEmpty();
        assertThat(night.after().content()).isEqualTo(night.before().content());
    }

    private DynamicTest test(WorkingStates states, WorkingState state, StateFault fault) {
        return DynamicTest.dynamicTest(
                state.name() + ": " + fault.words(),
                () -> {
                    Assumptions.assumeTrue(Instant.now().isBefore(end), "no minutes are left");
                    FaultsByState.Row row =
                            new FaultyNight(platform, wayTo(state), state, fault).run();
                    if (Boolean.getBoolean("golden.update")) {
                        FaultsByState.write(row, states);
                    } else {
                        assertThat(row).isEqualTo(FaultsByState.onThePage().get(row.key()));
                    }
                });
    }

    private boolean isAsked(WorkingState state, StateFault fault) {
        return fault.words().startsWith(System.getProperty("faults.kind", ""))
                && isAskedFor(state, fault);
    }

    private static boolean isAskedFor(WorkingState state, StateFault fault) {
        return switch (ASKED) {
            case "every" -> true;
            case "missing" ->
                    FaultsByState.isMissing(new FaultsByState.Key(state.name(), fault.words()));
            default ->
                    state.name().toLowerCase(Locale.ROOT).contains(ASKED.toLowerCase(Locale.ROOT));
        };
    }

    private Way wayTo(WorkingState state) {
        return FaultsByState.wayTo(state.name())
                .or(
                        () ->
                                Stream.of(Way.values())
                                        .filter(way -> visited(way).contains(state.name()))
                                        .findFirst())
                .orElseThrow(
                        () -> new AssertionError("No way leads to " + state.name() + ": add one."));
    }

    /** Found out by an execution of its own, when it is first asked for. */
    private Set<String> visited(Way way) {
        return visited.computeIfAbsent(
                way,
                unknown -> {
                    platform.publishedBefore();
                    List<Map<String, ?>> faults = way.prepare(platform);
                    if (!faults.isEmpty()) {
                        platform.standIn.control().breakWith(Faults.states(faults));
                    }
                    NightlyRun.Outcome outcome = platform.start(way.input(platform));
                    platform.standIn.control().clearFaults();
                    platform.standIn.control().exportFrom(platform.sample);
                    platform.healthyNight();
                    Set<String> states = new TreeSet<>();
                    outcome.steps().forEach(step -> states.add(step.state()));
                    return states;
                });
    }

    private void hold(Set<String> states) {
        platform.standIn.control().clearFaults();
        if (!states.isEmpty()) {
            List<Map<String, ?>> faults =
                    states.stream().<Map<String, ?>>map(Faults::held).toList();
            platform.standIn.control().breakWith(Faults.states(faults));
        }
    }

    private String nextHeld(Set<String> held) {
        Eventually.await("a state is held", () -> firstHeld(held).isPresent());
        return firstHeld(held).orElseThrow();
    }

    private Optional<String> firstHeld(Set<String> held) {
        return platform.standIn.control().metStateFaults().keySet().stream()
                .filter(held::contains)
                .findFirst();
    }

    /** Says in one line how to run what is skipped. */
    static final class OnRequest implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!ASKED.isEmpty()) {
                return ConditionEvaluationResult.enabled("asked for");
            }
            String skipped = "SKIPPED: every fault at every state; -Dfaults=every runs them";
            if (context.getTestMethod().isEmpty()) {
                System.out.println(skipped);
            }
            return ConditionEvaluationResult.disabled(skipped);
        }
    }
}
