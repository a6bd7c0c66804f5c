package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.quicksight.Group;

/**
 * People who manage QuickSight's users: register and remove them, and fill the groups of viewers
 * and authors. The group of admins is filled by the configuration alone, where a reviewer sees it.
 */
public final class QuickSightUsersPolicy {

    private QuickSightUsersPolicy() {}

    public static PolicyDocument of(Environment environment) {
        Arns arns = Arns.of(environment);
        Names names = Names.of(environment);
        String viewers = arns.quickSightGroup(names.named(Group.VIEWERS.word()));
        String authors = arns.quickSightGroup(names.named(Group.AUTHORS.word()));
        String admins = arns.quickSightGroup(names.named(Group.ADMINS.word()));
        return PolicyDocument.of(
                Statement.allow("ManageUsers", WildcardReason.QUICKSIGHT_USERS.actions())
                        .onEvery(WildcardReason.QUICKSIGHT_USERS, arns.everyQuickSightUser()),
                Statement.allow(
                                "FillGroups",
                                "quicksight:CreateGroupMembership",
                                "quicksight:DeleteGroupMembership")
                        .on(viewers, authors),
                Statement.allow(
                                "LookAtGroups",
                                "quicksight:DescribeGroup",
                                "quicksight:DescribeGroupMembership",
                                "quicksight:ListGroupMemberships")
                        .on(viewers, authors, admins));
    }
}
