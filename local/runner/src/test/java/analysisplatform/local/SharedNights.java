package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Nights that several tests look at. Each runs once, when a test first asks for it, makes the world
 * it needs, and leaves a healthy one.
 */
final class SharedNights {

    private final DeployedPlatform platform;
    private Published published;
    private Disturbed disturbed;
    private Night recovered;
    private Night leaking;
    private Night withoutSignOfLife;
    private Repeated refused;
    private Repeated unheard;

    SharedNights(DeployedPlatform platform) {
        this.platform = platform;
    }

    /**
     * @param night when two runs are kept and the execution before succeeded
     * @param repeated right after it, without a new snapshot
     */
    private record Published(Night night, Night repeated) {}

    /**
     * @param second started while the night ran
     */
    record Disturbed(Night night, NightlyRun.Outcome second) {}

    /**
     * @param met how often each state met its fault
     */
    record Repeated(Night night, Map<String, Integer> met) {}

    /** A new snapshot and nothing in the way. */
    Night published() {
        return publishedTwice().night();
    }

    /** The same snapshot a second time. */
    Night repeated() {
        return publishedTwice().repeated();
    }

    private Published publishedTwice() {
        if (published == null) {
            platform.twoRunsPublished();
            platform.healthyNight();
            platform.takeSnapshot();
            Night night = Night.of(platform, platform::night);
            Night repeated = Night.after(night.after(), platform, platform::night);
            published = new Published(night, repeated);
        }
        return published;
    }

    /**
     * A new snapshot, with all in the way that a night puts up with: the lock of an execution that
     * ended, a busy service, a second execution, a view that no policy wants, a history of KPIs
     * that cannot be written.
     */
    Disturbed disturbed() {
        if (disturbed == null) {
            platform.publishedBefore();
            platform.outsider().locksFor(platform.healthyNight().executionArn());
            platform.outsider().addsViewWithoutPolicy("left_the_policy");
            platform.takeSnapshot();
            platform.standIn
                    .control()
                    .breakWith(Faults.refused("glue", "start_crawler", "ThrottlingException", 2));
            platform.standIn.control().breakWith(Faults.query("__kpi_history\""));
            NightlyRun.Outcome[] second = new NightlyRun.Outcome[1];
            Night night =
                    Night.of(
                            platform,
                            () -> {
                                String first = platform.machine().start();
                                Eventually.await(
                                        "the first has the lock", () -> platform.isLockedBy(first));
                                second[0] = platform.night();
                                return platform.machine().await(first);
                            });
            platform.standIn.control().clearFaults();
            platform.healthyNight();
            disturbed = new Disturbed(night, second[0]);
        }
        return disturbed;
    }

    /** As many states as one night can enter, and each service refuses the first call. */
    Repeated refused() {
        if (refused == null) {
            refused = repeated(state -> Faults.before(state.name(), state.passingError()));
        }
        return refused;
    }

    /** As many states as one night can enter, and each one's first answer is lost on its way. */
    Repeated unheard() {
        if (unheard == null) {
            unheard = repeated(state -> Faults.after(state.name(), state.passingError()));
        }
        return unheard;
    }

    private Repeated repeated(Function<WorkingStates.WorkingState, Map<String, ?>> fault) {
        platform.twoRunsPublished();
        DetourWorld.prepare(platform);
        List<Map<String, ?>> faults = new ArrayList<>();
        platform.workingStates().tasks().forEach(state -> faults.add(fault.apply(state)));
        platform.standIn.control().breakWith(Faults.states(faults));
        Night night = Night.of(platform, platform::night);
        Map<String, Integer> met = platform.standIn.control().metStateFaults();
        platform.publishedBefore();
        return new Repeated(night, met);
    }

    /** The same snapshot again, after a night that failed. */
    Night recovered() {
        if (recovered == null) {
            platform.publishedBefore();
            platform.takeSnapshot();
            platform.standIn.control().breakWith(Map.of("crawler", "FAILED: no access"));
            assertThat(platform.night().succeeded()).isFalse();
            platform.standIn.control().clearFaults();
            recovered = Night.of(platform, platform::night);
        }
        return recovered;
    }

    /** A new snapshot, in which the plan of users is their mail. */
    Night leaking() {
        if (leaking == null) {
            platform.publishedBefore();
            platform.takeSnapshot();
            Path sample = platform.folder("leaking-users");
            LeakingSample.write(platform.sample, sample, LeakingSample.USERS_PLAN_SHOWS_THEIR_MAIL);
            platform.standIn.control().exportFrom(sample);
            leaking = Night.of(platform, platform::night);
            platform.publishedBefore();
        }
        return leaking;
    }

    /** A new snapshot; all is published, and then the sign of life cannot be given. */
    Night withoutSignOfLife() {
        if (withoutSignOfLife == null) {
            platform.publishedBefore();
            platform.takeSnapshot();
            platform.standIn.control().breakWith(Faults.afterThePublication());
            withoutSignOfLife = Night.of(platform, platform::night);
            platform.publishedBefore();
        }
        return withoutSignOfLife;
    }
}
