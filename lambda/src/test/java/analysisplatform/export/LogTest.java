package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class LogTest {

    private static final String ID = "shop-20260302180509-0123456789ab-1";

    private final World world = new World();

    @Test
    void writesOneJsonLineForAnAnswer() {
        world.add(world.task(ID, "COMPLETE").build());
        world.exported(ID);

        world.ask(World.checkExport(ID));

        assertThat(world.log)
                .containsExactly(
                        "{\"level\":\"INFO\",\"step\":\"CheckExport\",\"requestId\":\"request-1\","
                                + "\"about\":\"shop\",\"status\":\"COMPLETE\",\"tables\":2,"
                                + "\"tablesWithRows\":2,\"sizeGb\":1.5,\"files\":2,\"bytes\":8}\n");
    }

    @Test
    void writesTheNameButNotTheWordsOfAFailure() {
        world.add(world.task(ID, "FAILED").failureCause("taro@example.com broke it").build());

        assertThatThrownBy(() -> world.ask(World.checkExport(ID))).isInstanceOf(ExportFailed.class);

        assertThat(world.log)
                .containsExactly(
                        "{\"level\":\"ERROR\",\"step\":\"CheckExport\",\"requestId\":\"request-1\","
                                + "\"error\":\"ExportFailed\"}\n");
    }

    @Test
    void writesTheNameOfWhatCausedAFailure() {
        world.rds.failures.put(
                "describeExportTasks", SdkClientException.create("Connection reset"));

        assertThatThrownBy(() -> world.ask(World.checkExport(ID)))
                .isInstanceOf(ServiceUnavailable.class);

        assertThat(world.log)
                .singleElement()
                .asString()
                .endsWith("\"error\":\"ServiceUnavailable\",\"cause\":\"SdkClientException\"}\n");
    }

    @Test
    void writesALineEvenWhenTheRequestCannotBeRead() {
        assertThatThrownBy(() -> world.askRaw("{")).isInstanceOf(InvalidRequest.class);

        assertThat(world.log).singleElement().asString().contains("\"step\":\"unknown\"");
    }
}
