package analysisplatform.constructs;

import analysisplatform.config.Environment;
import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroup;
import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroupConfig;
import software.constructs.Construct;

/** Log groups. They hold no data of the source, so CloudWatch's own key encrypts them. */
final class Logs {

    private Logs() {}

    static CloudwatchLogGroup group(Construct scope, Environment environment, String name) {
        return new CloudwatchLogGroup(
                scope,
                "log",
                CloudwatchLogGroupConfig.builder()
                        .name(name)
                        .retentionInDays(environment.platform().retention().logDays())
                        .build());
    }
}
