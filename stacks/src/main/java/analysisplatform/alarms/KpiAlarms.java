package analysisplatform.alarms;

import analysisplatform.alarms.AlarmDefinition.Arming;
import analysisplatform.alarms.AlarmDefinition.Comparison;
import analysisplatform.alarms.AlarmDefinition.Limit;
import analysisplatform.alarms.AlarmDefinition.Message;
import analysisplatform.alarms.AlarmDefinition.Metric;
import analysisplatform.alarms.AlarmDefinition.MetricAlarm;
import analysisplatform.alarms.AlarmDefinition.Silence;
import analysisplatform.config.Environment;
import analysisplatform.config.Kpi;
import analysisplatform.config.Source;
import analysisplatform.names.Names;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The thresholds of {@code kpis.yaml}. A KPI has one value a night, and the next may come two hours
 * later than a day; so one bad value within that time is told, once, until a good one follows. No
 * value is no bad one: why it is missing, the night's own mail tells.
 */
final class KpiAlarms {

    private static final int HOUR = 3600;
    private static final int HOURS_UNTIL_THE_NEXT_VALUE = 26;

    private final Environment environment;

    KpiAlarms(Environment environment) {
        this.environment = environment;
    }

    List<MetricAlarm> all() {
        return environment.sources().stream()
                .flatMap(
                        source ->
                                environment.kpisOf(source).stream()
                                        .flatMap(kpi -> alarms(source, kpi)))
                .toList();
    }

    private Stream<MetricAlarm> alarms(Source source, Kpi kpi) {
        return Stream.concat(
                kpi.alert().below().stream()
                        .mapToObj(
                                threshold ->
                                        alarm(
                                                source,
                                                kpi,
                                                "below",
                                                Comparison.LESS_THAN,
                                                threshold)),
                kpi.alert().above().stream()
                        .mapToObj(
                                threshold ->
                                        alarm(
                                                source,
                                                kpi,
                                                "above",
                                                Comparison.MORE_THAN,
                                                threshold)));
    }

    private MetricAlarm alarm(
            Source source, Kpi kpi, String side, Comparison comparison, double threshold) {
        Names names = Names.of(environment);
        return new MetricAlarm(
                names.named(Runbook.KPI_ALERT.page() + "-" + kpi.id() + "-" + side),
                new Message(
                        Runbook.KPI_ALERT,
                        "KPI %s (%s, %s) of source %s is %s %s %s."
                                .formatted(
                                        kpi.id(),
                                        kpi.title().ja(),
                                        kpi.title().en(),
                                        source.name(),
                                        side,
                                        BigDecimal.valueOf(threshold)
                                                .stripTrailingZeros()
                                                .toPlainString(),
                                        kpi.unit()),
                        "Nothing failed: the number was computed and published. %s answers questions about it."
                                .formatted(kpi.owner())),
                new Metric(
                        names.metricNamespace(source),
                        kpi.id(),
                        Map.of(),
                        comparison == Comparison.LESS_THAN ? "Minimum" : "Maximum",
                        HOUR,
                        Silence.IS_GOOD),
                new Limit(comparison, threshold, HOURS_UNTIL_THE_NEXT_VALUE, 1),
                Arming.AT_ONCE);
    }
}
