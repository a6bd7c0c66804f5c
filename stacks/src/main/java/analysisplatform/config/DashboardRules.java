package analysisplatform.config;

import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import analysisplatform.kpi.CustomMetrics;
import java.util.List;

/** Whether the metrics that {@code platform.yaml} allows are enough for what must be watched. */
final class DashboardRules {

    private static final KeyPath CUSTOM_METRICS = KeyPath.of("dashboard").then("customMetrics");

    private DashboardRules() {}

    /**
     * @param kpis those that can be read
     * @param sources how many there are
     */
    static void check(Document platform, List<Kpi> kpis, int sources) {
        int needed = CustomMetrics.atLeast(kpis, sources);
        platform.sound(CUSTOM_METRICS)
                .filter(allowed -> allowed.asInt() < needed)
                .ifPresent(
                        allowed ->
                                platform.problem(
                                        CUSTOM_METRICS,
                                        "is %d, but %d are needed: %d for each source and one for each KPI with an alert; raise it (an account has ten for nothing) or take alerts away."
                                                .formatted(
                                                        allowed.asInt(),
                                                        needed,
                                                        CustomMetrics.OF_A_SOURCE)));
    }
}
