package analysisplatform.local;

import analysisplatform.config.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The automated snapshots of a source on the stand-in. */
final class Snapshots {

    /** Older than any night may use. */
    private static final Duration FORGOTTEN = Duration.ofDays(30);

    private final StandInControl control;
    private final Source source;
    private final List<Instant> taken = new ArrayList<>();

    /** Each snapshot is a minute younger than the one before, so it is always the newest. */
    private Instant next = Instant.now().minus(Duration.ofHours(8)).truncatedTo(ChronoUnit.MINUTES);

    Snapshots(StandInControl control, Source source) {
        this.control = control;
        this.source = source;
    }

    /**
     * @return its time
     */
    Instant take() {
        next = next.plus(Duration.ofMinutes(1));
        control.takeSnapshot(source, next);
        taken.add(next);
        return next;
    }

    /** As if nobody had taken one since. */
    void ageAllBy(Duration age) {
        taken.forEach(snapshot -> age(snapshot, age));
    }

    /** As if only these had been taken, at their own times; a night looks at the newest. */
    void keepOnly(Collection<String> arns) {
        for (Instant snapshot : List.copyOf(taken)) {
            if (arns.stream().anyMatch(arn -> isOf(arn, snapshot))) {
                age(snapshot, Duration.ZERO);
            } else {
                age(snapshot, FORGOTTEN);
                taken.remove(snapshot);
            }
        }
    }

    /** When a snapshot was taken. */
    Optional<Instant> time(String arn) {
        return taken.stream().filter(snapshot -> isOf(arn, snapshot)).findFirst();
    }

    private void age(Instant snapshot, Duration age) {
        control.takeSnapshot(
                source, StandInControl.snapshotId(source, snapshot), snapshot.minus(age));
    }

    private boolean isOf(String arn, Instant snapshot) {
        return arn.endsWith(StandInControl.snapshotId(source, snapshot));
    }
}
