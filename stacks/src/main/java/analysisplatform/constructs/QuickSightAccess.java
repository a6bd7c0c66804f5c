package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform.QuickSight;
import analysisplatform.names.Names;
import analysisplatform.policy.AnalystPolicy;
import analysisplatform.policy.KeyArns;
import analysisplatform.quicksight.Asset;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.iam_role_policy.IamRolePolicy;
import com.hashicorp.cdktf.providers.aws.iam_role_policy.IamRolePolicyConfig;
import com.hashicorp.cdktf.providers.aws.quicksight_account_subscription.QuicksightAccountSubscription;
import com.hashicorp.cdktf.providers.aws.quicksight_account_subscription.QuicksightAccountSubscriptionConfig;
import com.hashicorp.cdktf.providers.aws.quicksight_data_source.QuicksightDataSource;
import com.hashicorp.cdktf.providers.aws.quicksight_data_source.QuicksightDataSourceConfig;
import com.hashicorp.cdktf.providers.aws.quicksight_data_source.QuicksightDataSourceParameters;
import com.hashicorp.cdktf.providers.aws.quicksight_data_source.QuicksightDataSourceParametersAthena;
import com.hashicorp.cdktf.providers.aws.quicksight_data_source.QuicksightDataSourcePermission;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * Creates what QuickSight shows and to whom: groups, data source over the analysts' workgroup, data
 * sets, dashboard. Lets QuickSight's own role do what an analyst does; with {@code subscribe}, also
 * subscribes the account.
 *
 * <p>Requires QuickSight's service role. No API makes it: someone gives QuickSight access to Athena
 * once in its console.
 */
final class QuickSightAccess extends Construct {

    private final QuickSight config;
    private final Names names;

    QuickSightAccess(Construct scope, String id, Environment environment, KeyArns keys) {
        super(scope, id);
        this.config = environment.platform().quickSight();
        this.names = Names.of(environment);
        List<ITerraformDependable> before = new ArrayList<>();
        if (config.subscribe()) {
            before.add(subscribe());
        }
        QuickSightPeople people =
                new QuickSightPeople(this, "people", environment, List.copyOf(before));
        before.add(letServiceRoleQuery(environment, keys));
        QuicksightDataSource dataSource = createDataSource(people, before);
        QuickSightDataSets dataSets =
                new QuickSightDataSets(this, "data-sets", environment, people, dataSource.getArn());
        if (!environment.kpis().isEmpty()) {
            new QuickSightDashboard(this, "dashboard", environment, people, dataSets);
        }
    }

    /** Losing the subscription deletes every user and dashboard, so no plan may destroy it. */
    private QuicksightAccountSubscription subscribe() {
        return new QuicksightAccountSubscription(
                this,
                "subscription",
                QuicksightAccountSubscriptionConfig.builder()
                        .accountName(names.quickSightAccount())
                        .authenticationMethod("IAM_AND_QUICKSIGHT")
                        .edition("ENTERPRISE")
                        .notificationEmail(config.notificationEmail())
                        .lifecycle(
                                TerraformResourceLifecycle.builder().preventDestroy(true).build())
                        .build());
    }

    private IamRolePolicy letServiceRoleQuery(Environment environment, KeyArns keys) {
        return new IamRolePolicy(
                this,
                "policy",
                IamRolePolicyConfig.builder()
                        .name(names.quickSightDataSource())
                        .role(config.serviceRole())
                        .policy(AnalystPolicy.of(environment, keys).json())
                        .build());
    }

    private QuicksightDataSource createDataSource(
            QuickSightPeople people, List<ITerraformDependable> before) {
        return new QuicksightDataSource(
                this,
                "data-source",
                QuicksightDataSourceConfig.builder()
                        .dataSourceId(names.quickSightDataSource())
                        .name(names.quickSightDataSource())
                        .type("ATHENA")
                        .parameters(
                                QuicksightDataSourceParameters.builder()
                                        .athena(
                                                QuicksightDataSourceParametersAthena.builder()
                                                        .workGroup(names.analystsWorkgroup())
                                                        .build())
                                        .build())
                        .permission(permissions(people))
                        .dependsOn(before)
                        .build());
    }

    private List<QuicksightDataSourcePermission> permissions(QuickSightPeople people) {
        List<QuicksightDataSourcePermission> permissions = new ArrayList<>();
        people.grants(Asset.DATA_SOURCE)
                .forEach((group, actions) -> permissions.add(permission(group, actions)));
        config.principals().forEach(it -> permissions.add(permission(it, Asset.DATA_SOURCE.use())));
        return permissions;
    }

    private static QuicksightDataSourcePermission permission(
            String principal, List<String> actions) {
        return QuicksightDataSourcePermission.builder()
                .principal(principal)
                .actions(actions)
                .build();
    }
}
