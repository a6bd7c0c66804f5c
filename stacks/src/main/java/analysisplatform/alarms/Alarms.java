package analysisplatform.alarms;

import analysisplatform.alarms.AlarmDefinition.MetricAlarm;
import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import java.util.ArrayList;
import java.util.List;

/** Every alarm of an environment. */
public final class Alarms {

    private Alarms() {}

    /** Empty when the configuration wants to hear of no failure. */
    public static List<AlarmDefinition> of(Environment environment, WatchedKeys keys) {
        if (!environment.platform().notifications().occasions().failure()) {
            return List.of();
        }
        List<AlarmDefinition> all = new ArrayList<>(onMetrics(environment));
        for (Source source : environment.sources()) {
            all.addAll(new RunAlarms(environment, source).onEvents());
        }
        all.addAll(new GuardAlarms(environment, keys).all());
        return List.copyOf(all);
    }

    /** Those that AWS charges for; known without anything that AWS invents. */
    public static List<MetricAlarm> onMetrics(Environment environment) {
        if (!environment.platform().notifications().occasions().failure()) {
            return List.of();
        }
        List<MetricAlarm> all = new ArrayList<>();
        for (Source source : environment.sources()) {
            all.addAll(new RunAlarms(environment, source).onMetrics());
        }
        all.addAll(new PartAlarms(environment).all());
        return List.copyOf(all);
    }
}
