package analysisplatform.main;

import analysisplatform.config.Environment;
import analysisplatform.constructs.AnalysisStack;
import analysisplatform.constructs.FunctionJar;
import analysisplatform.constructs.NightlyWorkflow;
import analysisplatform.constructs.PlatformApp;
import com.hashicorp.cdktf.App;

/** The analysis account's app: one stack per environment. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(PlatformApp.synthesise(arguments, Main::addStack));
    }

    private static void addStack(App app, Environment environment) {
        new AnalysisStack(
                app,
                new AnalysisStack.Config(environment, FunctionJar.locate(), workflow(environment)));
    }

    private static NightlyWorkflow workflow(Environment environment) {
        return (source, arns) ->
                "{\"StartAt\": \"Nothing\", \"States\": {\"Nothing\": {\"Type\": \"Succeed\"}}}";
    }
}
