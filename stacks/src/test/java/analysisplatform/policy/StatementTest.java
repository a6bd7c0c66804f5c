package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "arn:aws:kms:eu-west-1:111111111111:key/*",
                "arn:aws:rds:eu-west-1:111111111111:snapshot:*",
                "arn:aws:states:eu-west-1:111111111111:*"
            })
    void refusesAllResourcesOfATypeWithoutAReason(String arn) {
        Statement statement = Statement.allow("Any", "kms:Decrypt");

        assertThatThrownBy(() -> statement.on(arn))
                .hasMessage(
                        "Resource '"
                                + arn
                                + "' covers too much: name it, or give a WildcardReason.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:s3:::bucket/*",
                "arn:aws:glue:eu-west-1:111111111111:table/database/*",
                "arn:aws:states:eu-west-1:111111111111:execution:machine:*"
            })
    void acceptsEverythingBelowANamedResource(String arn) {
        assertThat(Statement.allow("Some", "s3:GetObject").on(arn).resources().arns())
                .containsExactly(arn);
    }

    @Test
    void refusesAnActionThatTheReasonDoesNotList() {
        Statement statement = Statement.allow("WatchExports", "rds:StartExportTask");

        assertThatThrownBy(() -> statement.onEvery(WildcardReason.EXPORT_TASKS, "*"))
                .hasMessage(
                        "Statement WatchExports uses rds:StartExportTask on all resources, which"
                                + " EXPORT_TASKS does not list.");
    }

    @Test
    void refusesTwoStatementsOfOneName() {
        Statement statement = Statement.allow("Twice", "s3:GetObject").on("arn:aws:s3:::b/x");

        assertThatThrownBy(() -> PolicyDocument.of(statement, statement))
                .hasMessage("Two statements are called Twice; IAM refuses that.");
    }

    @Test
    void refusesAConditionThatNoValueMeets() {
        assertThatThrownBy(() -> Condition.principalIsOneOf(List.of()))
                .hasMessage("Condition ArnLike on aws:PrincipalArn needs at least one value.");
    }

    @Test
    void writesWhatAwsReads() {
        PolicyDocument policy =
                PolicyDocument.of(
                        Statement.deny("DenyOthers", "s3:GetObject")
                                .by(Principals.everybody())
                                .on("arn:aws:s3:::b/*")
                                .when(Condition.bool("aws:SecureTransport", false))
                                .when(
                                        Condition.principalIsNoneOf(
                                                List.of("arn:aws:iam::1:role/a"))));

        assertThat(policy.json())
                .isEqualTo(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"DenyOthers\","
                                + "\"Effect\":\"Deny\",\"Principal\":\"*\","
                                + "\"Action\":[\"s3:GetObject\"],"
                                + "\"Resource\":[\"arn:aws:s3:::b/*\"],"
                                + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":[\"false\"]},"
                                + "\"ArnNotLike\":{\"aws:PrincipalArn\":[\"arn:aws:iam::1:role/a\"]}}}]}");
    }
}
