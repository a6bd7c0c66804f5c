package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsTest {

    @Test
    void makesOnlyTheClientsItNeedsAndAssumesTheRoleForEveryRequest() {
        World world = new World();
        world.rds.snapshots.add(World.snapshot("2026-03-02T18:05:09Z"));

        world.ask(World.startExport());
        world.ask(World.startExport());

        assertThat(world.sts.assumed).hasSize(2);
        assertThat(world.clients).containsExactly("sts", "rds", "rds");
    }

    @Test
    void cutsTheSessionNameOfALongSourceToWhatStsAccepts() {
        World world = new World();
        world.rds.snapshots.add(World.snapshot("2026-03-02T18:05:09Z"));
        Map<String, Object> source = World.source();
        source.put("name", "s".repeat(63));
        Map<String, Object> request = World.startExport();
        request.put("source", source);

        world.ask(request);

        assertThat(world.sts.assumed.get(0).roleSessionName()).hasSize(64).startsWith("export-sss");
    }
}
