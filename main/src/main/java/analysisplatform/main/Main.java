package analysisplatform.main;

import analysisplatform.config.Environment;
import analysisplatform.constructs.AnalysisStack;
import analysisplatform.constructs.FunctionJar;
import analysisplatform.constructs.PlatformApp;
import com.hashicorp.cdktf.App;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The analysis account's app: one stack per environment. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(PlatformApp.synthesise(arguments, Main::stacks));
    }

    private static Consumer<App> stacks(List<Environment> environments) {
        Path functionJar = FunctionJar.locate();
        List<AnalysisStack.Config> stacks =
                environments.stream()
                        .map(environment -> new AnalysisStack.Config(environment, functionJar))
                        .toList();
        return app -> stacks.forEach(stack -> new AnalysisStack(app, stack));
    }
}
