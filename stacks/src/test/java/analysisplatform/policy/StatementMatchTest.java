package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.constructs.TestJson;
import org.junit.jupiter.api.Test;

/** The truth tables are worth what their evaluator is worth. */
class StatementMatchTest {

    private static final Request READ =
            Request.of("arn:aws:iam::111111111111:role/a", "s3:GetObject", "arn:aws:s3:::b/x/y");

    @Test
    void starInAResourceCrossesSlashes() {
        assertThat(matches("\"Resource\": \"arn:aws:s3:::b/*\"")).isTrue();
        assertThat(matches("\"Resource\": \"arn:aws:s3:::b/z*\"")).isFalse();
    }

    @Test
    void starInAnArnConditionStaysInItsPart() {
        assertThat(matches(condition("ArnLike", "arn:aws:iam::111111111111:role/*"))).isTrue();
        assertThat(matches(condition("ArnLike", "arn:aws:*:role/a"))).isFalse();
    }

    @Test
    void negatedConditionHoldsWhenTheKeyIsMissing() {
        String condition =
                "\"Resource\": \"*\", \"Condition\": {\"ArnNotLike\": {\"aws:SourceArn\": \"arn:aws:s3:::b\"}}";

        assertThat(matches(condition)).isTrue();
    }

    @Test
    void positiveConditionFailsWhenTheKeyIsMissing() {
        String condition =
                "\"Resource\": \"*\", \"Condition\": {\"StringEquals\": {\"sts:ExternalId\": \"x\"}}";

        assertThat(matches(condition)).isFalse();
    }

    @Test
    void unknownOperatorIsAnErrorAndNoMatch() {
        assertThatThrownBy(() -> matches(condition("NumericLessThan", "3")))
                .hasMessageContaining("NumericLessThan");
    }

    private static String condition(String operator, String value) {
        return "\"Resource\": \"*\", \"Condition\": {\"%s\": {\"aws:PrincipalArn\": \"%s\"}}"
                .formatted(operator, value);
    }

    private static boolean matches(String rest) {
        String statement = "{\"Effect\": \"Allow\", \"Action\": \"s3:Get*\", " + rest + "}";
        return StatementMatch.matches(TestJson.parse(statement), READ);
    }
}
