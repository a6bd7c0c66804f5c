package analysisplatform.baseline;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Source;
import analysisplatform.constructs.AnalysisStack;
import analysisplatform.constructs.SourceStack;
import analysisplatform.constructs.Synthesised;
import analysisplatform.constructs.TestJson;
import analysisplatform.quicksight.QuickSightEnvironments;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stacks that the rules are for: everything switched on, everything switched off, and both
 * accounts of every environment that is shipped or kept as a copy.
 */
final class BaselineStacks {

    private static final Path FUNCTION = Path.of("src/test/resources/function.jar");
    private static final List<Stack> ALL = all();

    private BaselineStacks() {}

    static List<Stack> get() {
        return ALL;
    }

    private static List<Stack> all() {
        List<Stack> stacks = new ArrayList<>();
        for (Synthesised stack : Synthesised.values()) {
            stacks.add(new Stack("test " + stack.golden(), stack.json()));
        }
        Path shipped = Path.of(System.getProperty("platform.root"), "environments");
        Path copies = Path.of("src/test/resources/environments");
        EnvironmentLoader.loadAll(shipped).forEach(it -> add(stacks, "shipped ", it));
        EnvironmentLoader.loadAll(copies).forEach(it -> add(stacks, "copied ", it));
        add(stacks, "with QuickSight ", QuickSightEnvironments.on());
        return stacks;
    }

    private static void add(List<Stack> stacks, String kind, Environment environment) {
        String name = kind + environment.name();
        stacks.add(
                synthesised(
                        name + " analysis",
                        new AnalysisStack(
                                Testing.app(), new AnalysisStack.Config(environment, FUNCTION))));
        for (Source source : environment.sources()) {
            stacks.add(
                    synthesised(
                            name + " source " + source.name(),
                            new SourceStack(
                                    Testing.app(), new SourceStack.Config(environment, source))));
        }
    }

    private static Stack synthesised(String name, TerraformStack stack) {
        return new Stack(name, TestJson.parse(Testing.synth(stack, true)));
    }
}
