package analysisplatform.quicksight;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is shared with the groups, by the sets of actions that AWS documents for it: QuickSight
 * refuses others.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/quicksight/latest/user/sharing-folders.html">folders</a>
 */
public enum Asset {
    DATA_SOURCE(
            Seen.BY_AUTHORS,
            List.of("DescribeDataSource", "DescribeDataSourcePermissions", "PassDataSource"),
            List.of("UpdateDataSource", "DeleteDataSource", "UpdateDataSourcePermissions")),

    /** A viewer needs no data set: the dashboard reads it for them. */
    DATA_SET(
            Seen.BY_AUTHORS,
            List.of(
                    "DescribeDataSet",
                    "DescribeDataSetPermissions",
                    "PassDataSet",
                    "DescribeIngestion",
                    "ListIngestions"),
            List.of(
                    "UpdateDataSet",
                    "DeleteDataSet",
                    "CreateIngestion",
                    "CancelIngestion",
                    "UpdateDataSetPermissions")),

    DASHBOARD(
            Seen.BY_ALL,
            List.of("DescribeDashboard", "ListDashboardVersions", "QueryDashboard"),
            List.of(
                    "UpdateDashboard",
                    "DeleteDashboard",
                    "DescribeDashboardPermissions",
                    "UpdateDashboardPermissions",
                    "UpdateDashboardPublishedVersion")),

    /** Who contributes to a folder may delete what is in it, so authors only look. */
    FOLDER(
            Seen.BY_ALL,
            List.of("DescribeFolder"),
            List.of(
                    "CreateFolder",
                    "UpdateFolder",
                    "DeleteFolder",
                    "CreateFolderMembership",
                    "DeleteFolderMembership",
                    "DescribeFolderPermissions",
                    "UpdateFolderPermissions")),

    THEME(
            Seen.BY_ALL,
            List.of("DescribeTheme", "DescribeThemeAlias", "ListThemeAliases", "ListThemeVersions"),
            List.of(
                    "UpdateTheme",
                    "DeleteTheme",
                    "CreateThemeAlias",
                    "UpdateThemeAlias",
                    "DeleteThemeAlias",
                    "DescribeThemePermissions",
                    "UpdateThemePermissions"));

    private enum Seen {
        BY_AUTHORS,
        BY_ALL
    }

    private final Seen seen;
    private final List<String> use;
    private final List<String> own;

    Asset(Seen seen, List<String> use, List<String> own) {
        this.seen = seen;
        this.use = use;
        this.own = own;
    }

    /** What a group may do with it; empty when it may not even see it. */
    public List<String> actions(Group group) {
        return switch (group) {
            case VIEWERS -> seen == Seen.BY_ALL ? use() : List.of();
            case AUTHORS -> use();
            case ADMINS -> own();
        };
    }

    /** To look, or for a data source or data set to build on it. */
    public List<String> use() {
        return prefixed(use.stream());
    }

    private List<String> own() {
        return prefixed(Stream.concat(use.stream(), own.stream()));
    }

    private static List<String> prefixed(Stream<String> actions) {
        return actions.map(action -> "quicksight:" + action).toList();
    }
}
