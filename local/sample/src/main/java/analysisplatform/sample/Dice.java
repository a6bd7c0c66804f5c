package analysisplatform.sample;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance that falls the same way every time. */
final class Dice {

    /** The sample's "now"; nothing in it looks at a clock. */
    static final OffsetDateTime SNAPSHOT_TIME =
            OffsetDateTime.of(2026, 3, 1, 2, 0, 0, 0, ZoneOffset.UTC);

    private static final long MICROS_PER_DAY = ChronoUnit.DAYS.getDuration().toMillis() * 1000;

    private final Random random;

    /**
     * @param table each table has its own dice, so that a change to one leaves the others alone
     */
    Dice(String table) {
        this.random = new Random(table.hashCode());
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    UUID uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes);
    }

    /** A time within so many days before the snapshot, to the microsecond. */
    OffsetDateTime time(int days) {
        long micros = (long) (random.nextDouble() * days * MICROS_PER_DAY);
        return SNAPSHOT_TIME.minus(micros, ChronoUnit.MICROS);
    }

    LocalDate date(int days) {
        return SNAPSHOT_TIME.toLocalDate().minusDays(random.nextInt(days));
    }
}
