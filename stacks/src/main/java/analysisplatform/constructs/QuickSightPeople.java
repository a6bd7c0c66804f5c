package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform.People;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.policy.QuickSightUsersPolicy;
import analysisplatform.policy.TrustPolicies;
import analysisplatform.quicksight.Asset;
import analysisplatform.quicksight.Group;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.providers.aws.quicksight_group.QuicksightGroup;
import com.hashicorp.cdktf.providers.aws.quicksight_group.QuicksightGroupConfig;
import com.hashicorp.cdktf.providers.aws.quicksight_group_membership.QuicksightGroupMembership;
import com.hashicorp.cdktf.providers.aws.quicksight_group_membership.QuicksightGroupMembershipConfig;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Creates QuickSight's groups with the configured members, and the role with which the configured
 * people manage users.
 *
 * <p>Requires every member to be registered as a user: QuickSight sends an invitation that only the
 * person can accept, so no deployment can do it.
 */
final class QuickSightPeople extends Construct {

    private static final String NAMESPACE = "default";

    private final Environment environment;
    private final Names names;
    private final Map<Group, QuicksightGroup> groups = new EnumMap<>(Group.class);

    QuickSightPeople(
            Construct scope,
            String id,
            Environment environment,
            List<ITerraformDependable> before) {
        super(scope, id);
        this.environment = environment;
        this.names = Names.of(environment);
        People people = environment.platform().quickSight().people();
        for (Group group : Group.values()) {
            groups.put(group, createGroup(group, before));
            group.members(people).forEach(member -> enrol(group, member));
        }
        if (!people.userManagers().isEmpty()) {
            createUserManager(people.userManagers());
        }
    }

    /** What each group may do with an asset, by the group's ARN. */
    Map<String, List<String>> grants(Asset asset) {
        Map<String, List<String>> grants = new LinkedHashMap<>();
        groups.forEach(
                (group, resource) -> {
                    List<String> actions = asset.actions(group);
                    if (!actions.isEmpty()) {
                        grants.put(resource.getArn(), actions);
                    }
                });
        return grants;
    }

    /** The same as the provider's blocks {@code permissions}. */
    List<Map<String, Object>> permissions(Asset asset) {
        List<Map<String, Object>> permissions = new ArrayList<>();
        grants(asset)
                .forEach(
                        (group, actions) ->
                                permissions.add(Map.of("principal", group, "actions", actions)));
        return permissions;
    }

    private QuicksightGroup createGroup(Group group, List<ITerraformDependable> before) {
        return new QuicksightGroup(
                this,
                group.word(),
                QuicksightGroupConfig.builder()
                        .groupName(names.named(group.word()))
                        .description(group.description())
                        .namespace(NAMESPACE)
                        .dependsOn(before)
                        .build());
    }

    private void enrol(Group group, String member) {
        new QuicksightGroupMembership(
                this,
                group.word() + "-" + member,
                QuicksightGroupMembershipConfig.builder()
                        .groupName(groups.get(group).getGroupName())
                        .memberName(member)
                        .namespace(NAMESPACE)
                        .build());
    }

    private void createUserManager(List<String> principals) {
        RoleWithPolicy role =
                new RoleWithPolicy(
                        this,
                        "user-manager",
                        new RoleWithPolicy.Config(
                                Roles.of(environment).quickSightUserManager(),
                                "People who register and remove users of QuickSight",
                                TrustPolicies.people(principals),
                                QuickSightUsersPolicy.of(environment)));
        TerraformOutput output =
                new TerraformOutput(
                        this, "role", TerraformOutputConfig.builder().value(role.arn()).build());
        // People read it, so it has the plain form of the stack's own outputs.
        output.overrideLogicalId("quicksight_user_manager_role");
    }
}
