package analysisplatform.baseline;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Source;
import analysisplatform.constructs.Synthesised;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stacks that the rules are for: everything switched on, everything switched off, and both
 * accounts of every environment that is shipped.
 */
final class BaselineStacks {

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
        for (Environment environment : EnvironmentLoader.loadAll(shipped)) {
            String name = "shipped " + environment.name();
            stacks.add(new Stack(name + " analysis", Synthesised.analysis(environment)));
            for (Source source : environment.sources()) {
                stacks.add(
                        new Stack(
                                name + " source " + source.name(),
                                Synthesised.source(environment, source)));
            }
        }
        return stacks;
    }
}
