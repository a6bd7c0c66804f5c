package analysisplatform.export;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The database whose snapshots are exported.
 *
 * @param identifier of the DB instance or DB cluster
 * @param maxSnapshotAge an older snapshot is refused
 */
record Source(
        String name,
        String account,
        String region,
        Kind kind,
        String identifier,
        Duration maxSnapshotAge) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");

    /** Decides which of the two families of RDS snapshots is looked at. */
    enum Kind {
        INSTANCE,
        CLUSTER
    }

    static Source of(Fields fields) {
        return new Source(
                fields.text("name", NAME),
                fields.text("account", ACCOUNT),
                fields.text("region", REGION),
                kind(fields),
                fields.text("identifier"),
                Duration.ofHours(fields.positive("maxSnapshotAgeHours")));
    }

    private static Kind kind(Fields fields) {
        return switch (fields.text("kind")) {
            case "INSTANCE" -> Kind.INSTANCE;
            case "CLUSTER" -> Kind.CLUSTER;
            default -> throw fields.wrong("kind", "INSTANCE or CLUSTER");
        };
    }

    /** For messages: what an operator calls it in the console. */
    String shown() {
        String what = kind == Kind.INSTANCE ? "DB instance " : "DB cluster ";
        return what + identifier + " (source " + name + ", account " + account + ")";
    }
}
