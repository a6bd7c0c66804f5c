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

/** What DeleteRun deletes, and what it must never delete. */
class DeleteRunTest {

    private static final String RUN = "r20260302180509_0123abcd";
    private static final String OTHER_RUN = "r20260301180509_0123abcd";

    private final World world = new World();

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
