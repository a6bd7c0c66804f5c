package analysisplatform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaServerTest {

    private final SchemaServer server = SchemaServer.start(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersTheColumnsOfThePostedFile(@TempDir Path folder) throws Exception {
        Path file =
                DuckDb.write(
                        "SELECT 1::BIGINT AS \"Id\", 'x' AS name", folder.resolve("f.parquet"));

        HttpResponse<String> response = send("POST", BodyPublishers.ofFile(file));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(
                        "[{\"name\":\"id\",\"type\":\"bigint\"},{\"name\":\"name\",\"type\":\"string\"}]");
    }

    @Test
    void refusesWhatIsNoParquet() throws Exception {
        HttpResponse<String> response = send("POST", BodyPublishers.ofString("id,name"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Not a Parquet file");
    }

    @Test
    void refusesOtherMethods() throws Exception {
        assertThat(send("GET", BodyPublishers.noBody()).statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> send(String method, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url()).method(method, body).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
