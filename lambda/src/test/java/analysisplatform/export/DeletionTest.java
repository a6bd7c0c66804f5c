package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** CleanUp and DeleteRun: what they delete, and what they must never delete. */
class DeletionTest {

    private static final String RUN = "r20260302180509_0123abcd";
    private static final String OTHER_RUN = "r20260301180509_0123abcd";

    private final World world = new World();

    @Test
    void deletesEveryObjectVersionAndMarkerOfTheSource() {
        world.exported("first");
        int objects = world.s3.objects.size();
        world.s3.history.put("exports/shop/gone.parquet@v1", false);
        world.s3.history.put("exports/shop/gone.parquet@v2", true);
        world.s3.history.put("exports/shop/zombie.parquet@v1", false);

        Map<String, Object> answer = world.ask(cleanUp("exports/shop"));

        assertThat(answer).containsExactly(Map.entry("deleted", objects + 3));
        assertThat(world.s3.objects).isEmpty();
        assertThat(world.s3.history).isEmpty();
    }

    @Test
    void deletesMoreThanOneRequestMayName() {
        for (int number = 0; number < 2001; number++) {
            world.s3.objects.put("exports/shop/" + number, "");
        }

        assertThat(world.ask(cleanUp("exports/shop"))).containsEntry("deleted", 2001);
        assertThat(world.s3.objects).isEmpty();
    }

    @Test
    void leavesOtherSourcesAlone() {
        world.s3.objects.put("exports/shop/a", "");
        world.s3.objects.put("exports/shop-2/a", "");
        world.s3.objects.put("exports/shopping", "");
        world.s3.objects.put("pseudonym-key/v1/key", "");

        world.ask(cleanUp("exports/shop"));

        assertThat(world.s3.objects)
                .containsOnlyKeys("exports/shop-2/a", "exports/shopping", "pseudonym-key/v1/key");
    }

    @Test
    void keepsTheNamedExportAndNothingElse() {
        world.s3.objects.put("exports/shop/keep-1/a", "");
        world.s3.objects.put("exports/shop/keep-1/b", "");
        world.s3.objects.put("exports/shop/keep-12/a", "");
        world.s3.objects.put("exports/shop/old/a", "");
        Map<String, Object> request = cleanUp("exports/shop");
        request.put("keepExportId", "keep-1");

        Map<String, Object> answer = world.ask(request);

        assertThat(answer).containsEntry("deleted", 2);
        assertThat(world.s3.objects)
                .containsOnlyKeys("exports/shop/keep-1/a", "exports/shop/keep-1/b");
    }

    @Test
    void hasNothingToDoWhenNothingIsThere() {
        assertThat(world.askRaw(Json.write(cleanUp("exports/shop")))).isEqualTo("{\"deleted\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "exports",
                "exports/",
                "exports/shop/",
                "exports/shop/x",
                "exports/Shop",
                "exports/../masked",
                "masked/shop",
                "/exports/shop",
                "exports/shop\n"
            })
    void refusesToCleanAnyOtherPrefix(String prefix) {
        assertThatThrownBy(() -> world.ask(cleanUp(prefix)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("prefix");
    }

    @Test
    void deletesExactlyOneRun() {
        world.s3.objects.put("masked/shop/" + RUN + "/users/a", "");
        world.s3.objects.put("masked/shop/" + OTHER_RUN + "/users/a", "");
        world.s3.history.put("masked/shop/" + RUN + "/users/b@v1", false);

        Map<String, Object> answer = world.ask(deleteRun(RUN, List.of(OTHER_RUN, "")));

        assertThat(answer).containsEntry("deleted", 2);
        assertThat(world.s3.objects).containsOnlyKeys("masked/shop/" + OTHER_RUN + "/users/a");
    }

    @Test
    void refusesToDeleteARunThatIsToBeKept() {
        world.s3.objects.put("masked/shop/" + RUN + "/users/a", "");

        assertThatThrownBy(() -> world.ask(deleteRun(RUN, List.of(OTHER_RUN, RUN))))
                .isInstanceOf(RunIsPublished.class)
                .hasMessageContaining(RUN);
        assertThat(world.s3.objects).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r2026", "..", "r20260302180509_0123abcd/", "*"})
    void refusesARunThatIsNoRun(String runId) {
        assertThatThrownBy(() -> world.ask(deleteRun(runId, List.of())))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("runId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "masked", "masked/", "masked/shop/", "exports/shop"})
    void refusesToDeleteARunBelowAnyOtherPrefix(String prefix) {
        Map<String, Object> request = deleteRun(RUN, List.of());
        request.put("prefix", prefix);

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("prefix");
    }

    @Test
    void refusesToDeleteARunWithoutAListOfRunsToKeep() {
        Map<String, Object> request = deleteRun(RUN, List.of());
        request.remove("keep");

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("The request's keep must be an array.");
    }

    @Test
    void refusesARunToKeepThatIsNoText() {
        Map<String, Object> request = deleteRun(RUN, List.of());
        List<Object> keep = new ArrayList<>();
        keep.add(null);
        request.put("keep", keep);

        assertThatThrownBy(() -> world.ask(request)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void failsWhenAnObjectCouldNotBeDeleted() {
        world.s3.objects.put("exports/shop/a", "");
        world.s3.undeletable.put("exports/shop/a", "AccessDenied");

        assertThatThrownBy(() -> world.ask(cleanUp("exports/shop")))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("exports/shop/a")
                .hasMessageContaining("AccessDenied");
    }

    @Test
    void asksToTryAgainWhenS3IsBusyDeleting() {
        world.s3.objects.put("exports/shop/a", "");
        world.s3.undeletable.put("exports/shop/a", "SlowDown");

        assertThatThrownBy(() -> world.ask(cleanUp("exports/shop")))
                .isInstanceOf(ServiceUnavailable.class);
    }

    @Test
    void namesTheBucketThatDoesNotExist() {
        world.s3.failures.put(
                "listObjectVersions",
                FakeRds.refusal(NoSuchBucketException.builder(), "NoSuchBucket"));

        assertThatThrownBy(() -> world.ask(cleanUp("exports/shop")))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining(World.BUCKET)
                .hasMessageContaining("Check that the bucket exists");
    }

    private static Map<String, Object> cleanUp(String prefix) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("step", "CleanUp");
        request.put("bucket", World.BUCKET);
        request.put("prefix", prefix);
        return request;
    }

    private static Map<String, Object> deleteRun(String runId, List<String> keep) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("step", "DeleteRun");
        request.put("bucket", World.BUCKET);
        request.put("prefix", "masked/shop");
        request.put("runId", runId);
        request.put("keep", keep);
        return request;
    }
}
