package analysisplatform.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.baseline.SmallPlan.Resource;
import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** How each kind of value in a plan is read. */
class PlannedStackTest {

    private static final String KEY_ARN = "arn:aws:kms:eu-west-1:111111111111:key/k";

    private static final Resource KEY =
            new Resource("aws_kms_key.k", "{\"arn\": \"%s\"}".formatted(KEY_ARN), "{}");

    @Test
    void whatTheProviderAddsIsRead() {
        Declared bucket =
                read(
                        new Resource(
                                "aws_s3_bucket.b",
                                "{\"bucket\": \"b\", \"tags_all\": {\"Project\": \"p\"}}",
                                "{\"bucket\": {\"constant_value\": \"b\"}}"));

        assertThat(bucket.text("/bucket")).isEqualTo("b");
        assertThat(bucket.text("/tags_all/Project")).isEqualTo("p");
    }

    @Test
    void whatIsEmptyIsNotThereButAMapForTags() {
        Declared bucket =
                read(
                        new Resource(
                                "aws_s3_bucket.b",
                                """
                                {"acl": null, "policy": "", "logging": [], "tags_all": {},
                                 "force_destroy": false}
                                """,
                                "{}"));

        assertThat(bucket.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("tags_all", "force_destroy");
    }

    @Test
    void aKnownValueIsTheReferenceThatItCameFrom() {
        Declared alias = read(KEY, alias("\"target_key_id\": \"%s\"".formatted(KEY_ARN)));

        assertThat(alias.text("/target_key_id")).isEqualTo("${aws_kms_key.k.arn}");
    }

    @Test
    void aKnownValueThatIsNotWhatItRefersToIsToldAsItIs() {
        Declared alias = read(KEY, alias("\"target_key_id\": \"of somebody else\""));

        assertThat(alias.text("/target_key_id")).isEqualTo("of somebody else");
    }

    @Test
    void anUnknownValueIsWhatTheStackWrites() {
        Declared alias = read(KEY, alias("\"name\": \"alias/k\""));

        assertThat(alias.text("/target_key_id")).isEqualTo("${aws_kms_key.k.arn}");
        assertThat(alias.text("/name")).isEqualTo("alias/k");
    }

    @Test
    void anUnknownValueOfAnotherLanguageIsItsFirstReference() {
        Declared alias =
                read(
                        KEY,
                        new Resource(
                                "aws_kms_alias.a",
                                "{}",
                                """
                                {"target_key_id": {"references": ["aws_kms_key.k.arn", "aws_kms_key.k"]}}
                                """));

        assertThat(alias.text("/target_key_id")).isEqualTo("${aws_kms_key.k.arn}");
    }

    /** As in the encryption that the provider reads of a bucket. */
    @Test
    void anArnThatNobodyConfiguredIsAReferenceToItsResource() {
        Declared bucket =
                read(
                        KEY,
                        new Resource(
                                "aws_s3_bucket.b",
                                "{\"rule\": [{\"kms_key\": \"%s\"}]}".formatted(KEY_ARN),
                                "{}"));

        assertThat(bucket.text("/rule/kms_key")).isEqualTo("${aws_kms_key.k.arn}");
    }

    @Test
    void anArnOfNoResourceOfTheStackIsToldAsItIs() {
        Declared topic =
                read(
                        KEY,
                        new Resource(
                                "aws_sns_topic.t",
                                "{\"kms_key\": \"%s2\"}".formatted(KEY_ARN),
                                "{}"));

        assertThat(topic.text("/kms_key")).isEqualTo(KEY_ARN + "2");
    }

    @Test
    void theArnOfAResourceItselfIsToldAsItIs() {
        assertThat(read(KEY).text("/arn")).isEqualTo(KEY_ARN);
    }

    /** The policy has its topic's ARN, but a topic is what has it. */
    @Test
    void anArnIsOfWhoeverDoesNotConfigureIt() {
        String arn = "{\"arn\": \"arn:aws:sns:eu-west-1:111111111111:t\"}";
        Resource topic = new Resource("aws_sns_topic.t", arn, "{}");
        Resource policy =
                new Resource(
                        "aws_sns_topic_policy.p",
                        arn,
                        "{\"arn\": {\"references\": [\"aws_sns_topic.t.arn\", \"aws_sns_topic.t\"]}}");

        Resource mail =
                new Resource(
                        "aws_sns_topic_subscription.s",
                        "{\"topic\": \"arn:aws:sns:eu-west-1:111111111111:t\"}",
                        "{}");

        assertThat(read(topic, policy, mail).text("/topic")).isEqualTo("${aws_sns_topic.t.arn}");
        assertThat(read(policy, topic, mail).text("/topic")).isEqualTo("${aws_sns_topic.t.arn}");
    }

    @Test
    void allStreamsOfALogGroupAreOfThatLogGroup() {
        Declared machine =
                read(
                        new Resource("aws_cloudwatch_log_group.g", "{\"arn\": \"arn:g\"}", "{}"),
                        new Resource(
                                "aws_sfn_state_machine.m",
                                "{\"log_destination\": \"arn:g:*\"}",
                                "{}"));

        assertThat(machine.text("/log_destination"))
                .isEqualTo("${aws_cloudwatch_log_group.g.arn}:*");
    }

    /** Terraform sorts sets by a hash. */
    @Test
    void eachBlockOfASetIsMetByItsOwnExpression() {
        Declared budget =
                read(
                        KEY,
                        new Resource(
                                "aws_budgets_budget.b",
                                """
                                {"notification": [{"threshold": 100}, {"threshold": 50}]}
                                """,
                                """
                                {"notification": [
                                  {"threshold": {"constant_value": 50},
                                   "topic": {"constant_value": "${aws_sns_topic.half.arn}",
                                             "references": ["aws_sns_topic.half.arn"]}},
                                  {"threshold": {"constant_value": 100},
                                   "topic": {"constant_value": "${aws_sns_topic.all.arn}",
                                             "references": ["aws_sns_topic.all.arn"]}}]}
                                """));

        assertThat(budget.text("/notification/0/topic")).isEqualTo("${aws_sns_topic.all.arn}");
        assertThat(budget.text("/notification/1/topic")).isEqualTo("${aws_sns_topic.half.arn}");
    }

    @Test
    void aListWithSomethingUnknownIsWhatTheStackWrites() {
        Declared alarm =
                read(
                        new Resource(
                                "aws_cloudwatch_metric_alarm.a",
                                "{\"alarm_actions\": [null]}",
                                """
                                {"alarm_actions": {"constant_value": ["${aws_sns_topic.t.arn}"],
                                                   "references": ["aws_sns_topic.t.arn"]}}
                                """));

        assertThat(TestJson.texts(alarm.at("/alarm_actions")))
                .containsExactly("${aws_sns_topic.t.arn}");
    }

    @Test
    void anUnknownEntryOfAMapIsWhatTheStackWrites() {
        Declared function =
                read(
                        new Resource(
                                "aws_lambda_function.f",
                                "{\"environment\": [{\"variables\": {\"A\": \"a\"}}]}",
                                """
                                {"environment": [{"variables": {
                                  "constant_value": {"A": "a", "B": "${aws_sns_topic.t.arn}"},
                                  "references": ["aws_sns_topic.t.arn"]}}]}
                                """));

        assertThat(function.text("/environment/variables/A")).isEqualTo("a");
        assertThat(function.text("/environment/variables/B")).isEqualTo("${aws_sns_topic.t.arn}");
    }

    @Test
    void aPolicyThatAnotherResourceSetsIsReadOnce() {
        Resource set =
                new Resource(
                        "aws_sns_topic_policy.p",
                        "{\"policy\": \"{\\\"Version\\\": \\\"1\\\", \\\"Statement\\\": []}\"}",
                        "{\"policy\": {\"constant_value\": \"{}\"}}");
        String same = "{\"policy\": \"{\\\"Statement\\\":[],\\\"Version\\\":\\\"1\\\"}\"}";
        String other = "{\"policy\": \"{\\\"Statement\\\":[],\\\"Version\\\":\\\"2\\\"}\"}";

        assertThat(read(set, new Resource("aws_sns_topic.t", same, "{}")).body().has("policy"))
                .isFalse();
        assertThat(read(set, new Resource("aws_sns_topic.t", other, "{}")).body().has("policy"))
                .isTrue();
        assertThat(read(set).body().has("policy")).isTrue();
    }

    @Test
    void theProviderIsAsInAStack() {
        Stack stack =
                PlannedStack.of(
                        "any",
                        TestJson.parse(
                                """
                                {"configuration": {"provider_config": {
                                  "aws": {"name": "aws", "expressions": {
                                    "default_tags": [{"tags": {"constant_value": {"Project": "p"}}}]}},
                                  "aws.there": {"name": "aws", "alias": "there", "expressions": {
                                    "region": {"constant_value": "eu-west-1"}}}}}}
                                """));

        assertThat(stack.json().at("/provider/aws/0/default_tags/0/tags/Project").asText())
                .isEqualTo("p");
        assertThat(stack.json().at("/provider/aws/1/region").asText()).isEqualTo("eu-west-1");
    }

    @Test
    void dataSourcesAreNotMadeByAPlan() {
        JsonNode plan =
                TestJson.parse(
                        """
                        {"planned_values": {"root_module": {"resources": [
                          {"mode": "data", "address": "data.aws_region.r", "type": "aws_region",
                           "name": "r", "values": {}}]}}}
                        """);

        assertThat(PlannedStack.of("any", plan).resources()).isEmpty();
    }

    @Test
    void aPlanWithModulesIsRefused() {
        JsonNode plan =
                TestJson.parse(
                        "{\"planned_values\": {\"root_module\": {\"child_modules\": [{}]}}}");

        assertThatThrownBy(() -> PlannedStack.of("any", plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("modules");
    }

    private static Resource alias(String values) {
        return new Resource(
                "aws_kms_alias.a",
                "{" + values + "}",
                """
                {"name": {"constant_value": "alias/k"},
                 "target_key_id": {"constant_value": "${aws_kms_key.k.arn}",
                                   "references": ["aws_kms_key.k.arn", "aws_kms_key.k"]}}
                """);
    }

    /**
     * @return the last
     */
    private static Declared read(Resource... resources) {
        String last = resources[resources.length - 1].address();
        return PlannedStack.of("any", SmallPlan.of(resources)).resources().stream()
                .filter(it -> it.address().equals(last))
                .findFirst()
                .orElseThrow();
    }
}
