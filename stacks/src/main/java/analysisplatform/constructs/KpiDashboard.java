package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.dashboard.DashboardBody;
import analysisplatform.json.Literal;
import analysisplatform.names.Arns;
import com.hashicorp.cdktf.providers.aws.cloudwatch_dashboard.CloudwatchDashboard;
import com.hashicorp.cdktf.providers.aws.cloudwatch_dashboard.CloudwatchDashboardConfig;
import software.constructs.Construct;

/**
 * Creates the dashboard of the KPIs in CloudWatch. Requires nothing: what has no value yet is an
 * empty place on it. Exposes its address for a browser.
 */
final class KpiDashboard extends Construct {

    private final String address;

    KpiDashboard(Construct scope, String id, Environment environment) {
        super(scope, id);
        String name = Arns.of(environment).dashboardName();
        new CloudwatchDashboard(
                this,
                "dashboard",
                CloudwatchDashboardConfig.builder()
                        .dashboardName(name)
                        .dashboardBody(Literal.json(DashboardBody.json(environment)))
                        .build());
        address =
                "https://%1$s.console.aws.amazon.com/cloudwatch/home?region=%1$s#dashboards/dashboard/%2$s"
                        .formatted(environment.platform().region(), name);
    }

    String address() {
        return address;
    }
}
