package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.EnvironmentsFolder;
import analysisplatform.config.InvalidConfiguration;
import analysisplatform.cost.SpendingLimit;
import com.hashicorp.cdktf.App;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * One cdktf app: reads every environment, then builds its stacks, then writes all of them together.
 * When anything is wrong, or dearer than it may be, it writes nothing.
 */
public final class PlatformApp {

    private static final int SUCCESS = 0;
    private static final int INVALID = 1;

    private PlatformApp() {}

    /** Builds the stacks of all environments. */
    @FunctionalInterface
    public interface Stacks {

        /**
         * Asked while the libraries load, before anything is written: what needs no construct is
         * best made here.
         *
         * @return adds the stacks
         * @throws InvalidConfiguration when something is missing
         */
        Consumer<App> of(List<Environment> environments);
    }

    /**
     * Writes to the folder that {@code CDKTF_OUTDIR} names, or else to {@code cdktf.out}.
     *
     * @param arguments of the program; the first, if any, is the environments folder
     * @return the program's exit code
     */
    public static int synthesise(String[] arguments, Stacks stacks) {
        return synthesise(arguments, stacks, System.err);
    }

    static int synthesise(String[] arguments, Stacks stacks, PrintStream problems) {
        Kernel kernel = Kernel.startLoading();
        try {
            List<Environment> environments = affordable(folder(arguments));
            Consumer<App> addTo = stacks.of(environments);
            kernel.await();
            App app = new App();
            addTo.accept(app);
            app.synth();
            return SUCCESS;
        } catch (InvalidConfiguration invalid) {
            invalid.problems().forEach(problems::println);
            return INVALID;
        }
    }

    private static List<Environment> affordable(Path folder) {
        List<Environment> environments = EnvironmentLoader.loadAll(folder);
        List<String> problems =
                environments.stream()
                        .flatMap(environment -> SpendingLimit.problem(folder, environment).stream())
                        .toList();
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(problems);
        }
        return environments;
    }

    private static Path folder(String[] arguments) {
        return arguments.length > 0 ? Path.of(arguments[0]) : EnvironmentsFolder.locate();
    }
}
