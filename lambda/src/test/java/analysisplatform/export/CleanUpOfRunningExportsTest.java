package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.DescribeExportTasksRequest;
import software.amazon.awssdk.services.rds.model.RdsException;

/** CleanUp asks RDS which exports still run, and keeps its hands off them. */
class CleanUpOfRunningExportsTest {

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(strings = {"STARTING", "IN_PROGRESS", "CANCELING", "canceling", "SOMETHING_NEW"})
    void keepsAnExportThatRdsMayStillWrite(String status) {
        world.add(world.task("e1", status).build());
        world.s3.objects.put("exports/shop/e1/shop/public.users/1/part-0.gz.parquet", "PAR1");

        assertThat(world.ask(World.cleanUpWithAccess()))
                .containsExactly(Map.entry("deleted", 0), Map.entry("kept", List.of("e1")));
        assertThat(world.s3.objects).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETE", "CANCELED", "FAILED"})
    void deletesAnExportThatEnded(String status) {
        world.add(world.task("e1", status).build());
        world.s3.objects.put("exports/shop/e1/a", "");

        assertThat(world.ask(World.cleanUpWithAccess()))
                .containsExactly(Map.entry("deleted", 1), Map.entry("kept", List.of()));
        assertThat(world.s3.objects).isEmpty();
    }

    @Test
    void deletesAnExportThatRdsDoesNotKnowAnyMore() {
        world.s3.objects.put("exports/shop/e1/a", "");

        assertThat(world.ask(World.cleanUpWithAccess())).containsEntry("deleted", 1);
        assertThat(world.rds.taskQueries)
                .extracting(DescribeExportTasksRequest::exportTaskIdentifier)
                .containsExactly("e1");
    }

    @Test
    void decidesForEachExportByItself() {
        world.add(world.task("ended", "COMPLETE").build());
        world.add(world.task("running", "IN_PROGRESS").build());
        world.add(world.task("running-2", "COMPLETE").build());
        for (String export : List.of("ended", "running", "running-2", "wanted")) {
            world.s3.objects.put("exports/shop/" + export + "/a", "");
        }
        world.s3.history.put("exports/shop/running/b@v1", false);
        Map<String, Object> request = World.cleanUpWithAccess();
        request.put("keepExportId", "wanted");

        Map<String, Object> answer = world.ask(request);

        assertThat(answer)
                .containsExactly(
                        Map.entry("deleted", 2), Map.entry("kept", List.of("running", "wanted")));
        assertThat(world.s3.objects)
                .containsOnlyKeys("exports/shop/running/a", "exports/shop/wanted/a");
        assertThat(world.s3.history).containsOnlyKeys("exports/shop/running/b@v1");
        assertThat(world.rds.taskQueries)
                .extracting(DescribeExportTasksRequest::exportTaskIdentifier)
                .containsExactly("ended", "running", "running-2");
    }

    @Test
    void deletesWhatBelongsToNoExportWithoutAskingRds() {
        world.s3.objects.put("exports/shop/stray", "");
        world.s3.objects.put("exports/shop//stray", "");
        world.s3.objects.put("exports/shop/_temporary/stray", "");

        assertThat(world.ask(World.cleanUpWithAccess())).containsEntry("deleted", 3);
        assertThat(world.s3.objects).isEmpty();
        assertThat(world.clients).containsExactly("s3");
    }

    @Test
    void asksNobodyWhenNothingIsThere() {
        world.add(world.task("e1", "IN_PROGRESS").build());

        assertThat(world.ask(World.cleanUpWithAccess()))
                .containsExactly(Map.entry("deleted", 0), Map.entry("kept", List.of()));
        assertThat(world.clients).containsExactly("s3");
    }

    @Test
    void asksNobodyAboutTheExportToKeep() {
        world.s3.objects.put("exports/shop/e1/a", "");
        Map<String, Object> request = World.cleanUpWithAccess();
        request.put("keepExportId", "e1");

        assertThat(world.ask(request)).containsEntry("kept", List.of("e1"));
        assertThat(world.clients).containsExactly("s3");
    }

    @Test
    void asksTheSourceAccountAsTheCallerRole() {
        world.s3.objects.put("exports/shop/e1/a", "");

        world.ask(World.cleanUpWithAccess());

        assertThat(world.sts.assumed)
                .singleElement()
                .satisfies(
                        request -> {
                            assertThat(request.roleArn()).endsWith(":role/acme-dev-shop-caller");
                            assertThat(request.externalId()).isEqualTo("acme-dev-shop");
                        });
        assertThat(world.rds.closed).isTrue();
    }

    @Test
    void deletesNothingWhenRdsDoesNotAnswer() {
        world.s3.objects.put("exports/shop/e1/a", "");
        world.s3.objects.put("exports/shop/stray", "");
        world.rds.failures.put(
                "describeExportTasks", FakeRds.refusal(RdsException.builder(), "AccessDenied"));

        assertThatThrownBy(() -> world.ask(World.cleanUpWithAccess()))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("describe export e1");
        assertThat(world.s3.objects).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "callerRoleArn", "externalId"})
    void refusesHalfAnAccess(String field) {
        Map<String, Object> request = World.cleanUpWithAccess();
        request.remove(field);

        assertThatThrownBy(() -> world.ask(request))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("The request's " + field + " must be ");
    }
}
