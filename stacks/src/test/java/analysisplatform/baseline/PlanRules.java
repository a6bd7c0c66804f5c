package analysisplatform.baseline;

import static analysisplatform.baseline.Rule.rule;
import static analysisplatform.baseline.Rule.unless;

import analysisplatform.policy.Patterns;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What only the provider knows: which tags arrive, where a resource lies, what it is called. */
final class PlanRules {

    private static final String PROVIDER = "/provider/aws/0";

    private PlanRules() {}

    static List<Rule> all() {
        return List.of(
                rule("tags-arrive", "Whatever can be tagged has the tags of its provider.")
                        .askedOf(Rule.Asked.PLAN)
                        .onEveryResource(PlanRules::tags),
                rule("one-place", "Whatever has an ARN lies in its provider's account and region.")
                        .askedOf(Rule.Asked.PLAN)
                        .onEveryResource(PlanRules::place),
                rule(
                                "sources-exist",
                                "Whom a policy waits for is there: of a service with resources in"
                                        + " the stack, one has the ARN that aws:SourceArn asks for.")
                        .askedOf(Rule.Asked.PLAN)
                        .onAllowing(PlanRules::sources));
    }

    private static Optional<String> tags(Stack stack, Declared resource) {
        JsonNode tags = resource.at("/tags_all");
        boolean all =
                Blocks.at(stack.json(), PROVIDER + "/default_tags/tags").properties().stream()
                        .allMatch(tag -> tag.getValue().equals(tags.path(tag.getKey())));
        return unless(tags.isMissingNode() || all, "lacks tags of its provider");
    }

    private static Optional<String> place(Stack stack, Declared resource) {
        String region = stack.json().at(PROVIDER + "/region").asText();
        String account = stack.json().at(PROVIDER + "/allowed_account_ids/0").asText();
        String arn = resource.text("/arn");
        Pattern here = Pattern.compile("arn:aws:[^:]+:(%s)?:(%s)?:.+".formatted(region, account));
        return unless(
                !arn.startsWith("arn:") || here.matcher(arn).matches(), "lies elsewhere: " + arn);
    }

    private static Optional<String> sources(Stack stack, PolicyStatement statement) {
        List<String> arns = stack.resources().stream().map(it -> it.text("/arn")).toList();
        List<String> absent =
                statement.wanted("aws:SourceArn").stream()
                        .filter(wanted -> arns.stream().anyMatch(it -> ofOneService(it, wanted)))
                        .filter(
                                wanted ->
                                        arns.stream().noneMatch(it -> Patterns.arnLike(wanted, it)))
                        .toList();
        return unless(absent.isEmpty(), "waits for " + String.join(", ", absent));
    }

    private static boolean ofOneService(String arn, String other) {
        return arn.startsWith("arn:") && service(arn).equals(service(other));
    }

    private static String service(String arn) {
        String[] parts = arn.split(":");
        return parts.length > 2 ? parts[2] : arn;
    }
}
