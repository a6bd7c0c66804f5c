package analysisplatform.config;

import java.util.List;
import java.util.Map;

/**
 * One folder below {@code environments/}: the platform, the masking policy of each of its sources
 * and the KPIs.
 *
 * @param name the folder's name, which is also the id of the analysis account's stack
 * @param policies by source name; every source of the platform has one
 * @param kpis in the order in which they are shown; may be empty
 */
public record Environment(
        String name, Platform platform, Map<String, MaskingPolicy> policies, List<Kpi> kpis) {

    public Environment {
        policies = Ordered.copyOf(policies);
        kpis = List.copyOf(kpis);
    }

    /** An environment without KPIs. */
    public Environment(String name, Platform platform, Map<String, MaskingPolicy> policies) {
        this(name, platform, policies, List.of());
    }

    public List<Source> sources() {
        return platform.sources();
    }

    public MaskingPolicy policyOf(Source source) {
        return policies.get(source.name());
    }

    /** The KPIs that read the views of a source. */
    public List<Kpi> kpisOf(Source source) {
        return kpis.stream().filter(kpi -> kpi.source().equals(source.name())).toList();
    }
}
