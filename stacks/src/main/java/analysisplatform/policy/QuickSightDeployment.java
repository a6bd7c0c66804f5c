package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import java.util.List;
import java.util.stream.Stream;

/**
 * QuickSight in plans and deployments. A deployment draws; subscription, data source, groups and
 * their members are a person's, because they say who sees.
 */
final class QuickSightDeployment {

    private QuickSightDeployment() {}

    static PolicyDocument look(Environment environment) {
        Names names = Names.of(environment);
        Arns arns = Arns.of(environment);
        String role = environment.platform().quickSight().serviceRole();
        return PolicyDocument.of(
                Statement.allow(
                                "LookAtQuickSight",
                                "quicksight:DescribeAccountSubscription",
                                "quicksight:DescribeDashboard",
                                "quicksight:DescribeDashboardDefinition",
                                "quicksight:DescribeDashboardPermissions",
                                "quicksight:DescribeDataSet",
                                "quicksight:DescribeDataSetPermissions",
                                "quicksight:DescribeDataSetRefreshProperties",
                                "quicksight:DescribeDataSource",
                                "quicksight:DescribeDataSourcePermissions",
                                "quicksight:DescribeFolder",
                                "quicksight:DescribeFolderPermissions",
                                "quicksight:DescribeGroup",
                                "quicksight:DescribeGroupMembership",
                                "quicksight:DescribeTheme",
                                "quicksight:DescribeThemePermissions",
                                "quicksight:ListFolderMembers",
                                "quicksight:ListTagsForResource")
                        .on(
                                Stream.concat(
                                                assets(names, "datasource", "folder").stream(),
                                                Stream.of(
                                                        arns.quickSightGroup(names.named("*")),
                                                        names.arn(
                                                                "quicksight",
                                                                "account/" + names.account())))
                                        .toList()),
                Statement.allow("LookAtServiceRole", "iam:GetRolePolicy")
                        .on(arns.quickSightService(role).arn()));
    }

    static PolicyDocument change(Environment environment) {
        Names names = Names.of(environment);
        return PolicyDocument.of(
                Statement.allow(
                                "Draw",
                                "quicksight:CreateDashboard",
                                "quicksight:CreateDataSet",
                                "quicksight:CreateFolderMembership",
                                "quicksight:CreateTheme",
                                "quicksight:DeleteDashboard",
                                "quicksight:DeleteDataSet",
                                "quicksight:DeleteFolderMembership",
                                "quicksight:PassDataSet",
                                "quicksight:PassDataSource",
                                "quicksight:TagResource",
                                "quicksight:UntagResource",
                                "quicksight:UpdateDashboard",
                                "quicksight:UpdateDashboardPublishedVersion",
                                "quicksight:UpdateDataSet",
                                "quicksight:UpdateTheme")
                        .on(assets(names, "datasource", "folder")));
    }

    /** Dashboards, data sets, themes, and more types. */
    private static List<String> assets(Names names, String... more) {
        return Stream.concat(Stream.of("dashboard", "dataset", "theme"), Stream.of(more))
                .map(type -> names.arn("quicksight", type + "/" + names.named("*")))
                .toList();
    }
}
