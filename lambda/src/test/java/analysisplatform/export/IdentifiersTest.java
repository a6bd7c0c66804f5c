package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IdentifiersTest {

    private static final String EXPORT_GRAMMAR = "[a-zA-Z](-?[a-zA-Z0-9])*";

    @Example
    void readsAsSourceTimeHashAndAttempt() {
        Snapshot snapshot =
                new Snapshot(
                        "arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:shop-2026-03-02",
                        Instant.parse("2026-03-02T18:05:09.123Z"));

        assertThat(Identifiers.exportId("shop", snapshot, 3))
                .matches("shop-20260302180509-[0-9a-f]{12}-3");
        assertThat(Identifiers.runId(snapshot, "0a1b2c3d")).matches("r20260302180509_[0-9a-f]{8}");
    }

    @Example
    void keepsTheFirstHashesForEverBecauseRenamedRunsWouldBeExportedAgain() {
        Snapshot snapshot = new Snapshot("arn", Instant.parse("2026-03-02T18:05:09Z"));

        assertThat(Identifiers.runId(snapshot, "0a1b2c3d")).isEqualTo("r20260302180509_bb360958");
        assertThat(Identifiers.exportId("shop", snapshot, 1))
                .isEqualTo("shop-20260302180509-05f5318a6fa2-1");
    }

    @Property(tries = 300)
    void exportIdIsAcceptedByRds(
            @ForAll String sourceName,
            @ForAll("snapshots") Snapshot snapshot,
            @ForAll @IntRange(min = 1, max = 20) int attempt) {
        String exportId = Identifiers.exportId(sourceName, snapshot, attempt);

        assertThat(exportId).matches(EXPORT_GRAMMAR).hasSizeLessThanOrEqualTo(60);
        assertThat(exportId).matches(Identifiers.EXPORT_ID);
    }

    @Property(tries = 300)
    void exportIdIsAcceptedByRdsForEverySourceNameOfTheConfiguration(
            @ForAll("sourceNames") String sourceName,
            @ForAll("snapshots") Snapshot snapshot,
            @ForAll @IntRange(min = 1, max = 20) int attempt) {
        assertThat(Identifiers.exportId(sourceName, snapshot, attempt))
                .matches(EXPORT_GRAMMAR)
                .hasSizeLessThanOrEqualTo(60);
    }

    @Property(tries = 300)
    void identifiersAreStable(
            @ForAll("sourceNames") String sourceName, @ForAll("snapshots") Snapshot snapshot) {
        Snapshot same = new Snapshot(snapshot.arn(), snapshot.time());

        assertThat(Identifiers.exportId(sourceName, snapshot, 1))
                .isEqualTo(Identifiers.exportId(sourceName, same, 1));
        assertThat(Identifiers.runId(snapshot, "0a1b2c3d"))
                .isEqualTo(Identifiers.runId(same, "0a1b2c3d"));
    }

    @Property(tries = 300)
    void exportIdsOfAllAttemptsDiffer(
            @ForAll("sourceNames") String sourceName, @ForAll("snapshots") Snapshot snapshot) {
        Set<String> exportIds = new HashSet<>();
        for (int attempt = 1; attempt <= Identifiers.MAX_ATTEMPTS; attempt++) {
            exportIds.add(Identifiers.exportId(sourceName, snapshot, attempt));
        }

        assertThat(exportIds).hasSize(Identifiers.MAX_ATTEMPTS);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void identifiersOfTwoSnapshotsDiffer(
            @ForAll("sourceNames") String sourceName,
            @ForAll("snapshots") Snapshot one,
            @ForAll("snapshots") Snapshot other) {
        Assume.that(!one.arn().equals(other.arn()));
        Snapshot sameSecond = new Snapshot(other.arn(), one.time());

        assertThat(Identifiers.exportId(sourceName, one, 1))
                .isNotEqualTo(Identifiers.exportId(sourceName, sameSecond, 1));
        assertThat(Identifiers.runId(one, "0a1b2c3d"))
                .isNotEqualTo(Identifiers.runId(sameSecond, "0a1b2c3d"));
    }

    @Property(tries = 300)
    void exportIdsOfTwoLongSourcesDifferThoughTheirNamesAreCut(
            @ForAll("sourceNames") String end, @ForAll("snapshots") Snapshot snapshot) {
        String cutAway = "a".repeat(60);

        assertThat(Identifiers.exportId(cutAway + end, snapshot, 1))
                .isNotEqualTo(Identifiers.exportId(cutAway + end + "x", snapshot, 1));
    }

    @Property(tries = 300)
    void runIdIsUsableInTableNamesAndChangesWithThePolicy(@ForAll("snapshots") Snapshot snapshot) {
        String runId = Identifiers.runId(snapshot, "0a1b2c3d");

        assertThat(runId).matches("r[a-z0-9_]+").matches(Identifiers.RUN_ID);
        assertThat(runId).isNotEqualTo(Identifiers.runId(snapshot, "0a1b2c3e"));
    }

    @Property(tries = 300)
    void attemptsOutsideOneToTwentyAreRefused(@ForAll int attempt) {
        Assume.that(attempt < 1 || attempt > 20);
        Snapshot snapshot = new Snapshot("arn", Instant.EPOCH);

        assertThatThrownBy(() -> Identifiers.exportId("shop", snapshot, attempt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 1 and 20");
    }

    @Provide
    Arbitrary<String> sourceNames() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('-')
                .ofMinLength(0)
                .ofMaxLength(62)
                .map(rest -> "s" + rest);
    }

    @Provide
    Arbitrary<Snapshot> snapshots() {
        Arbitrary<Instant> times =
                Arbitraries.longs()
                        .between(
                                Instant.parse("2000-01-01T00:00:00Z").toEpochMilli(),
                                Instant.parse("2199-12-31T23:59:59Z").toEpochMilli())
                        .map(Instant::ofEpochMilli);
        Arbitrary<String> identifiers =
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withChars('-')
                        .ofMinLength(1)
                        .ofMaxLength(63);
        return identifiers.flatMap(
                identifier ->
                        times.map(
                                time ->
                                        new Snapshot(
                                                "arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:"
                                                        + identifier
                                                        + "-2026",
                                                time)));
    }
}
