package analysisplatform.alarms;

import analysisplatform.alarms.AlarmDefinition.MetricAlarm;
import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import java.util.ArrayList;
import java.util.List;

/** Every alarm of an environment. */
public final class Alarms {

    private Alarms() {}

    /** Those of KPIs alone when the configuration wants to hear of no failure. */
    public static List<AlarmDefinition> of(Environment environment, WatchedKeys keys) {
        List<AlarmDefinition> all = new ArrayList<>(onMetrics(environment));
        if (!environment.platform().notifications().occasions().failure()) {
            return List.copyOf(all);
        }
        for (Source source : environment.sources()) {
            all.addAll(new RunAlarms(environment, source).onEvents());
        }
        all.addAll(new GuardAlarms(environment, keys).all());
        return List.copyOf(all);
    }

    /** Those that AWS charges for; known without anything that AWS invents. */
    public static List<MetricAlarm> onMetrics(Environment environment) {
        List<MetricAlarm> all = new ArrayList<>(new KpiAlarms(environment).all());
        if (!environment.platform().notifications().occasions().failure()) {
            return List.copyOf(all);
        }
        for (Source source : environment.sources()) {
            all.addAll(new RunAlarms(environment, source).onMetrics());
        }
        all.addAll(new PartAlarms(environment).all());
        return List.copyOf(all);
    }
}
