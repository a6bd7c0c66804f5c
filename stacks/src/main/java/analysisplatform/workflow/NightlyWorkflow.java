package analysisplatform.workflow;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The nightly state machine of one source, in the Amazon States Language with JSONPath.
 *
 * <p>Input: an object, usually empty; {@code snapshotArn} names a snapshot to use instead of the
 * newest automated one, {@code runId} the kept run to publish again. Starting it again is the way
 * to retry: every step may be repeated for one snapshot, and a snapshot that is published already
 * changes nothing.
 */
public final class NightlyWorkflow {

    private static final String CLEAN_UP = "Remove the raw files";
    private static final String FORGET_RAW = "Forget the raw tables";
    private static final String PUBLISHED = "Published";
    private static final String ALREADY_PUBLISHED = "Already published";
    private static final String ROLLED_BACK = "Rolled back";

    /** Room for masking, proofs and publication beside the two waits. */
    private static final Duration WORK = Duration.ofHours(4);

    private final Night night;

    public NightlyWorkflow(Environment environment, Source source, PipelineArns arns) {
        this(new NightlyStatements(environment, source), arns);
    }

    public NightlyWorkflow(NightlyStatements statements, PipelineArns arns) {
        this.night = new Night(statements, arns);
    }

    /**
     * The definition as JSON text.
     *
     * @throws analysisplatform.config.InvalidConfiguration when the source is too large for one
     */
    public String json() {
        LockStates lock = new LockStates(night);
        EvidenceStates evidence = new EvidenceStates(night);
        List<State> states = new ArrayList<>();
        states.addAll(lock.acquire(LastRunStates.START));
        states.addAll(new LastRunStates(night).states(RollBackStates.START));
        states.addAll(new RollBackStates(night).states(PublishStates.LISTED, ExportStates.START));
        states.addAll(new ExportStates(night).states(CrawlStates.START));
        states.addAll(new CrawlStates(night).states(DriftStates.START));
        states.addAll(new DriftStates(night).states(MaskStates.START));
        states.addAll(new MaskStates(night).states(ProofStates.START));
        states.addAll(new ProofStates(night).states(RecheckStates.START));
        states.addAll(new RecheckStates(night).states(PublishStates.START));
        states.addAll(
                new PublishStates(night)
                        .states(
                                EvidenceStates.PUBLISHED,
                                AfterPublication.afterRollBack(
                                        night, LockStates.RELEASE_ROLLED_BACK),
                                RollBackStates.START));
        states.add(evidence.published(NewsStates.START));
        states.addAll(new NewsStates(night).states(RetireRunStates.START));
        states.addAll(new RetireRunStates(night).states(AfterPublication.START));
        states.addAll(new AfterPublication(night).states(CLEAN_UP, LockStates.RELEASE_UNUSED));
        states.addAll(cleanUp(lock));
        states.addAll(evidence.afterPublication(LockStates.RELEASE));
        states.addAll(new FailureStates(night).states(lock));
        states.addAll(evidence.afterFailure(FailureStates.NOTHING_TO_WIND_UP));

        Map<String, Object> machine =
                Tasks.ordered(
                        "Comment",
                        "From the newest snapshot of %s to masked, proven, published views"
                                .formatted(night.source().name()),
                        "TimeoutSeconds",
                        timeout().toSeconds());
        machine.putAll(new Branch(states).json());
        String definition = Json.text(machine);
        new Limits(night).check(definition);
        return definition;
    }

    private List<State> cleanUp(LockStates lock) {
        List<State> states = new ArrayList<>();
        states.addAll(
                Failures.guarded(
                        CleanUpStates.removeRawFiles(night, CLEAN_UP).next(FORGET_RAW),
                        FailureStates.KEEPING_THE_CANDIDATE));
        states.addAll(
                Failures.guarded(
                        CleanUpStates.forgetRaw(night, FORGET_RAW).next(EvidenceStates.START),
                        FailureStates.KEEPING_THE_CANDIDATE));
        states.addAll(goodEnd(lock, LockStates.RELEASE, PUBLISHED));
        states.addAll(goodEnd(lock, LockStates.RELEASE_UNUSED, ALREADY_PUBLISHED));
        states.addAll(goodEnd(lock, LockStates.RELEASE_ROLLED_BACK, ROLLED_BACK));
        return states;
    }

    private static List<State> goodEnd(LockStates lock, String release, String end) {
        List<State> states = new ArrayList<>();
        states.addAll(Failures.guarded(lock.release(release, end), FailureStates.FAILED));
        states.add(State.succeed(end));
        return states;
    }

    private Duration timeout() {
        var platform = night.environment().platform();
        return WORK.plusMinutes(platform.exports().timeoutMinutes())
                .plusMinutes(platform.crawls().timeoutMinutes())
                .plusSeconds(Errors.EXPORT_LIMIT.longest())
                .plus(RefreshStates.isWanted(night) ? RefreshStates.LONGEST : Duration.ZERO);
    }
}
