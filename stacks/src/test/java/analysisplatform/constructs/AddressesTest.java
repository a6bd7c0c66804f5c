package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopic;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopicConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every address that was ever deployed still exists, or a moved block says where it went. {@code
 * -Dgolden.update=true} adds new addresses to the lists; taking a line away is a decision, so it is
 * done by hand.
 */
class AddressesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/addresses");

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void noAddressIsLost(Synthesised stack) throws IOException {
        Path file = FOLDER.resolve(stack.golden() + ".txt");
        Addresses now = new Addresses(stack.json());
        Set<String> listed = read(file);

        assertThat(now.lost(listed))
                .as(
                        "a plan would destroy these. Renamed? Say so with moveFromId, see"
                                + " docs/operations/rename-a-resource.md. Meant to go? Take the line"
                                + " out of %s",
                        file)
                .isEmpty();
        if (Boolean.getBoolean("golden.update")) {
            listed.addAll(now.present());
            Files.createDirectories(FOLDER);
            Files.write(file, listed);
        }
        assertThat(listed)
                .as("new addresses: add them to %s with -Dgolden.update=true", file)
                .containsAll(now.present());
    }

    @Test
    void renamedResourceIsLostUnlessItSaysWhereItCameFrom() {
        Set<String> before = new Addresses(stack("alerts", topic -> {})).present();
        JsonNode renamed = stack("notices", topic -> {});
        JsonNode moved = stack("notices", topic -> topic.moveFromId("aws_sns_topic.alerts"));

        assertThat(before).containsExactly("aws_sns_topic.alerts");
        assertThat(new Addresses(renamed).lost(before)).containsExactly("aws_sns_topic.alerts");
        assertThat(new Addresses(moved).lost(before)).isEmpty();
        assertThat(moved.at("/moved/0/from").asText()).isEqualTo("aws_sns_topic.alerts");
        assertThat(moved.at("/moved/0/to").asText()).isEqualTo("aws_sns_topic.notices");
    }

    @Test
    void addressThatWasFixedByHandOutlivesARenamedConstruct() {
        JsonNode renamed = stack("notices", topic -> topic.overrideLogicalId("alerts"));

        assertThat(new Addresses(renamed).lost(List.of("aws_sns_topic.alerts"))).isEmpty();
    }

    @Test
    void moveToAnAddressThatIsNotThereSavesNothing() {
        JsonNode gone =
                TestJson.parse(
                        """
                        {"resource": {}, "moved": [{"from": "aws_sns_topic.a", "to": "aws_sns_topic.b"}]}
                        """);

        assertThat(new Addresses(gone).lost(List.of("aws_sns_topic.a")))
                .containsExactly("aws_sns_topic.a");
    }

    private static JsonNode stack(String id, Consumer<SnsTopic> change) {
        TerraformStack stack = new TerraformStack(Testing.app(), "stack");
        change.accept(new SnsTopic(stack, id, SnsTopicConfig.builder().name("n").build()));
        return TestJson.parse(Testing.synth(stack));
    }

    private static Set<String> read(Path file) throws IOException {
        return new TreeSet<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }
}
