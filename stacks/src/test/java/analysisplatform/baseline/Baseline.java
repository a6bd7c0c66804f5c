package analysisplatform.baseline;

import java.util.List;
import java.util.stream.Stream;

/** All rules. */
final class Baseline {

    static final List<Rule> RULES =
            Stream.of(
                            AccountRules.all(),
                            BucketRules.all(),
                            StoreRules.all(),
                            PolicyRules.all(),
                            PrincipalRules.all(),
                            ServiceRules.all(),
                            PlanRules.all())
                    .flatMap(List::stream)
                    .toList();

    private Baseline() {}

    static List<Rule> ofSynthesis() {
        return RULES.stream().filter(rule -> rule.asked() != Rule.Asked.PLAN).toList();
    }

    static List<Rule> ofPlans() {
        return RULES.stream().filter(rule -> rule.asked() != Rule.Asked.SYNTHESIS).toList();
    }

    static Rule rule(String id) {
        return RULES.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no rule " + id));
    }
}
