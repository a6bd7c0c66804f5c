package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.constructs.TestJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of access is worth what its evaluator is worth. */
class StatementMatchTest {

    private static final Request READ =
            Request.of("arn:aws:iam::111111111111:role/a", "s3:GetObject", "arn:aws:s3:::b/x/y");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
    "Action": "s3:Get*", "Resource": "*"                                        | true
    "Action": "S3:getobject", "Resource": "*"                                   | true
    "Action": "s3:GetObjec?", "Resource": "*"                                   | true
    "Action": ["s3:PutObject", "s3:GetObject"], "Resource": "*"                 | true
    "Action": "s3:PutObject", "Resource": "*"                                   | false
    "NotAction": "s3:Put*", "Resource": "*"                                     | true
    "NotAction": ["s3:Put*", "s3:Get*"], "Resource": "*"                        | false
    "Action": "*", "Resource": "arn:aws:s3:::b/*"                               | true
    "Action": "*", "Resource": "arn:aws:s3:::b/X/*"                             | false
    "Action": "*", "Resource": "arn:aws:s3:::b"                                 | false
    "Action": "*", "Resource": ["arn:aws:s3:::c/*", "arn:aws:s3:::b/x/?"]       | true
    "Action": "*", "Resource": "arn:aws:*:b/x/y:z:*"                            | false
    "Action": "*", "NotResource": "arn:aws:s3:::c/*"                            | true
    "Action": "*", "NotResource": ["arn:aws:s3:::c/*", "arn:aws:s3:::b/*"]      | false
    "Action": "*"                                                               | true
    "Action": "*", "Principal": "*"                                             | true
    "Action": "*", "Principal": {"AWS": "*"}                                    | true
    "Action": "*", "Principal": {"AWS": "111111111111"}                         | true
    "Action": "*", "Principal": {"AWS": "arn:aws:iam::111111111111:root"}       | true
    "Action": "*", "Principal": {"AWS": "arn:aws:iam::222222222222:root"}       | false
    "Action": "*", "Principal": {"AWS": "arn:aws:iam::111111111111:role/a"}     | true
    "Action": "*", "Principal": {"AWS": "arn:aws:iam::111111111111:role/*"}     | false
    "Action": "*", "Principal": {"Service": "s3.amazonaws.com"}                 | false
    "Action": "*", "NotPrincipal": {"AWS": "arn:aws:iam::111111111111:role/a"}  | false
    "Action": "*", "NotPrincipal": {"AWS": "arn:aws:iam::111111111111:role/b"}  | true
    """)
    void elements(String rest, boolean expected) {
        assertThat(matches(rest)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
    "Action": "*", "Resources": "*"                                    | Resources
    "Action": "*", "Resource": "b/*"                                   | b/*
    "Action": "*", "Resource": "*", "Condition": {"BinaryEquals": {"k": "1"}} | BinaryEquals
    "Action": "*", "Resource": "${aws_s3_bucket.b.arn}"                | aws_s3_bucket.b.arn
    """)
    void whatIsNotKnownIsAnError(String rest, String what) {
        assertThatThrownBy(() -> matches(rest)).hasMessageContaining(what);
    }

    @Test
    void aStatementWithoutEffectIsAnError() {
        assertThatThrownBy(
                        () ->
                                StatementMatch.check(
                                        TestJson.parse("{\"Action\": \"*\", \"Resource\": \"*\"}")))
                .hasMessageContaining("No effect");
    }

    private static boolean matches(String rest) {
        String statement = "{\"Effect\": \"Allow\", " + rest + "}";
        return StatementMatch.matches(TestJson.parse(statement), READ);
    }
}
