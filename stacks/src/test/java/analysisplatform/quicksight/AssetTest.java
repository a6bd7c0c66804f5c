package analysisplatform.quicksight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AssetTest {

    @ParameterizedTest(name = "{0} {3} {1} a {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            VIEWERS | DescribeDashboard          | DASHBOARD   | may
            VIEWERS | QueryDashboard             | DASHBOARD   | may
            VIEWERS | UpdateDashboard            | DASHBOARD   | may not
            VIEWERS | UpdateDashboardPermissions | DASHBOARD   | may not
            VIEWERS | DescribeDataSet            | DATA_SET    | may not
            VIEWERS | PassDataSet                | DATA_SET    | may not
            VIEWERS | PassDataSource             | DATA_SOURCE | may not
            VIEWERS | DescribeFolder             | FOLDER      | may
            VIEWERS | CreateFolderMembership     | FOLDER      | may not
            AUTHORS | PassDataSet                | DATA_SET    | may
            AUTHORS | UpdateDataSet              | DATA_SET    | may not
            AUTHORS | CreateIngestion            | DATA_SET    | may not
            AUTHORS | PassDataSource             | DATA_SOURCE | may
            AUTHORS | UpdateDataSource           | DATA_SOURCE | may not
            AUTHORS | UpdateDashboard            | DASHBOARD   | may not
            AUTHORS | DeleteFolderMembership     | FOLDER      | may not
            AUTHORS | UpdateTheme                | THEME       | may not
            ADMINS  | UpdateDataSetPermissions   | DATA_SET    | may
            ADMINS  | UpdateDashboardPermissions | DASHBOARD   | may
            ADMINS  | UpdateFolderPermissions    | FOLDER      | may
            """)
    void groups(Group group, String action, Asset asset, String expected) {
        boolean may = asset.actions(group).contains("quicksight:" + action);

        assertThat(may ? "may" : "may not").isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Asset.class)
    void aWiderGroupMayAllThatANarrowerMay(Asset asset) {
        List<String> admins = asset.actions(Group.ADMINS);

        assertThat(admins).containsAll(asset.actions(Group.AUTHORS)).doesNotHaveDuplicates();
        assertThat(asset.actions(Group.AUTHORS)).containsAll(asset.actions(Group.VIEWERS));
        assertThat(admins).hasSizeLessThanOrEqualTo(20);
    }
}
