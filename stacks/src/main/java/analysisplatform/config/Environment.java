package analysisplatform.config;

import java.util.List;
import java.util.Map;

/**
 * One folder below {@code environments/}: the platform and the masking policy of each of its
 * sources.
 *
 * @param name the folder's name, which is also the id of the analysis account's stack
 * @param policies by source name; every source of the platform has one
 */
public record Environment(String name, Platform platform, Map<String, MaskingPolicy> policies) {

    public Environment {
        policies = Ordered.copyOf(policies);
    }

    public List<Source> sources() {
        return platform.sources();
    }

    public MaskingPolicy policyOf(Source source) {
        return policies.get(source.name());
    }
}
