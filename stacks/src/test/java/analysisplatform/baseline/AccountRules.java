package analysisplatform.baseline;

import static analysisplatform.baseline.Rule.rule;
import static analysisplatform.baseline.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which account a stack is for, and whose its resources are. */
final class AccountRules {

    private static final List<String> TAGS = List.of("Project", "Environment", "ManagedBy");

    private AccountRules() {}

    static List<Rule> all() {
        return List.of(
                rule("one-account", "Every provider refuses all accounts but one.")
                        .on(
                                stack ->
                                        providers(
                                                stack,
                                                AccountRules::isForOneAccount,
                                                "would change any account")),
                rule("tags", "Every provider tags with project, environment and maker.")
                        .on(
                                stack ->
                                        providers(
                                                stack,
                                                AccountRules::tags,
                                                "leaves resources untagged")),
                rule("tags-of-resources", "No resource takes those tags back.")
                        .onEveryResource((stack, it) -> unless(!retags(it), "retags")),
                rule("state", "The state is encrypted, locked and of the same account.")
                        .askedOf(Rule.Asked.SYNTHESIS)
                        .on(AccountRules::state));
    }

    private static Stream<Finding> providers(
            Stack stack, Predicate<JsonNode> good, String problem) {
        List<Finding> findings = new ArrayList<>();
        JsonNode providers = stack.json().at("/provider/aws");
        for (int i = 0; i < providers.size(); i++) {
            if (!good.test(providers.get(i))) {
                findings.add(new Finding("provider.aws[" + i + "]", problem));
            }
        }
        if (providers.isEmpty()) {
            findings.add(new Finding("provider.aws", "is missing"));
        }
        return findings.stream();
    }

    private static boolean isForOneAccount(JsonNode provider) {
        JsonNode accounts = provider.at("/allowed_account_ids");
        return accounts.size() == 1 && accounts.get(0).asText().matches("\\d{12}");
    }

    private static boolean tags(JsonNode provider) {
        return TAGS.stream()
                .noneMatch(it -> provider.at("/default_tags/0/tags/" + it).asText().isBlank());
    }

    private static boolean retags(Declared resource) {
        return TAGS.stream().anyMatch(it -> resource.body().at("/tags").has(it));
    }

    private static Stream<Finding> state(Stack stack) {
        JsonNode backend = stack.json().at("/terraform/backend/s3");
        boolean good =
                backend.at("/encrypt").asBoolean(false)
                        && backend.at("/use_lockfile").asBoolean(false)
                        && backend.has("allowed_account_ids")
                        && backend.at("/allowed_account_ids")
                                .equals(stack.json().at("/provider/aws/0/allowed_account_ids"));
        return good
                ? Stream.empty()
                : Stream.of(new Finding("terraform.backend.s3", "can be read or lost"));
    }
}
