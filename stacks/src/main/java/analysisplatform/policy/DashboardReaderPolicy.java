package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.dashboard.DashboardBody;
import analysisplatform.names.Arns;

/** People who open the dashboard of the KPIs in CloudWatch: they look, and change nothing. */
public final class DashboardReaderPolicy {

    private DashboardReaderPolicy() {}

    /** Empty when there is no dashboard. */
    public static PolicyDocument of(Environment environment) {
        if (!DashboardBody.isWanted(environment)) {
            return PolicyDocument.of();
        }
        PolicyDocument dashboard =
                PolicyDocument.of(
                        Statement.allow("OpenDashboard", "cloudwatch:GetDashboard")
                                .on(Arns.of(environment).dashboard()),
                        Statement.allowEverywhere("ReadMetrics", WildcardReason.METRIC_VALUES));
        var alarms = DashboardBody.alarms(environment);
        return alarms.isEmpty()
                ? dashboard
                : dashboard.and(
                        PolicyDocument.of(
                                Statement.allow("SeeAlarms", "cloudwatch:DescribeAlarms")
                                        .on(alarms)));
    }
}
