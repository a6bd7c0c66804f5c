package analysisplatform.local;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Both accounts' stacks of one environment on the stand-in. */
public final class Deployment {

    private final Map<String, Terraform> stacks = new LinkedHashMap<>();

    private Deployment() {}

    /** Synthesises and applies; the order of the accounts does not matter. */
    public static Deployment of(
            Workspace workspace, Synthesis synthesis, Environment environment, StandIn standIn) {
        Deployment deployment = new Deployment();
        var analysis = synthesis.analysis();
        var sources = synthesis.source();
        deployment.add(
                new Terraform(workspace, analysis.resolve(environment.name()))
                        .on(standIn.endpoint(), environment.platform().account()));
        for (Source source : environment.sources()) {
            deployment.add(
                    new Terraform(
                                    workspace,
                                    sources.resolve(Names.of(environment).sourceStack(source)))
                            .on(standIn.endpoint(), source.account()));
        }
        return deployment;
    }

    /** Plans of all stacks, by stack. */
    public Map<String, Terraform.Plan> plans() {
        Map<String, Terraform.Plan> plans = new LinkedHashMap<>();
        stacks.forEach((stack, terraform) -> plans.put(stack, terraform.plan()));
        return plans;
    }

    Terraform stack(String name) {
        return stacks.get(name);
    }

    public Set<String> stacks() {
        return stacks.keySet();
    }

    /** Applies one stack after the other; {@code progress} hears of each that is done. */
    public void apply(Consumer<String> progress) {
        stacks.forEach(
                (name, stack) -> {
                    stack.init();
                    stack.apply();
                    progress.accept(name);
                });
    }

    public void destroy() {
        stacks.values().forEach(Terraform::destroy);
    }

    private void add(Terraform stack) {
        stacks.put(stack.name(), stack);
    }
}
