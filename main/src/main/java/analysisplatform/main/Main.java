package analysisplatform.main;

import analysisplatform.constructs.AnalysisStack;
import analysisplatform.constructs.FunctionJar;
import analysisplatform.constructs.PlatformApp;
import java.nio.file.Path;

/** The analysis account's app: one stack per environment. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(PlatformApp.synthesise(arguments, Main::stacks));
    }

    private static PlatformApp.Stacks stacks() {
        Path functionJar = FunctionJar.locate();
        return (app, environment) ->
                new AnalysisStack(app, new AnalysisStack.Config(environment, functionJar));
    }
}
