package analysisplatform.source;

import analysisplatform.config.Environment;
import analysisplatform.constructs.PlatformApp;
import analysisplatform.constructs.SourceStack;
import com.hashicorp.cdktf.App;
import java.util.List;
import java.util.function.Consumer;

/** The source accounts' app: one stack per source of each environment. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(PlatformApp.synthesise(arguments, Main::stacks));
    }

    private static Consumer<App> stacks(List<Environment> environments) {
        List<SourceStack.Config> stacks =
                environments.stream()
                        .flatMap(
                                environment ->
                                        environment.sources().stream()
                                                .map(it -> new SourceStack.Config(environment, it)))
                        .toList();
        return app -> stacks.forEach(stack -> new SourceStack(app, stack));
    }
}
