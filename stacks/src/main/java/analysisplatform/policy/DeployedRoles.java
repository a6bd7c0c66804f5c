package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.names.Names;
import analysisplatform.names.Role;
import analysisplatform.names.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Roles that the analysis stack declares beside those of GitHub; of sources by pattern, because a
 * policy has a limited length.
 *
 * @param plain that read no data and let nobody read it
 * @param trusted that read data, or decide who does: only people make them and say who assumes them
 */
record DeployedRoles(List<Role> plain, List<Role> trusted) {

    static DeployedRoles of(Environment environment) {
        Roles roles = Roles.of(environment);
        List<Role> trusted = new ArrayList<>();
        trusted.add(roles.exportFunction());
        trusted.add(roles.analyst());
        trusted.add(roles.evidenceReader());
        trusted.add(roles.quickSightUserManager());
        trusted.add(pattern(environment, "nightly-*"));
        trusted.add(pattern(environment, "crawler-*"));
        return new DeployedRoles(
                List.of(roles.scheduler(), roles.slack(), roles.budget()), List.copyOf(trusted));
    }

    private static Role pattern(Environment environment, String what) {
        Names names = Names.of(environment);
        return new Role(names.account(), names.named(what));
    }

    List<Role> all() {
        return Stream.concat(plain.stream(), trusted.stream()).toList();
    }

    static List<String> arns(List<Role> roles) {
        return roles.stream().map(Role::arn).toList();
    }
}
