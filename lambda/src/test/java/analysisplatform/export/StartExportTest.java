package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.StartExportTaskRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

class StartExportTest {

    private static final String NIGHT = "2026-03-02T18:05:09Z";

    private final World world = new World();

    @Test
    void startsAnExportOfTheNewestSnapshotAndNamesRunAndExport() {
        world.rds.snapshots.add(World.snapshot(NIGHT));

        Map<String, Object> answer = world.ask(World.startExport());

        assertThat(answer)
                .containsExactly(
                        Map.entry("outcome", "STARTED"),
                        Map.entry("runId", runId(NIGHT)),
                        Map.entry("exportId", World.exportId(NIGHT, 1)),
                        Map.entry("snapshotArn", World.snapshotArn(NIGHT)),
                        Map.entry("snapshotTime", NIGHT));
    }

    @Test
    void asksRdsForExactlyTheConfiguredExport() {
        world.rds.snapshots.add(World.snapshot(NIGHT));

        world.ask(World.startExport());

        assertThat(world.rds.started)
                .containsExactly(
                        StartExportTaskRequest.builder()
                                .exportTaskIdentifier(World.exportId(NIGHT, 1))
                                .sourceArn(World.snapshotArn(NIGHT))
                                .iamRoleArn("arn:aws:iam::222222222222:role/acme-dev-shop-export")
                                .kmsKeyId("arn:aws:kms:ap-northeast-1:111111111111:key/1234")
                                .s3BucketName(World.BUCKET)
                                .s3Prefix("exports/shop")
                                .exportOnly("shop.public.users", "shop.public.orders")
                                .build());
    }

    @Test
    void callsRdsWithTheCallerRoleOfTheSourceAccount() {
        world.rds.snapshots.add(World.snapshot(NIGHT));

        world.ask(World.startExport());

        assertThat(world.sts.assumed)
                .containsExactly(
                        AssumeRoleRequest.builder()
                                .roleArn("arn:aws:iam::222222222222:role/acme-dev-shop-caller")
                                .externalId("acme-dev-shop")
                                .roleSessionName("export-shop")
                                .durationSeconds(900)
                                .build());
        assertThat(world.rdsCredentials)
                .containsExactly(
                        "ap-northeast-1 key of"
                                + " arn:aws:iam::222222222222:role/acme-dev-shop-caller");
        assertThat(world.rds.closed).isTrue();
    }

    @Test
    void takesTheNewestOfAllPagesWhateverTheirOrder() {
        world.rds.snapshots.addAll(
                List.of(
                        World.snapshot("2026-03-02T16:00:00Z"),
                        World.snapshot("2026-03-02T14:00:00Z"),
                        World.snapshot("2026-03-02T15:00:00Z"),
                        World.snapshot("2026-03-02T17:00:00Z"),
                        World.snapshot("2026-03-02T13:00:00Z")));

        Map<String, Object> answer = world.ask(World.startExport());

        assertThat(answer).containsEntry("snapshotTime", "2026-03-02T17:00:00Z");
    }

    @Test
    void passesOverASnapshotThatIsStillCreating() {
        world.rds.snapshots.addAll(
                List.of(
                        World.snapshot(NIGHT),
                        World.automated("later", Instant.parse("2026-03-02T19:00:00Z"), "creating"),
                        World.automated("unborn", null, "creating")));

        Map<String, Object> answer = world.ask(World.startExport());

        assertThat(answer).containsEntry("snapshotTime", NIGHT);
    }

    @Test
    void passesOverASnapshotWithoutATime() {
        world.rds.snapshots.addAll(
                List.of(World.automated("timeless", null, "available"), World.snapshot(NIGHT)));

        Map<String, Object> answer = world.ask(World.startExport());

        assertThat(answer).containsEntry("snapshotTime", NIGHT);
    }

    @Test
    void passesOverManualSnapshotsAndOtherDatabases() {
        DBSnapshot manual =
                World.snapshot("2026-03-02T19:00:00Z").toBuilder().snapshotType("manual").build();
        DBSnapshot foreign =
                World.snapshot("2026-03-02T19:30:00Z").toBuilder()
                        .dbInstanceIdentifier("other-db")
                        .build();
        world.rds.snapshots.addAll(List.of(manual, foreign, World.snapshot(NIGHT)));

        Map<String, Object> answer = world.ask(World.startExport());

        assertThat(answer).containsEntry("snapshotTime", NIGHT);
    }

    @Test
    void looksAtClusterSnapshotsOfACluster() {
        for (String time :
                List.of("2026-03-02T16:00:00Z", "2026-03-02T18:00:00Z", "2026-03-02T17:00:00Z")) {
            world.rds.clusterSnapshots.add(
                    DBClusterSnapshot.builder()
                            .dbClusterIdentifier("shop-db")
                            .dbClusterSnapshotArn("arn:cluster-snapshot:" + time)
                            .snapshotType("automated")
                            .snapshotCreateTime(Instant.parse(time))
                            .status("available")
                            .build());
        }
        Map<String, Object> request = World.startExport();
        Map<String, Object> source = World.source();
        source.put("kind", "CLUSTER");
        request.put("source", source);

        Map<String, Object> answer = world.ask(request);

        assertThat(answer)
                .containsEntry("outcome", "STARTED")
                .containsEntry("snapshotArn", "arn:cluster-snapshot:2026-03-02T18:00:00Z");
    }

