package analysisplatform.constructs;

import analysisplatform.alarms.AlarmDefinition;
import analysisplatform.alarms.AlarmDefinition.Arming;
import analysisplatform.alarms.AlarmDefinition.EventAlarm;
import analysisplatform.alarms.AlarmDefinition.Metric;
import analysisplatform.alarms.AlarmDefinition.MetricAlarm;
import analysisplatform.alarms.AlarmDefinition.Silence;
import analysisplatform.alarms.AlarmText;
import analysisplatform.alarms.Alarms;
import analysisplatform.alarms.WatchedKeys;
import analysisplatform.config.Environment;
import analysisplatform.config.Platform.Notifications;
import analysisplatform.json.Json;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_rule.CloudwatchEventRule;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_rule.CloudwatchEventRuleConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTarget;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTargetConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTargetDeadLetterConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTargetInputTransformer;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarmConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarmMetricQuery;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarmMetricQueryMetric;
import java.util.List;
import software.constructs.Construct;

/** Creates every alarm of the environment: a CloudWatch alarm or an EventBridge rule each. */
final class AlarmSet extends Construct {

    /**
     * @param topic ARN of the topic that all alarms go to
     * @param deadLetters ARN of the queue for mails that a rule could not deliver
     */
    record Config(Environment environment, String topic, String deadLetters, WatchedKeys keys) {}

    private final Config config;
    private final Notifications notifications;

    AlarmSet(Construct scope, String id, Config config) {
        super(scope, id);
        this.config = config;
        this.notifications = config.environment().platform().notifications();
        Alarms.of(config.environment(), config.keys()).forEach(this::create);
    }

    private void create(AlarmDefinition alarm) {
        if (alarm instanceof MetricAlarm metric) {
            watch(metric);
        } else if (alarm instanceof EventAlarm event) {
            listen(event);
        }
    }

    private void watch(MetricAlarm alarm) {
        boolean armed = alarm.arming() == Arming.AT_ONCE;
        CloudwatchMetricAlarmConfig.Builder builder =
                CloudwatchMetricAlarmConfig.builder()
                        .alarmName(alarm.name())
                        .alarmDescription(AlarmText.plain(alarm.message(), notifications))
                        .comparisonOperator(alarm.limit().comparison().operator())
                        .threshold(alarm.limit().threshold())
                        .evaluationPeriods(alarm.limit().periods())
                        .datapointsToAlarm(alarm.limit().breaches())
                        .treatMissingData(alarm.metric().silence().treatment())
                        .alarmActions(List.of(config.topic()))
                        .actionsEnabled(armed)
                        .lifecycle(armed ? null : armedByTheNightlyRun());
        measure(builder, alarm.metric());
        new CloudwatchMetricAlarm(this, alarm.name(), builder.build());
    }

    private static void measure(CloudwatchMetricAlarmConfig.Builder builder, Metric metric) {
        if (metric.silence() == Silence.IS_ZERO) {
            builder.metricQuery(withZeros(metric));
        } else {
            builder.namespace(metric.namespace())
                    .metricName(metric.name())
                    .dimensions(metric.dimensions())
                    .statistic(metric.statistic())
                    .period(metric.periodSeconds());
        }
    }

    private static List<CloudwatchMetricAlarmMetricQuery> withZeros(Metric metric) {
        return List.of(
                CloudwatchMetricAlarmMetricQuery.builder()
                        .id("filled")
                        .expression("FILL(measured, 0)")
                        .label(metric.name())
                        .returnData(true)
                        .build(),
                CloudwatchMetricAlarmMetricQuery.builder()
                        .id("measured")
                        .metric(
                                CloudwatchMetricAlarmMetricQueryMetric.builder()
                                        .namespace(metric.namespace())
                                        .metricName(metric.name())
                                        .dimensions(metric.dimensions())
                                        .stat(metric.statistic())
                                        .period(metric.periodSeconds())
                                        .build())
                        .build());
    }

    /** The first publication switches the actions on; a deployment must not switch them off. */
    private static TerraformResourceLifecycle armedByTheNightlyRun() {
        return TerraformResourceLifecycle.builder()
                .ignoreChanges(List.of("actions_enabled"))
                .build();
    }

    private void listen(EventAlarm alarm) {
        CloudwatchEventRule rule =
                new CloudwatchEventRule(
                        this,
                        alarm.name(),
                        CloudwatchEventRuleConfig.builder()
                                .name(alarm.name())
                                .description(alarm.message().happened())
                                .eventPattern(Json.sorted(alarm.pattern()))
                                .build());
        // An override, because the bindings know only the older is_enabled.
        rule.addOverride("state", alarm.delivery().state());
        new CloudwatchEventTarget(
                this,
                alarm.name() + "-mail",
                CloudwatchEventTargetConfig.builder()
                        .rule(rule.getName())
                        .targetId("mail")
                        .arn(config.topic())
                        .inputTransformer(
                                CloudwatchEventTargetInputTransformer.builder()
                                        .inputPaths(alarm.parts())
                                        .inputTemplate(AlarmText.template(alarm, notifications))
                                        .build())
                        .deadLetterConfig(
                                CloudwatchEventTargetDeadLetterConfig.builder()
                                        .arn(config.deadLetters())
                                        .build())
                        .build());
    }
}
