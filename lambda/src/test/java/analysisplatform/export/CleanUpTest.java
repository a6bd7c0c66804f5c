package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** What CleanUp deletes, and what it must never delete, whether or not exports run. */
class CleanUpTest {

    private final World world = new World();

    @Test
    void deletesEveryObjectVersionAndMarkerOfTheSource() {
        world.exported("first");
        int objects = world.s3.objects.size();
        world.s3.history.put("exports/shop/gone.parquet@v1", false);
        world.s3.history.put("exports/shop/gone.parquet@v2", true);
        world.s3.history.put("exports/shop/zombie.parquet@v1", false);

        Map<String, Object> answer = world.ask(World.cleanUp("exports/shop"));

        assertThat(answer)
                .containsExactly(Map.entry("deleted", objects + 3), Map.entry("kept", List.of()));
        assertThat(world.s3.objects).isEmpty();
        assertThat(world.s3.history).isEmpty();
    }

    @Test
    void deletesMoreThanOneRequestMayName() {
        for (int number = 0; number < 2001; number++) {
            world.s3.objects.put("exports/shop/" + number, "");
        }

        assertThat(world.ask(World.cleanUp("exports/shop"))).containsEntry("deleted", 2001);
        assertThat(world.s3.objects).isEmpty();
    }

    @Test
    void leavesOtherSourcesAlone() {
        world.s3.objects.put("exports/shop/a", "");
        world.s3.objects.put("exports/shop-2/a", "");
        world.s3.objects.put("exports/shopping", "");
        world.s3.objects.put("pseudonym-key/v1/key", "");

        world.ask(World.cleanUp("exports/shop"));

        assertThat(world.s3.objects)
                .containsOnlyKeys("exports/shop-2/a", "exports/shopping", "pseudonym-key/v1/key");
    }

    @Test
    void keepsTheNamedExportAndNothingElse() {
        world.s3.objects.put("exports/shop/keep-1/a", "");
        world.s3.objects.put("exports/shop/keep-1/b", "");
        world.s3.objects.put("exports/shop/keep-12/a", "");
        world.s3.objects.put("exports/shop/old/a", "");
        Map<String, Object> request = World.cleanUp("exports/shop");
        request.put("keepExportId", "keep-1");

        Map<String, Object> answer = world.ask(request);

        assertThat(answer)
                .containsExactly(Map.entry("deleted", 2), Map.entry("kept", List.of("keep-1")));
        assertThat(world.s3.objects)
                .containsOnlyKeys("exports/shop/keep-1/a", "exports/shop/keep-1/b");
    }

    @Test
    void hasNothingToDoWhenNothingIsThere() {
        assertThat(world.askRaw(Json.write(World.cleanUp("exports/shop"))))
                .isEqualTo("{\"deleted\":0,\"kept\":[]}");
    }

    @Test
    void doesNotReportAnExportAsKeptThatHasNoFiles() {
        Map<String, Object> request = World.cleanUp("exports/shop");
        request.put("keepExportId", "keep-1");

        assertThat(world.ask(request)).containsEntry("kept", List.of());
    }

    @Test
    void deletesNothingWhileTheManifestCannotBeDeleted() {
        world.exported("first");
        Set<String> objects = Set.copyOf(world.s3.objects.keySet());
        world.s3.undeletable.put("exports/shop/first/export_info_first.json", "SlowDown");

        assertThatThrownBy(() -> world.ask(World.cleanUp("exports/shop")))
                .isInstanceOf(ServiceUnavailable.class);
        assertThat(world.s3.objects).containsOnlyKeys(objects);
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
        assertThatThrownBy(() -> world.ask(World.cleanUp(prefix)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("prefix");
    }

    @Test
    void failsWhenAnObjectCouldNotBeDeleted() {
        world.s3.objects.put("exports/shop/a", "");
        world.s3.undeletable.put("exports/shop/a", "AccessDenied");

        assertThatThrownBy(() -> world.ask(World.cleanUp("exports/shop")))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("exports/shop/a")
                .hasMessageContaining("AccessDenied");
    }

    @Test
    void asksToTryAgainWhenS3IsBusyDeleting() {
        world.s3.objects.put("exports/shop/a", "");
        world.s3.undeletable.put("exports/shop/a", "SlowDown");

        assertThatThrownBy(() -> world.ask(World.cleanUp("exports/shop")))
                .isInstanceOf(ServiceUnavailable.class);
    }

    @Test
    void namesTheBucketThatDoesNotExist() {
        world.s3.failures.put(
                "listObjectVersions",
                FakeRds.refusal(NoSuchBucketException.builder(), "NoSuchBucket"));

        assertThatThrownBy(() -> world.ask(World.cleanUp("exports/shop")))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining(World.BUCKET)
                .hasMessageContaining("Check that the bucket exists");
    }
}
