package analysisplatform.quicksight;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Kpi;
import analysisplatform.config.Platform.People;
import analysisplatform.config.Platform.PublishedView;
import analysisplatform.config.Platform.QuickSight;
import analysisplatform.constructs.ChangedPlatform;
import java.nio.file.Path;
import java.util.List;

/**
 * The shipped environment {@code local} with QuickSight switched on; it has every kind of chart.
 */
public final class QuickSightEnvironments {

    private static final Environment LOCAL =
            EnvironmentLoader.load(
                    Path.of(System.getProperty("platform.root"), "environments", "local"));

    private QuickSightEnvironments() {}

    public static Environment on() {
        return with(LOCAL.kpis());
    }

    public static Environment off() {
        return LOCAL;
    }

    public static Environment with(List<Kpi> kpis) {
        return environment(
                new QuickSight(
                        true,
                        false,
                        "",
                        "aws-quicksight-service-role-v0",
                        List.of(),
                        new People(List.of("taro"), List.of("jiro"), List.of("hanako"), List.of()),
                        List.of(
                                new PublishedView("learning", "courses"),
                                new PublishedView("learning", "payments"))),
                kpis);
    }

    private static Environment environment(QuickSight quickSight, List<Kpi> kpis) {
        Environment changed = ChangedPlatform.of(LOCAL, quickSight);
        return new Environment(changed.name(), changed.platform(), changed.policies(), kpis);
    }
}
