package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What ReleaseRun marks as proven, and what it must never mark. */
class ReleaseRunTest {

    private static final String RUN = "r20260302180509_0123abcd";
    private static final String OTHER_RUN = "r20260301180509_0123abcd";
    private static final List<String> PROVEN = List.of("proven=yes");

    private final World world = new World();

    @Test
    void marksEveryFileOfExactlyOneRun() {
        put(RUN, "users/a", "users/b", "posts/a", "posts/b", "posts/c");
        put(OTHER_RUN, "users/a");
        world.s3.objects.put("masked/shop/" + RUN + "x/users/a", "");
        world.s3.objects.put("masked/shop-two/" + RUN + "/users/a", "");

        Map<String, Object> answer = world.ask(releaseRun());

        assertThat(answer).containsOnly(Map.entry("released", 5));
        assertThat(world.s3.tags)
                .containsOnlyKeys(
                        key("users/a"),
                        key("users/b"),
                        key("posts/a"),
                        key("posts/b"),
                        key("posts/c"))
                .allSatisfy((key, tags) -> assertThat(tags).as(key).isEqualTo(PROVEN));
    }

    @Test
    void marksAllAgainWhenItIsRepeatedAfterItStoppedHalfWay() {
        put(RUN, "users/a", "users/b");
        world.s3.failures.put(
                "putObjectTagging " + key("users/b"),
                FakeRds.refusal(S3Exception.builder(), "SlowDown"));

        assertThatThrownBy(() -> world.ask(releaseRun()))
                .isInstanceOf(ServiceUnavailable.class)
                .hasMessageStartingWith(
                        "Could not mark s3://%s/%s as proven: SlowDown"
                                .formatted(World.BUCKET, key("users/b")));
        world.s3.failures.clear();

        assertThat(world.ask(releaseRun())).containsEntry("released", 2);
        assertThat(world.s3.tags).containsOnlyKeys(key("users/a"), key("users/b"));
    }

    @Test
    void tellsOfARefusalAndIsNotTriedAgain() {
        put(RUN, "users/a");
        world.s3.failures.put(
                "putObjectTagging " + key("users/a"),
                FakeRds.refusal(S3Exception.builder(), "AccessDenied"));

        assertThatThrownBy(() -> world.ask(releaseRun())).isInstanceOf(AccessRefused.class);
        assertThat(world.s3.tags).isEmpty();
    }

    @Test
    void hasNothingToMarkInARunOfEmptyTables() {
        assertThat(world.ask(releaseRun())).containsEntry("released", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r2026", "..", RUN + "/", "*"})
    void refusesARunThatIsNoRun(String runId) {
        refused("runId", runId, "runId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "masked", "masked/", "masked/shop/", "exports/shop", "kpis/history"})
    void refusesToMarkBelowAnyOtherPrefix(String prefix) {
        refused("prefix", prefix, "prefix");
    }

    @ParameterizedTest
    @CsvSource({"Proven, yes, tag.key", "aws:x, yes, tag.key", "proven, '', tag.value"})
    void refusesATagThatIsNoWord(String key, String value, String named) {
        refused("tag", Map.of("key", key, "value", value), named);
    }

    private void refused(String field, Object value, String named) {
        put(RUN, "users/a");
        Map<String, Object> request = releaseRun();
        request.put(field, value);

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining(named);
        assertThat(world.s3.tags).isEmpty();
    }

    private void put(String run, String... files) {
        for (String file : files) {
            world.s3.objects.put("masked/shop/" + run + "/" + file, "");
        }
    }

    private static String key(String file) {
        return "masked/shop/" + RUN + "/" + file;
    }

    private static Map<String, Object> releaseRun() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("step", "ReleaseRun");
        request.put("bucket", World.BUCKET);
        request.put("prefix", "masked/shop");
        request.put("runId", RUN);
        request.put("tag", Map.of("key", "proven", "value", "yes"));
        return request;
    }
}
