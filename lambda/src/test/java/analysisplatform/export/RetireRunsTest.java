package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ListRuns names, what RetireRuns deletes, and what it must never delete. */
class RetireRunsTest {

    private static final String PUBLISHED = "r20260303180509_0123abcd";
    private static final String BEFORE = "r20260302180509_0123abcd";
    private static final String OLD = "r20260301180509_0123abcd";
    private static final String OLDER = "r20260228180509_0123abcd";

    private final World world = new World();

    @Test
    void deletesAllRunsButThoseToKeepAndNamesThem() {
        put(PUBLISHED, BEFORE, OLD, OLDER);
        world.s3.history.put("masked/shop/" + OLDER + "/users/b@v1", false);

        Map<String, Object> answer = world.ask(retireRuns("shop", List.of(PUBLISHED, BEFORE)));

        assertThat(answer).containsEntry("deleted", 3);
        assertThat(answer).containsEntry("runs", List.of(OLDER, OLD));
        assertThat(world.s3.objects)
                .containsOnlyKeys(
                        "masked/shop/" + PUBLISHED + "/users/a",
                        "masked/shop/" + BEFORE + "/users/a");
    }

    @Test
    void namesTheRunsThatItWouldDelete() {
        put(PUBLISHED, BEFORE, OLD);
        world.s3.history.put("masked/shop/" + OLDER + "/users/b@v1", false);

        Map<String, Object> answer = world.ask(listRuns(List.of(PUBLISHED, BEFORE)));

        assertThat(answer).containsOnly(Map.entry("runs", List.of(OLDER, OLD)));
        assertThat(world.s3.objects).hasSize(3);
    }

    @Test
    void namesNoRunWhenNoneIsToBeKept() {
        assertThatThrownBy(() -> world.ask(listRuns(List.of("", ""))))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("keep");
    }

    @Test
    void leavesOtherSourcesAndWhatIsNoRunAlone() {
        put(OLD);
        world.s3.objects.put("masked/shop-two/" + OLD + "/users/a", "");
        world.s3.objects.put("masked/shop/notes/a", "");

        world.ask(retireRuns("shop", List.of(PUBLISHED)));

        assertThat(world.s3.objects)
                .containsOnlyKeys("masked/shop-two/" + OLD + "/users/a", "masked/shop/notes/a");
    }

    @Test
    void hasNothingToDoAfterTheFirstPublication() {
        put(PUBLISHED);

        Map<String, Object> answer = world.ask(retireRuns("shop", List.of(PUBLISHED, "")));

        assertThat(answer).containsEntry("deleted", 0).containsEntry("runs", List.of());
    }

    @Test
    void refusesWhenNoRunIsToBeKept() {
        put(PUBLISHED);

        assertThatThrownBy(() -> world.ask(retireRuns("shop", List.of("", ""))))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("keep");
        assertThat(world.s3.objects).hasSize(1);
    }

    private void put(String... runs) {
        for (String run : runs) {
            world.s3.objects.put("masked/shop/" + run + "/users/a", "");
        }
    }

    private static Map<String, Object> listRuns(List<String> keep) {
        Map<String, Object> request = retireRuns("shop", keep);
        request.put("step", "ListRuns");
        return request;
    }

    private static Map<String, Object> retireRuns(String source, List<String> keep) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("step", "RetireRuns");
        request.put("bucket", "masked-bucket");
        request.put("prefix", "masked/" + source);
        request.put("keep", keep);
        return request;
    }
}
