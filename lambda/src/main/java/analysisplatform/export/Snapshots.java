package analysisplatform.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsRequest;

/** Chooses the snapshot of a source that is to be exported. */
final class Snapshots {

    private static final String AVAILABLE = "available";

    private final RdsClient rds;
    private final Clock clock;

    Snapshots(RdsClient rds, Clock clock) {
        this.rds = rds;
        this.clock = clock;
    }

    /**
     * The newest automated snapshot. RDS promises no order, and reports no time while a snapshot is
     * being created.
     */
    Snapshot newest(Source source) {
        List<Found> found = describe(source, "automated");
        Snapshot newest =
                found.stream()
                        .filter(Found::exportable)
                        .map(Found::snapshot)
                        .max(Comparator.comparing(Snapshot::time).thenComparing(Snapshot::arn))
                        .orElseThrow(() -> nothingAvailable(source, found));
        Duration age = Duration.between(newest.time(), Instant.now(clock));
        if (age.compareTo(source.maxSnapshotAge()) > 0) {
            throw new SnapshotTooOld(
                    ("The newest snapshot %s of %s is %s old, but at most %d hours are allowed. Check"
                                    + " the automated backups of the database.")
                            .formatted(
                                    newest.arn(),
                                    source.shown(),
                                    hoursAndMinutes(age),
                                    source.maxSnapshotAge().toHours()));
        }
        return newest;
    }

    /** Exactly this snapshot, however old: whoever names one knows its age. */
    Snapshot exactly(Source source, String arn) {
        Found found =
                describe(source, type(arn)).stream()
                        .filter(candidate -> arn.equals(candidate.arn))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new SnapshotNotFound(
                                                "%s has no snapshot %s."
                                                        .formatted(source.shown(), arn)));
        if (!found.exportable()) {
            throw new SnapshotNotFound(
                    "Snapshot %s of %s is %s; only an available one can be exported."
                            .formatted(arn, source.shown(), found.status));
        }
        return found.snapshot();
    }

    private List<Found> describe(Source source, String type) {
        String action = "list the " + type + " snapshots of " + source.shown();
        return AwsCall.attempt(
                action,
                () ->
                        switch (source.kind()) {
                            case INSTANCE -> ofInstance(source.identifier(), type);
                            case CLUSTER -> ofCluster(source.identifier(), type);
                        });
    }

    private List<Found> ofInstance(String identifier, String type) {
        DescribeDbSnapshotsRequest request =
                DescribeDbSnapshotsRequest.builder()
                        .dbInstanceIdentifier(identifier)
                        .snapshotType(type)
                        .build();
        return Pages.of(
                marker -> rds.describeDBSnapshots(request.toBuilder().marker(marker).build()),
                page ->
                        page.dbSnapshots().stream()
                                .map(
                                        s ->
                                                new Found(
                                                        s.dbSnapshotArn(),
                                                        s.status(),
                                                        s.snapshotCreateTime()))
                                .toList(),
                page -> page.marker());
    }

    private List<Found> ofCluster(String identifier, String type) {
        DescribeDbClusterSnapshotsRequest request =
                DescribeDbClusterSnapshotsRequest.builder()
                        .dbClusterIdentifier(identifier)
                        .snapshotType(type)
                        .build();
        return Pages.of(
                marker ->
                        rds.describeDBClusterSnapshots(request.toBuilder().marker(marker).build()),
                page ->
                        page.dbClusterSnapshots().stream()
                                .map(
                                        s ->
                                                new Found(
                                                        s.dbClusterSnapshotArn(),
                                                        s.status(),
                                                        s.snapshotCreateTime()))
                                .toList(),
                page -> page.marker());
    }

    /** RDS wants the type beside the name, and the name's prefix tells it. */
    private static String type(String arn) {
        String name = arn.substring(arn.indexOf("snapshot:") + "snapshot:".length());
        if (name.startsWith("rds:")) {
            return "automated";
        }
        return name.startsWith("awsbackup:") ? "awsbackup" : "manual";
    }

    private static SnapshotNotFound nothingAvailable(Source source, List<Found> found) {
        return new SnapshotNotFound(
                found.isEmpty()
                        ? "%s has no automated snapshot. Check that its automated backups are on."
                                .formatted(source.shown())
                        : "None of the %d automated snapshots of %s is available yet."
                                .formatted(found.size(), source.shown()));
    }

    private static String hoursAndMinutes(Duration age) {
        return age.toHours() + " hours " + age.toMinutesPart() + " minutes";
    }

    private record Found(String arn, String status, Instant time) {

        boolean exportable() {
            return AVAILABLE.equals(status) && arn != null && time != null;
        }

        Snapshot snapshot() {
            return new Snapshot(arn, time);
        }
    }
}
