package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who refreshes QuickSight and who manages its users, over all policies together. */
class QuickSightPolicyTest {

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    nightly shop    | quicksight:CreateIngestion   | quicksight dataset/acme-prod-kpi-latest/ingestion/i1       | may
    nightly shop    | quicksight:DescribeIngestion | quicksight dataset/acme-prod-kpi-latest/ingestion/i1       | may
    nightly shop    | quicksight:CreateIngestion   | quicksight dataset/acme-prod-view-shop-orders/ingestion/i1 | may
    nightly shop    | quicksight:CreateIngestion   | quicksight dataset/acme-dev-kpi-latest/ingestion/i1        | may not
    nightly shop    | quicksight:CancelIngestion   | quicksight dataset/acme-prod-kpi-latest/ingestion/i1       | may not
    nightly shop    | quicksight:UpdateDataSet     | quicksight dataset/acme-prod-kpi-latest                    | may not
    nightly shop    | quicksight:RegisterUser      | quicksight user/default/taro                               | may not
    nightly billing | quicksight:CreateIngestion   | quicksight dataset/acme-prod-kpi-latest/ingestion/i1       | may not
    nightly billing | quicksight:CreateIngestion   | quicksight dataset/acme-prod-view-shop-orders/ingestion/i1 | may not
    analyst         | quicksight:CreateIngestion   | quicksight dataset/acme-prod-kpi-latest/ingestion/i1       | may not
    analyst         | quicksight:RegisterUser      | quicksight user/default/taro                               | may not
    quicksight      | quicksight:RegisterUser      | quicksight user/default/taro                               | may not
    user manager    | quicksight:RegisterUser      | quicksight user/default/taro                               | may
    user manager    | quicksight:DeleteUser        | quicksight user/default/taro                               | may
    user manager    | quicksight:RegisterUser      | quicksight user/another/taro                               | may not
    user manager    | quicksight:CreateGroupMembership | quicksight group/default/acme-prod-viewers             | may
    user manager    | quicksight:DeleteGroupMembership | quicksight group/default/acme-prod-authors             | may
    user manager    | quicksight:CreateGroupMembership | quicksight group/default/acme-prod-admins              | may not
    user manager    | quicksight:CreateGroupMembership | quicksight group/default/another                       | may not
    user manager    | quicksight:ListGroupMemberships  | quicksight group/default/acme-prod-admins              | may
    user manager    | quicksight:UpdateDashboardPermissions | quicksight dashboard/acme-prod-kpis               | may not
    user manager    | quicksight:DeleteAccountSubscription  | *                                                 | may not
    user manager    | s3:GetObject                 | masked masked/shop/r1/users/x                              | may not
    user manager    | kms:Decrypt                  | key masked                                                 | may not
    """)
    void refreshesAndUsers(String who, String action, String what, String expected) {
        Request request = Request.of(World.principal(who), action, World.resource(what));

        assertThat(World.policies().allows(request) ? "may" : "may not").isEqualTo(expected);
    }
}
