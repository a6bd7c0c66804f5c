package analysisplatform.source;

import analysisplatform.config.Environment;
import analysisplatform.constructs.PlatformApp;
import analysisplatform.constructs.SourceStack;
import com.hashicorp.cdktf.App;

/** The source accounts' app: one stack per source of each environment. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(PlatformApp.synthesise(arguments, () -> Main::addStacks));
    }

    private static void addStacks(App app, Environment environment) {
        environment
                .sources()
                .forEach(
                        source ->
                                new SourceStack(app, new SourceStack.Config(environment, source)));
    }
}
