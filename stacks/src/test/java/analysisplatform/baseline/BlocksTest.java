package analysisplatform.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"rule\": {\"days\": 7}}", "{\"rule\": [{\"days\": 7}]}"})
    void oneBlockIsReadHoweverItIsWritten(String written) {
        JsonNode resource = TestJson.parse(written);

        assertThat(Blocks.at(resource, "/rule/days").asInt()).isEqualTo(7);
        assertThat(Blocks.at(resource, "/rule/0/days").asInt()).isEqualTo(7);
        assertThat(Blocks.at(resource, "/rule/1").isMissingNode()).isTrue();
        assertThat(Blocks.all(resource, "/rule")).hasSize(1);
    }

    @Test
    void ofSeveralBlocksNoneIsMeantWithoutItsPosition() {
        JsonNode resource = TestJson.parse("{\"rule\": [{\"days\": 7}, {\"days\": 8}]}");

        assertThat(Blocks.at(resource, "/rule/days").isMissingNode()).isTrue();
        assertThat(Blocks.at(resource, "/rule/1/days").asInt()).isEqualTo(8);
        assertThat(Blocks.all(resource, "/rule")).hasSize(2);
    }

    @Test
    void whatIsAbsentIsNoBlock() {
        assertThat(Blocks.all(TestJson.parse("{}"), "/rule")).isEmpty();
    }
}
