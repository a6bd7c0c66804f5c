package analysisplatform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineServerTest {

    @Test
    void takesOptionsInAnyOrder() {
        List<String> arguments =
                List.of(
                        ("--region ap-northeast-1 --endpoint http://127.0.0.1:5000"
                                        + " --schema-port 5603 --port 5602")
                                .split(" "));

        assertThat(EngineServer.options(arguments))
                .containsEntry("--port", "5602")
                .containsEntry("--endpoint", "http://127.0.0.1:5000");
    }

    @ParameterizedTest(name = "refuses \"{0}\"")
    @ValueSource(
            strings = {
                "--port 1",
                "--port 1 --schema-port 2 --endpoint http://x --region",
                "--port 1 --schema-port 2 --endpoint http://x --region r --colour red",
            })
    void refusesMissingAndUnknownOptions(String arguments) {
        assertThatThrownBy(() -> EngineServer.options(List.of(arguments.split(" "))))
                .hasMessageStartingWith("Usage: EngineServer");
    }
}
