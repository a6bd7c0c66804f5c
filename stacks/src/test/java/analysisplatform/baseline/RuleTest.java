package analysisplatform.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each rule catches, and what beside it is good: a small stack per rule, and the addresses
 * that the rule must find in it.
 */
class RuleTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/baseline");

    static Stream<String> rules() {
        return Baseline.RULES.stream().map(Rule::id);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsTheBadAndNotTheGood(String id) throws IOException {
        JsonNode example = TestJson.parse(Files.readString(EXAMPLES.resolve(id + ".json")));
        Stack stack = new Stack(id, withTextPolicies(example.at("/stack")));

        List<Finding> findings = Baseline.rule(id).findings(stack);

        assertThat(findings)
                .extracting(Finding::address)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(TestJson.texts(example.at("/finds")));
    }

    @Test
    void aPolicyIsFoundUnderAnyName() {
        String policy =
                "{\"Statement\": [{\"Sid\": \"All\", \"Effect\": \"Allow\", \"Action\": \"*\"}]}";
        Stack stack =
                new Stack(
                        "any",
                        TestJson.parse(
                                "{\"resource\": {\"aws_new\": {\"x\": {\"access_policy\": %s}}}}"
                                        .formatted(TestJson.quoted(policy))));

        assertThat(Baseline.rule("policy-actions").findings(stack))
                .extracting(Finding::address)
                .containsExactly("aws_new.x#All");
    }

    @Test
    void theStateOfOneAccountIsGood() {
        Stack stack =
                new Stack(
                        "good",
                        TestJson.parse(
                                """
                                {"provider": {"aws": [{"allowed_account_ids": ["111111111111"]}]},
                                 "terraform": {"backend": {"s3": {"encrypt": true, "use_lockfile": true,
                                  "allowed_account_ids": ["111111111111"]}}}}
                                """));

        assertThat(Baseline.rule("state").findings(stack)).isEmpty();
    }

    /** Examples are easier to read with policies as objects; a stack has them as texts. */
    private static JsonNode withTextPolicies(JsonNode stack) {
        stack.at("/resource").forEach(type -> type.forEach(it -> writePolicies((ObjectNode) it)));
        return stack;
    }

    private static void writePolicies(ObjectNode resource) {
        for (String property : List.of("policy", "assume_role_policy")) {
            if (resource.path(property).isObject()) {
                resource.put(property, resource.get(property).toString());
            }
        }
    }
}
