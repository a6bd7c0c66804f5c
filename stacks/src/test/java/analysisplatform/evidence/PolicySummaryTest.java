package analysisplatform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.PolicyFingerprint;
import analysisplatform.config.Source;
import analysisplatform.constructs.TestEnvironments;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the report of a night says beside what happened in it. */
class PolicySummaryTest {

    private static final Environment ENVIRONMENT = TestEnvironments.full();
    private static final Source SHOP = TestEnvironments.SHOP;

    private final JsonNode summary = summary();

    @Test
    void namesTheVersionWithWhichTheNightRuns() {
        assertThat(summary.at("/policyVersion").asText())
                .isEqualTo(PolicyFingerprint.of(ENVIRONMENT, SHOP));
        assertThat(summary.at("/keyVersion").asText()).isEqualTo("v1");
        assertThat(summary.at("/timeZone").asText()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void tellsOfEveryColumnInTheOrderOfThePolicy() {
        assertThat(texts("/tables", "table")).containsExactly("users", "orders");
        assertThat(texts("/tables/0/columns", "column"))
                .containsExactly(
                        "id", "email", "my_number", "iban", "plan", "note", "birthday", "rank");
        assertThat(texts("/tables/0/columns", "action"))
                .containsExactly(
                        "pseudonym", "email", "drop", "null", "keep", "drop", "drop", "keep");
    }

    @Test
    void saysInBothLanguagesWhatHappensToAColumn() {
        JsonNode email = summary.at("/tables/0/columns/1");

        assertThat(email.at("/meaning/en").asText()).contains("at least 10 people");
        assertThat(email.at("/meaning/ja").asText()).contains("10 人以上");
        assertThat(summary.findValues("meaning"))
                .allMatch(words -> !words.at("/en").asText().isBlank())
                .allMatch(words -> !words.at("/ja").asText().isBlank());
    }

    @Test
    void givesTheReasonOfWhatIsKept() {
        assertThat(summary.at("/tables/0/columns/4/reason").asText()).isEqualTo("one of ${three}");
        assertThat(summary.at("/tables/0/columns/5/reason").asText()).isEmpty();
    }

    @Test
    void listsEverybodyWhoIsConfiguredToRead() {
        assertThat(texts("/readers", "who"))
                .containsExactly(
                        TestEnvironments.ANALYST,
                        "aws-quicksight-service-role-v0",
                        "arn:aws:quicksight:ap-northeast-1:111111111111:group/default/analysts",
                        "login/admin@example.com",
                        "login/jiro@example.com",
                        "login/taro@example.com",
                        "login/hanako@example.com",
                        TestEnvironments.BREAK_GLASS);
    }

    @Test
    void countsTheColumnsThatFallUnderEachItemOfTheRule() {
        assertThat(summary.at("/law/0/done/en").asText())
                .contains("masked or removed: 8.")
                .contains("Kept, each for the reason given above: 2.");
        assertThat(summary.at("/law/1/done/en").asText()).contains("removed or emptied: 2.");
        assertThat(summary.at("/law/2/done/en").asText()).contains("removed or emptied: 2.");
        assertThat(texts("/law", "provision")).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(DataClass.class)
    void onlyWhatIsNotAboutPeopleFallsUnderNoItem(DataClass dataClass) {
        OptionalInt item = LawMapping.itemOf(dataClass);

        assertThat(item.isEmpty()).isEqualTo(dataClass == DataClass.NONE);
    }

    private List<String> texts(String list, String field) {
        List<String> texts = new ArrayList<>();
        summary.at(list).forEach(element -> texts.add(element.at("/" + field).asText()));
        return texts;
    }

    private static JsonNode summary() {
        String json = PolicySummary.json(ENVIRONMENT, SHOP);
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
