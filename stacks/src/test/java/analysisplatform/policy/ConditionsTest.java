package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators of conditions: wanted values and those of the request, split at blanks. */
class ConditionsTest {

    @ParameterizedTest(name = "{0} {1} of {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    StringEquals                       | a b                | b             | true
    StringEquals                       | a                  | A             | false
    StringEquals                       | a*                 | ab            | false
    StringEquals                       | a                  |               | false
    StringEqualsIfExists               | a                  |               | true
    StringEqualsIfExists               | a                  | b             | false
    StringNotEquals                    | a b                | c             | true
    StringNotEquals                    | a b                | b             | false
    StringNotEquals                    | a                  |               | true
    StringEqualsIgnoreCase             | a                  | A             | true
    StringNotEqualsIgnoreCase          | a                  | A             | false
    StringLike                         | a*c x              | abc           | true
    StringLike                         | a?c                | ac            | false
    StringNotLike                      | a*                 | abc           | false
    StringNotLike                      | a*                 | bc            | true
    ArnLike                            | arn:aws:s3:::b*    | arn:aws:s3:::bc   | true
    ArnEquals                          | arn:aws:s3:::b*    | arn:aws:s3:::bc   | true
    ArnLike                            | arn:aws:*:::b      | arn:aws:x:y:z:b   | false
    ArnNotLike                         | arn:aws:s3:::b     | arn:aws:s3:::c    | true
    ArnNotEquals                       | arn:aws:s3:::b     | arn:aws:s3:::b    | false
    Bool                               | true               | TRUE          | true
    Bool                               | false              |               | false
    BoolIfExists                       | false              |               | true
    BoolIfExists                       | false              | true          | false
    Null                               | true               |               | true
    Null                               | true               | x             | false
    Null                               | false              | x             | true
    Null                               | false              |               | false
    IpAddress                          | 203.0.113.0/24     | 203.0.113.9   | true
    IpAddress                          | 203.0.113.0/24     | 203.0.114.9   | false
    IpAddress                          | 203.0.113.9        | 203.0.113.9   | true
    IpAddress                          | 2001:db8::/32      | 2001:db8::1   | true
    IpAddress                          | 203.0.113.0/24     | 2001:db8::1   | false
    NotIpAddress                       | 203.0.113.0/24     | 203.0.113.9   | false
    NotIpAddress                       | 203.0.113.0/24     |               | true
    NumericLessThan                    | 10                 | 9             | true
    NumericLessThan                    | 10                 | 10            | false
    NumericLessThanEquals              | 10                 | 10.0          | true
    NumericGreaterThan                 | 10                 | 9             | false
    NumericGreaterThanEquals           | 10                 | 100           | true
    NumericEquals                      | 10 12              | 12            | true
    NumericNotEquals                   | 10                 | 10            | false
    NumericNotEquals                   | 10                 |               | true
    NumericLessThanIfExists            | 10                 |               | true
    NumericLessThan                    | 10                 |               | false
    DateLessThan                       | 2026-02-01T00:00:00Z | 2026-01-31T23:59:59Z | true
    DateLessThan                       | 2026-02-01T00:00:00Z | 2026-02-01T00:00:00Z | false
    DateGreaterThan                    | 2026-02-01T00:00:00Z | 1893456000  | true
    DateEquals                         | 1893456000         | 2030-01-01T00:00:00Z | true
    DateNotEquals                      | 1893456000         | 2030-01-01T00:00:00Z | false
    ForAllValues:StringEquals          | a b                | a b           | true
    ForAllValues:StringEquals          | a b                | a c           | false
    ForAllValues:StringEquals          | a b                |               | true
    ForAnyValue:StringEquals           | a b                | c b           | true
    ForAnyValue:StringEquals           | a b                | c d           | false
    ForAnyValue:StringEquals           | a b                |               | false
    ForAllValues:StringNotEquals       | a                  | b c           | true
    ForAllValues:StringNotEquals       | a                  | a c           | false
    ForAnyValue:StringNotEquals        | a                  | a c           | true
    ForAnyValue:StringNotEquals        | a                  | a             | false
    ForAllValues:StringLike            | a* b               | ax b          | true
    ForAnyValue:StringEqualsIfExists   | a                  |               | true
    """)
    void operators(String operator, String wanted, String actual, boolean expected) {
        assertThat(Conditions.hold(condition(operator, wanted), request(actual)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NumericSmallerThan",
                "DateBefore",
                "BinaryEquals",
                "StringEqual",
                "ForSomeValues:StringEquals",
                "ForAllValues:StringSimilar",
                "NullIfExists"
            })
    void whatIsNotKnownIsAnError(String operator) {
        assertThatThrownBy(() -> Conditions.hold(condition(operator, "a"), request("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Teach the test operator");
    }

    @Test
    void anUnknownOperatorIsAnErrorBehindOneThatFails() {
        JsonNode both =
                TestJson.parse(
                        """
                        {"StringEquals": {"k": "a"}, "BinaryEquals": {"aws:CurrentTime": "2026"}}
                        """);

        assertThatThrownBy(() -> Conditions.hold(both, request("b")))
                .hasMessageContaining("BinaryEquals");
    }

    @Test
    void allOperatorsAndAllKeysMustHold() {
        JsonNode three =
                TestJson.parse(
                        """
                        {"StringEquals": {"k": "a", "l": "b"}, "Bool": {"aws:SecureTransport": "true"}}
                        """);

        assertThat(Conditions.hold(three, request("a"))).isFalse();
        assertThat(Conditions.hold(three, request("a").with("l", "b"))).isTrue();
        assertThat(
                        Conditions.hold(
                                three,
                                request("a").with("l", "b").with("aws:SecureTransport", "false")))
                .isFalse();
    }

    @Test
    void keysAreTheSameInAnyCase() {
        JsonNode condition = TestJson.parse("{\"StringEquals\": {\"AWS:SourceACCOUNT\": \"1\"}}");

        assertThat(Conditions.hold(condition, request("").with("aws:SourceAccount", "1"))).isTrue();
    }

    @Test
    void severalValuesNeedToBeToldWhetherAllOrAnyMustMatch() {
        assertThatThrownBy(() -> Conditions.hold(condition("StringEquals", "a"), request("a b")))
                .hasMessageContaining("ForAllValues");
    }

    @Test
    void variablesAreFilledFromTheRequestAndOthersMatchNothing() {
        assertThat(
                        Conditions.hold(
                                condition("StringEquals", "${aws:PrincipalAccount}"), request("1")))
                .isFalse();
        assertThat(
                        Conditions.hold(
                                condition("StringEquals", "${aws:PrincipalAccount}"),
                                request("111111111111")))
                .isTrue();
        assertThat(Conditions.hold(condition("StringEquals", "${aws:username}"), request("x")))
                .isFalse();
    }

    @Test
    void referencesOfTerraformAreAnError() {
        assertThatThrownBy(
                        () ->
                                Conditions.hold(
                                        condition("StringEquals", "${aws_kms_key.k.arn}"),
                                        request("x")))
                .hasMessageContaining("aws_kms_key.k.arn");
    }

    private static JsonNode condition(String operator, String wanted) {
        String values =
                Stream.of(wanted.split(" "))
                        .map(TestJson::quoted)
                        .reduce((a, b) -> a + ", " + b)
                        .orElseThrow();
        return TestJson.parse("{\"%s\": {\"k\": [%s]}}".formatted(operator, values));
    }

    private static Request request(String actual) {
        Request request = Request.of("arn:aws:iam::111111111111:role/a", "a:B", "*");
        return actual == null || actual.isEmpty() ? request : request.with("k", actual.split(" "));
    }
}