    @Test
    void refusesWhenThereIsNoSnapshot() {
        assertThatThrownBy(() -> world.ask(World.startExport()))
                .isInstanceOf(SnapshotNotFound.class)
                .hasMessage(
                        "DB instance shop-db (source shop, account 222222222222) has no automated"
                                + " snapshot. Check that its automated backups are on.");
    }

    @Test
    void refusesWhenEverySnapshotIsStillCreating() {
        world.rds.snapshots.add(World.automated("unborn", null, "creating"));

        assertThatThrownBy(() -> world.ask(World.startExport()))
                .isInstanceOf(SnapshotNotFound.class)
                .hasMessageContaining("None of the 1 automated snapshots")
                .hasMessageContaining("available");
    }

    @Test
    void refusesAStaleSnapshotAndNamesItsAgeAndTheLimit() {
        world.rds.snapshots.add(World.snapshot("2026-03-01T17:59:00Z"));

        assertThatThrownBy(() -> world.ask(World.startExport()))
                .isInstanceOf(SnapshotTooOld.class)
                .hasMessageContaining("26 hours 1 minutes old")
                .hasMessageContaining("at most 26 hours");
        assertThat(world.rds.started).isEmpty();
    }

    @Test
    void acceptsASnapshotThatIsExactlyAsOldAsAllowed() {
        world.rds.snapshots.add(World.snapshot("2026-03-01T18:00:00Z"));

        assertThat(world.ask(World.startExport())).containsEntry("outcome", "STARTED");
    }

    @Test
    void startsNothingForARunThatIsPublished() {
        world.rds.snapshots.add(World.snapshot(NIGHT));
        Map<String, Object> request = World.startExport();
        request.put("publishedRun", runId(NIGHT));

        Map<String, Object> answer = world.ask(request);

        assertThat(answer)
                .containsEntry("outcome", "ALREADY_PUBLISHED")
                .containsEntry("runId", runId(NIGHT))
                .doesNotContainKey("exportId");
        assertThat(world.rds.started).isEmpty();
    }

    @Test
    void startsNothingForARunThatIsKeptForARollBack() {
        world.rds.snapshots.add(World.snapshot(NIGHT));
        Map<String, Object> request = World.startExport();
        request.put("publishedRun", runId("2026-02-20T18:00:00Z"));
        request.put("keptRun", runId(NIGHT));

        Map<String, Object> answer = world.ask(request);

        assertThat(answer)
                .containsEntry("outcome", "KEPT")
                .containsEntry("runId", runId(NIGHT))
                .doesNotContainKey("exportId");
        assertThat(world.rds.started).isEmpty();
    }

    @Test
    void startsAgainForAPublishedRunWhenThePolicyChanged() {
        world.rds.snapshots.add(World.snapshot(NIGHT));
        Map<String, Object> request = World.startExport();
        request.put("publishedRun", runId(NIGHT));
        request.put("policyVersion", "ffffffff");

        assertThat(world.ask(request)).containsEntry("outcome", "STARTED");
    }

    @Test
    void usesExactlyTheNamedSnapshotHoweverOld() {
        String old = "2026-01-01T18:00:00Z";
        world.rds.snapshots.addAll(List.of(World.snapshot(NIGHT), World.snapshot(old)));
        Map<String, Object> request = World.startExport();
        request.put("snapshotArn", World.snapshotArn(old));

        Map<String, Object> answer = world.ask(request);

        assertThat(answer)
                .containsEntry("snapshotArn", World.snapshotArn(old))
                .containsEntry("runId", runId(old));
    }

    @Test
    void findsANamedManualSnapshot() {
        String arn = "arn:aws:rds:ap-northeast-1:222222222222:snapshot:before-release";
        world.rds.snapshots.add(
                World.snapshot(NIGHT).toBuilder()
                        .dbSnapshotArn(arn)
                        .snapshotType("manual")
                        .build());
        Map<String, Object> request = World.startExport();
        request.put("snapshotArn", arn);

        assertThat(world.ask(request)).containsEntry("snapshotArn", arn);
    }

    @Test
    void refusesANamedSnapshotThatDoesNotExist() {
        world.rds.snapshots.add(World.snapshot(NIGHT));
        Map<String, Object> request = World.startExport();
        request.put("snapshotArn", World.snapshotArn("gone"));

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(SnapshotNotFound.class)
                .hasMessageContaining(World.snapshotArn("gone"));
    }

    @Test
    void refusesANamedSnapshotThatIsStillCreating() {
        world.rds.snapshots.add(World.automated("unborn", null, "creating"));
        Map<String, Object> request = World.startExport();
        request.put("snapshotArn", World.snapshotArn("unborn"));

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(SnapshotNotFound.class)
                .hasMessageContaining("is creating; only an available one can be exported");
    }

    private static String runId(String time) {
        return Identifiers.runId(
                new Snapshot(World.snapshotArn(time), Instant.parse(time)), "0a1b2c3d");
    }
}
