package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform;
import analysisplatform.config.Source;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.policy.SchedulerPolicy;
import analysisplatform.policy.TrustPolicies;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule.SchedulerSchedule;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule.SchedulerScheduleConfig;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule.SchedulerScheduleFlexibleTimeWindow;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule.SchedulerScheduleTarget;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule.SchedulerScheduleTargetDeadLetterConfig;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule.SchedulerScheduleTargetRetryPolicy;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule_group.SchedulerScheduleGroup;
import com.hashicorp.cdktf.providers.aws.scheduler_schedule_group.SchedulerScheduleGroupConfig;
import java.time.Duration;
import java.util.Map;
import software.constructs.Construct;

/** Creates one schedule per source, all at the same local time, and the role that starts them. */
final class NightlySchedule extends Construct {

    private static final int START_RETRIES = 10;

    /** A start that failed for so long is late enough for an alarm. */
    private static final Duration START_DEADLINE = Duration.ofHours(1);

    /**
     * @param machines ARNs of the state machines
     * @param deadLetters ARN of the queue for starts that failed for good
     */
    record Config(Environment environment, Map<Source, String> machines, String deadLetters) {}

    private final Environment environment;
    private final Names names;
    private final String deadLetters;
    private final SchedulerScheduleGroup group;
    private final RoleWithPolicy role;

    NightlySchedule(Construct scope, String id, Config config) {
        super(scope, id);
        this.environment = config.environment();
        this.deadLetters = config.deadLetters();
        this.names = Names.of(environment);
        this.group =
                new SchedulerScheduleGroup(
                        this,
                        "group",
                        SchedulerScheduleGroupConfig.builder().name(names.scheduleGroup()).build());
        this.role = createRole();
        config.machines().forEach(this::schedule);
    }

    private RoleWithPolicy createRole() {
        return new RoleWithPolicy(
                this,
                "role",
                new RoleWithPolicy.Config(
                        Roles.of(environment).scheduler(),
                        "Schedule: starts the nightly runs",
                        TrustPolicies.scheduler(environment),
                        SchedulerPolicy.of(environment)));
    }

    private void schedule(Source source, String machine) {
        Platform platform = environment.platform();
        new SchedulerSchedule(
                this,
                source.name(),
                SchedulerScheduleConfig.builder()
                        .name(names.schedule(source))
                        .groupName(group.getName())
                        .scheduleExpression(
                                "cron(%d %d * * ? *)"
                                        .formatted(
                                                platform.schedule().getMinute(),
                                                platform.schedule().getHour()))
                        .scheduleExpressionTimezone(platform.timeZone().getId())
                        .flexibleTimeWindow(
                                SchedulerScheduleFlexibleTimeWindow.builder().mode("OFF").build())
                        .target(target(machine))
                        .build());
    }

    private SchedulerScheduleTarget target(String machine) {
        return SchedulerScheduleTarget.builder()
                .arn(machine)
                .roleArn(role.arn())
                .input("{}")
                .deadLetterConfig(
                        SchedulerScheduleTargetDeadLetterConfig.builder().arn(deadLetters).build())
                .retryPolicy(
                        SchedulerScheduleTargetRetryPolicy.builder()
                                .maximumRetryAttempts(START_RETRIES)
                                .maximumEventAgeInSeconds(START_DEADLINE.toSeconds())
                                .build())
                .build();
    }
}
