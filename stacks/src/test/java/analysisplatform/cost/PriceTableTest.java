package analysisplatform.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTableTest {

    @Test
    void knowsTokyoAndVirginia() {
        assertThat(PriceTable.bundled().regions()).containsOnlyKeys("ap-northeast-1", "us-east-1");
    }

    @Test
    void everyPriceNamesWhereItWasRead() {
        PriceTable table = PriceTable.bundled();

        assertThat(table.regions().values())
                .allSatisfy(
                        prices ->
                                assertThat(prices.values())
                                        .hasSize(Item.values().length)
                                        .allSatisfy(
                                                price -> {
                                                    assertThat(price.source())
                                                            .containsAnyOf(
                                                                    "https://",
                                                                    "infracost",
                                                                    "binbashar");
                                                    assertThat(price.read().getYear())
                                                            .isGreaterThanOrEqualTo(2026);
                                                }));
    }

    @Test
    void nothingFromMemoryAndNothingOfAnotherRegionIsCertain() {
        assertThat(PriceTable.bundled().regions().values())
                .flatMap(Map::values)
                .filteredOn(Price::certain)
                .isNotEmpty()
                .noneMatch(price -> price.source().contains("from memory"))
                .noneMatch(price -> price.source().contains("which is for us-east-1"));
    }

    @Test
    void unknownRegionIsAnsweredWithTheKnownOnes() {
        PriceTable table = PriceTable.bundled();

        assertThatThrownBy(() -> table.of("eu-west-1", Examples.YEN_PER_DOLLAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "No prices are known for region eu-west-1, only for ap-northeast-1, us-east-1;"
                                + " add the region to prices.yaml.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    usd: 0.012     | usd: -1         | us-east-1.rds-snapshot-export.usd must be a number above 0
                    usd: 0.012     | usd: cheap      | us-east-1.rds-snapshot-export.usd must be a number above 0
                    per: 1         | per: 0          | us-east-1.rds-snapshot-export.per must be a number above 0
                    unit: GB       | unit: 7         | us-east-1.rds-snapshot-export.unit must be a text
                    source: page   | source: ''      | us-east-1.rds-snapshot-export.source must be a text
                    read: 2026-08  | read: summer    | us-east-1.rds-snapshot-export.read must be a month such as 2026-11
                    certain: false | certain: maybe  | us-east-1.rds-snapshot-export.certain must be true or false
                    source: page   | origin: page    | us-east-1.rds-snapshot-export lacks source
                    unit: GB       | 'unit: GB, x: 1' | us-east-1.rds-snapshot-export has the unknown x
                    'regions:'     | 'yenPerDollar: 150\nregions:' | the file has the unknown yenPerDollar
                    """)
    void refusesATableThatSaysSomethingElse(String right, String wrong, String complaint) {
        String yaml = complete().replaceFirst(right, wrong);

        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test.yaml: " + complaint + ".");
    }

    @Test
    void refusesARegionThatLacksAPrice() {
        String yaml = complete().replaceFirst("(?m)^    sns-mail.*\n", "");

        assertThatThrownBy(() -> read(yaml)).hasMessage("test.yaml: us-east-1 lacks sns-mail.");
    }

    @Test
    void refusesAPriceThatIsGivenTwice() {
        String twice = complete() + complete().lines().reduce((a, b) -> b).orElseThrow() + "\n";

        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.yaml is not valid YAML")
                .hasMessageContaining("quicksight-spice");
    }

    @Test
    void readsATableThatIsComplete() throws IOException {
        Price price = read(complete()).regions().get("us-east-1").get(Item.SNS_MAIL);

        assertThat(price.usd()).isEqualByComparingTo("0.012");
        assertThat(price.unit()).isEqualTo("GB");
    }

    private static PriceTable read(String yaml) throws IOException {
        InputStream stream = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        return PriceFile.read("test.yaml", stream);
    }

    private static String complete() {
        StringBuilder yaml = new StringBuilder("regions:\n  us-east-1:\n");
        for (String key : Item.keys()) {
            yaml.append("    ")
                    .append(key)
                    .append(
                            ": {usd: 0.012, per: 1, unit: GB, source: page, read: 2026-08, certain: false}\n");
        }
        return yaml.toString();
    }
}
