package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A night that finds more than one pseudonym key. */
@OnTheStandIn
class PseudonymKeyNightTest {

    private final DeployedPlatform platform;

    PseudonymKeyNightTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @Test
    void twoKeysStopTheNightBeforeAnythingIsMasked() {
        platform.publishedBefore();
        String published = platform.publishedRun().orElseThrow();
        platform.takeSnapshot();
        String second = addSecondKey();
        try {
            NightlyRun.Outcome outcome = platform.night();

            assertThat(outcome.error()).as(outcome.cause()).isEqualTo("PseudonymKeyInvalid");
            assertThat(outcome.cause()).contains("pseudonym_key_v1 must hold exactly one key");
            assertThat(outcome.steps()).extracting(NightlyRun.Step::state).doesNotContain("Mask");
            assertThat(platform.publishedRun()).contains(published);
            assertThat(platform.rawFiles()).isEmpty();
            assertThat(platform.isLocked()).isFalse();
        } finally {
            remove(second);
        }
    }

    /** A copy of the key beside it, so that its table has two rows. */
    private String addSecondKey() {
        String bucket = platform.names.quarantineBucket();
        String key =
                platform.clients
                        .s3()
                        .listObjectsV2(
                                r -> r.bucket(bucket).prefix(platform.names.pseudonymKeyPrefix(1)))
                        .contents()
                        .get(0)
                        .key();
        String second = key + "-second";
        platform.clients
                .s3()
                .copyObject(
                        r ->
                                r.sourceBucket(bucket)
                                        .sourceKey(key)
                                        .destinationBucket(bucket)
                                        .destinationKey(second));
        return second;
    }

    /** On AWS the bucket denies it for a key. */
    private void remove(String key) {
        platform.clients
                .s3()
                .deleteObject(r -> r.bucket(platform.names.quarantineBucket()).key(key));
    }
}
