package analysisplatform.config;

import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What two environments must not have in common when GitHub's workflows deploy one of them. */
final class GitHubRules {

    private GitHubRules() {}

    static List<String> problems(List<Environment> environments) {
        List<String> problems = new ArrayList<>();
        for (Environment first : environments) {
            for (Environment second : environments) {
                if (first != second && first.platform().gitHub().isWanted()) {
                    reach(first, second).ifPresent(problems::add);
                }
                if (first.name().compareTo(second.name()) < 0) {
                    provider(first, second).ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    /** Roles of {@code prod} act on {@code acme-prod-*}, and that is {@code acme-prod-eu-*} too. */
    private static Optional<String> reach(Environment first, Environment second) {
        String names = Names.of(first).named("");
        if (!Names.of(second).named("").startsWith(names)) {
            return Optional.empty();
        }
        return shared(first, second)
                .map(
                        account ->
                                "environment %s has github, whose roles would reach all that begins with \"%s\" in account %s, also what is of environment %s; rename one of them or its project."
                                        .formatted(first.name(), names, account, second.name()));
    }

    private static Optional<String> provider(Environment first, Environment second) {
        if (!makesProvider(first) || !makesProvider(second)) {
            return Optional.empty();
        }
        return shared(first, second)
                .map(
                        account ->
                                "environments %s and %s both make GitHub's identity provider in account %s, which can have only one; set github.provider to existing in one of them."
                                        .formatted(first.name(), second.name(), account));
    }

    private static boolean makesProvider(Environment environment) {
        return environment.platform().gitHub().provider() == GitHub.Provider.CREATE;
    }

    private static Optional<String> shared(Environment first, Environment second) {
        Set<String> accounts = accounts(first);
        accounts.retainAll(accounts(second));
        return accounts.stream().findFirst();
    }

    private static Set<String> accounts(Environment environment) {
        Set<String> accounts = new LinkedHashSet<>();
        accounts.add(environment.platform().account());
        environment.sources().forEach(source -> accounts.add(source.account()));
        return accounts;
    }
}
